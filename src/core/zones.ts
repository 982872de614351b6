import type { Locale } from '../cards/inline.ts';
import type { Suggestion } from './call.ts';
import { nearest } from './nearest.ts';

/** Time zones as people look for them: by IANA name, by city, in Korean, by an abbreviation that means one zone only. */

/** Names that are not in the zone's own; each stands for one zone. */
const NICKNAMES: Readonly<Record<string, string>> = {
  서울: 'Asia/Seoul',
  한국: 'Asia/Seoul',
  kst: 'Asia/Seoul',
  korea: 'Asia/Seoul',
  도쿄: 'Asia/Tokyo',
  일본: 'Asia/Tokyo',
  jst: 'Asia/Tokyo',
  중국: 'Asia/Shanghai',
  베이징: 'Asia/Shanghai',
  상하이: 'Asia/Shanghai',
  beijing: 'Asia/Shanghai',
  타이베이: 'Asia/Taipei',
  대만: 'Asia/Taipei',
  홍콩: 'Asia/Hong_Kong',
  싱가포르: 'Asia/Singapore',
  호찌민: 'Asia/Ho_Chi_Minh',
  베트남: 'Asia/Ho_Chi_Minh',
  하노이: 'Asia/Ho_Chi_Minh',
  hanoi: 'Asia/Ho_Chi_Minh',
  방콕: 'Asia/Bangkok',
  마닐라: 'Asia/Manila',
  자카르타: 'Asia/Jakarta',
  인도: 'Asia/Kolkata',
  kolkata: 'Asia/Kolkata',
  bengaluru: 'Asia/Kolkata',
  두바이: 'Asia/Dubai',
  런던: 'Europe/London',
  영국: 'Europe/London',
  파리: 'Europe/Paris',
  프랑스: 'Europe/Paris',
  암스테르담: 'Europe/Amsterdam',
  취리히: 'Europe/Zurich',
  로마: 'Europe/Rome',
  마드리드: 'Europe/Madrid',
  베를린: 'Europe/Berlin',
  독일: 'Europe/Berlin',
  뉴욕: 'America/New_York',
  토론토: 'America/Toronto',
  시카고: 'America/Chicago',
  로스앤젤레스: 'America/Los_Angeles',
  샌프란시스코: 'America/Los_Angeles',
  'san francisco': 'America/Los_Angeles',
  시애틀: 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
  밴쿠버: 'America/Vancouver',
  시드니: 'Australia/Sydney',
  멜버른: 'Australia/Melbourne',
  오클랜드: 'Pacific/Auckland',
  협정세계시: 'UTC',
  gmt: 'UTC',
};

let known: readonly string[] | undefined;

/** All names of the run time's zone database, and UTC, which it leaves out. */
function names(): readonly string[] {
  known ??= [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];
  return known;
}

/** Letters alone, so that `new york`, `New_York` and `new-york` are one. */
function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
}

function cityOf(zone: string): string {
  return plain(zone.slice(zone.lastIndexOf('/') + 1));
}

/** A name of the run time that its list leaves out, such as `Asia/Kolkata`, with capitals where names have them. */
function unlisted(text: string): string | undefined {
  if (!/^[A-Za-z]+(?:\/[A-Za-z_-]+)+$/.test(text)) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
  } catch {
    return undefined;
  }
  return text.toLowerCase().replaceAll(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
}

/** The zone that a text names, or undefined. Offsets such as `+09:00` name none: they know no daylight saving. */
export function zoneNamed(text: string): string | undefined {
  const typed = plain(text);
  const listed = names().find((name) => plain(name) === typed);
  const nickname = Object.hasOwn(NICKNAMES, typed) ? NICKNAMES[typed] : undefined;
  const city = names().filter((name) => cityOf(name) === typed);
  return listed ?? nickname ?? (city.length === 1 ? city[0] : undefined) ?? unlisted(text.trim());
}

/** Names like a mistyped one, best first. */
export function nearestZones(text: string): string[] {
  const typed = plain(text);
  const cities = new Map(names().map((name) => [cityOf(name), name]));
  const whole = nearest(text.trim(), names(), 2);
  return [
    ...new Set([...nearest(typed, cities.keys(), 3).flatMap((city) => cities.get(city) ?? []), ...whole]),
  ].slice(0, 3);
}

const COMMON = [
  'Asia/Seoul',
  'Asia/Tokyo',
  'Asia/Singapore',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'Australia/Sydney',
  'UTC',
];

/** At most `count` zones for what has been typed so far; common ones when that is nothing. */
export function suggestZones(typed: string, locale: Locale, count: number): Suggestion[] {
  const word = plain(typed);
  const nicknames = Object.entries(NICKNAMES).filter(([name]) => name.startsWith(word));
  const begins = names().filter((name) => cityOf(name).startsWith(word) || plain(name).startsWith(word));
  const holds = names().filter((name) => plain(name).includes(word));
  const zones =
    word === '' ? COMMON : [...new Set([...nicknames.map(([, zone]) => zone), ...begins, ...holds])];
  return zones.slice(0, count).map((value) => ({ value, label: zoneLabel(value, locale) }));
}

/** The zone with the name that people of a language know it by: `Asia/Seoul (한국 시간)`. */
function zoneLabel(zone: string, locale: Locale): string {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts(0);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value;
  return name === undefined || /^GMT/.test(name) ? zone : `${zone} (${name})`;
}
