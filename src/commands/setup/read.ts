import type { Bank } from '../../bank/bank.ts';
import { TOPICS, topicName } from '../../bank/topics.ts';
import type { Locale } from '../../cards/inline.ts';
import { UserError } from '../../core/errors.ts';
import { nearest } from '../../core/nearest.ts';
import { nearestZones, zoneNamed } from '../../core/zones.ts';

/** Values as people write them. Each reader throws a UserError that says what is allowed. */

const CLOCK = /^(오전|오후|am|pm)?\s*(\d{1,2})\s*(?:[:：시]\s*(\d{1,2})?\s*분?)?\s*(am|pm)?$/i;
const FOUR_DIGITS = /^([01]\d|2[0-3])([0-5]\d)$/;

/** `HH:MM` of `7:30`, `0730`, `오전 7시 30분`, `7:30 pm`. */
export function readTime(text: string, option: string): string {
  const typed = text.trim().toLowerCase();
  const compact = FOUR_DIGITS.exec(typed);
  if (compact !== null) return `${compact[1]}:${compact[2]}`;
  const found = CLOCK.exec(typed);
  const half = found?.[1] ?? found?.[4];
  const hour = hourOf(Number(found?.[2]), half);
  const minute = Number(found?.[3] ?? 0);
  // A bare number is an hour only where a word says so.
  const meant = found !== null && (half !== undefined || /[:：시]/.test(typed));
  if (!meant || hour === undefined || minute > 59)
    throw new UserError('error.setup-time', { option, value: shown(text) });
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === '오후' || half === 'pm' ? 12 : 0);
}

/** A value as it may be repeated in a message: short, on one line. */
export function shown(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

export function readZone(text: string, option: string): string {
  const zone = zoneNamed(text);
  if (zone !== undefined) return zone;
  const near = nearestZones(text);
  throw new UserError(near.length === 0 ? 'error.setup-zone' : 'error.setup-zone-near', {
    option,
    value: shown(text),
    near: near.join(', '),
  });
}

const DAY_NAMES: readonly (readonly string[])[] = [
  ['월', 'mon', 'monday'],
  ['화', 'tue', 'tues', 'tuesday'],
  ['수', 'wed', 'wednesday'],
  ['목', 'thu', 'thur', 'thurs', 'thursday'],
  ['금', 'fri', 'friday'],
  ['토', 'sat', 'saturday'],
  ['일', 'sun', 'sunday'],
];
const GROUPS: Readonly<Record<string, readonly number[]>> = {
  평일: [1, 2, 3, 4, 5],
  주중: [1, 2, 3, 4, 5],
  weekdays: [1, 2, 3, 4, 5],
  주말: [6, 7],
  weekends: [6, 7],
  매일: [1, 2, 3, 4, 5, 6, 7],
  모두: [1, 2, 3, 4, 5, 6, 7],
  everyday: [1, 2, 3, 4, 5, 6, 7],
  daily: [1, 2, 3, 4, 5, 6, 7],
  all: [1, 2, 3, 4, 5, 6, 7],
};

/** One weekday, 1 Monday to 7 Sunday. */
function dayNamed(word: string): number | undefined {
  if (/^[1-7]$/.test(word)) return Number(word);
  const at = DAY_NAMES.findIndex((names) => names.includes(word.replace(/요일$/, '')));
  return at < 0 ? undefined : at + 1;
}

/** `mon-fri`, `토-월` around the end of the week, `월수금`, `135`, one day, a group. */
function daysOf(word: string): readonly number[] | undefined {
  if (Object.hasOwn(GROUPS, word)) return GROUPS[word];
  const [from, to, ...more] = word.split(/[-~–]/).map((end) => dayNamed(end.trim()));
  if (from !== undefined && to === undefined && !/[-~–]/.test(word)) return [from];
  if (from !== undefined && to !== undefined && more.length === 0)
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => ((from - 1 + index) % 7) + 1);
  const letters = /^(?:[월화수목금토일]+|[1-7]+)$/.test(word) ? [...word].map(dayNamed) : [];
  return letters.length > 0 ? letters.filter((day) => day !== undefined) : undefined;
}

