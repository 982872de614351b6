import type { Locale } from '../cards/inline.ts';
import type { Suggestion } from './call.ts';
import { UserError } from './errors.ts';
import { nearest } from './nearest.ts';

/** IANA time zones as people look for them: by name, by city, by the Korean name of a city. */

/** Cities that are asked for in Korean, and those that give no zone its name. */
const CITIES: readonly (readonly [zone: string, korean: string, ...others: string[]])[] = [
  ['Asia/Seoul', '서울', 'korea', '한국'],
  ['Asia/Tokyo', '도쿄', 'japan', '일본'],
  ['Asia/Shanghai', '상하이', 'beijing', '베이징', '중국'],
  ['Asia/Hong_Kong', '홍콩'],
  ['Asia/Taipei', '타이베이', '대만'],
  ['Asia/Singapore', '싱가포르'],
  ['Asia/Bangkok', '방콕', 'hanoi', '하노이', '태국'],
  ['Asia/Ho_Chi_Minh', '호찌민', 'saigon', '호치민', '베트남'],
  ['Asia/Manila', '마닐라'],
  ['Asia/Jakarta', '자카르타'],
  ['Asia/Kolkata', '콜카타', 'delhi', 'mumbai', 'bangalore', '델리', '뭄바이', '인도'],
  ['Asia/Dubai', '두바이'],
  ['Europe/London', '런던', '영국'],
  ['Europe/Paris', '파리', '프랑스'],
  ['Europe/Berlin', '베를린', 'munich', 'frankfurt', '뮌헨', '독일'],
  ['Europe/Amsterdam', '암스테르담'],
  ['Europe/Zurich', '취리히'],
  ['Europe/Madrid', '마드리드'],
  ['Europe/Rome', '로마'],
  ['Europe/Moscow', '모스크바'],
  ['America/New_York', '뉴욕', 'boston', 'washington', '보스턴', '워싱턴'],
  ['America/Chicago', '시카고', 'austin', 'dallas', 'houston'],
  ['America/Denver', '덴버'],
  ['America/Los_Angeles', '로스앤젤레스', 'san francisco', 'seattle', '샌프란시스코', '시애틀'],
  ['America/Toronto', '토론토', 'montreal'],
  ['America/Vancouver', '밴쿠버'],
  ['America/Sao_Paulo', '상파울루'],
  ['Australia/Sydney', '시드니'],
  ['Australia/Melbourne', '멜버른'],
  ['Pacific/Auckland', '오클랜드', '뉴질랜드'],
  ['Pacific/Honolulu', '호놀룰루', 'hawaii', '하와이'],
];

interface Zones {
  readonly names: readonly string[];
  /** Written in any way that is understood, to the name. */
  readonly byWord: ReadonlyMap<string, string>;
}

function wordOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ');
}

function gather(): Zones {
  const names = new Set([
    ...Intl.supportedValuesOf('timeZone'),
    // Newer names that some run times still list under their old ones.
    ...CITIES.map(([zone]) => zone),
    'UTC',
  ]);
  const byWord = new Map<string, string>();
  for (const name of names) byWord.set(wordOf(name.slice(name.lastIndexOf('/') + 1)), name);
  for (const [zone, ...words] of CITIES) for (const word of words) byWord.set(wordOf(word), zone);
  for (const name of names) byWord.set(wordOf(name), name);
  return { names: [...names].sort(), byWord };
}

let zones: Zones | undefined;
function allZones(): Zones {
  zones ??= gather();
  return zones;
}

/** Names that are no longer listed but still known: `US/Pacific`. */
function isKnown(name: string): boolean {
  if (!/^[A-Z][A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/.test(name) || name.length > 40) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The IANA name behind `Asia/Seoul`, `seoul`, `new york` or `서울`. Throws UserError with the nearest names. */
export function readTimeZone(raw: string): string {
  const { byWord } = allZones();
  const found = byWord.get(wordOf(raw));
  if (found !== undefined) return found;
  if (isKnown(raw.trim())) return raw.trim();
  const near = nearest(wordOf(raw).slice(0, 40), byWord.keys(), 6).map((word) => byWord.get(word) ?? word);
  const names = [...new Set(near)].slice(0, 3);
  throw new UserError(names.length > 0 ? 'error.time-zone-near' : 'error.time-zone', {
    value: raw.trim().slice(0, 40),
    near: names.join(', '),
  });
}

/** Zones whose name or city contains what is typed, beginnings first; the well-known ones when nothing is. */
export function suggestTimeZones(typed: string, locale: Locale, count: number): readonly Suggestion[] {
  const word = wordOf(typed);
  const korean = new Map(CITIES.map(([zone, name]) => [zone, name]));
  const label = (zone: string): string => {
    const city = locale === 'ko' ? korean.get(zone) : undefined;
    return city === undefined ? zone : `${zone} (${city})`;
  };
  const hits =
    word === ''
      ? CITIES.map(([zone]) => zone)
      : [...allZones().byWord]
          .filter(([known]) => known.includes(word))
          .sort(([a], [b]) => Number(b.startsWith(word)) - Number(a.startsWith(word)) || (a < b ? -1 : 1))
          .map(([, zone]) => zone);
  return [...new Set(hits)].slice(0, count).map((zone) => ({ value: zone, label: label(zone) }));
}