/** Weekdays, in order, each once. */
export function readWeekdays(text: string, option: string): number[] {
  const typed = text
    .toLowerCase()
    .replace(/every\s+day/, 'everyday')
    .replaceAll(/\s*([-~–])\s*/g, '$1');
  const words = typed.split(/[\s,·、/]+/).filter((word) => word !== '');
  const days = new Set<number>();
  for (const word of words) {
    const found = daysOf(word);
    if (found === undefined) throw new UserError('error.setup-days', { option, value: shown(word) });
    for (const day of found) days.add(day);
  }
  if (days.size === 0) throw new UserError('error.setup-days', { option, value: shown(text) });
  return [...days].sort((a, b) => a - b);
}

const EVERYTHING = ['all', '전체', '모두', '전부'];

/** Topics by id or name; every topic there is counts as all, which is an empty list. */
export function readTopics(text: string, option: string, bank: Bank, locale: Locale): string[] {
  const words = text
    .split(/[,;]/)
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
  if (words.length === 0 || words.some((word) => EVERYTHING.includes(word))) return [];
  const named = (word: string): string | undefined =>
    bank.topics.find((id) =>
      [id, topicName(id, 'ko'), topicName(id, 'en')].some((one) => one.toLowerCase() === word),
    );
  const found = new Set<string>();
  for (const word of words) {
    const topic = named(word) ?? named(word.replaceAll(' ', '-'));
    if (topic === undefined) throw wrongTopic(word, option, bank, locale);
    found.add(topic);
  }
  return found.size === bank.topics.length ? [] : bank.topics.filter((topic) => found.has(topic));
}

function wrongTopic(word: string, option: string, bank: Bank, locale: Locale): UserError {
  const names = bank.topics.flatMap((id) => [id, topicName(id, 'ko'), topicName(id, 'en')]);
  const near = nearest(word, names, 1)[0];
  const allowed = bank.topics.map((id) => `${id} (${topicName(id, locale)})`).join(', ');
  return new UserError(near === undefined ? 'error.setup-topic' : 'error.setup-topic-near', {
    option,
    value: shown(word),
    allowed,
    near: near ?? '',
  });
}

const LEVELS: readonly (readonly string[])[] = [
  ['1', '기초', 'basic', 'easy'],
  ['2', '보통', 'intermediate', 'medium'],
  ['3', '심화', 'advanced', 'hard'],
];

/** Levels, in order; all three are an empty list. */
export function readLevels(text: string, option: string): number[] {
  const range = /^\s*([1-3])\s*[-~–]\s*([1-3])\s*$/.exec(text);
  const words =
    range === null
      ? text
          .toLowerCase()
          .split(/[\s,·]+/)
          .filter((word) => word !== '')
      : LEVELS.flatMap((_, index) =>
          index + 1 >= Number(range[1]) && index + 1 <= Number(range[2]) ? [String(index + 1)] : [],
        );
  if (range === null && (words.length === 0 || words.some((word) => EVERYTHING.includes(word)))) return [];
  const found = new Set(words.map((word) => LEVELS.findIndex((names) => names.includes(word)) + 1));
  if (found.size === 0 || found.has(0))
    throw new UserError('error.setup-levels', { option, value: shown(text) });
  return found.size === LEVELS.length ? [] : [...found].sort((a, b) => a - b);
}

/** Every topic that a list may show, for forms. */
export function topicChoices(bank: Bank, locale: Locale): { value: string; label: string }[] {
  return Object.keys(TOPICS)
    .filter((id) => bank.topics.includes(id))
    .map((id) => ({ value: id, label: topicName(id, locale) }));
}
