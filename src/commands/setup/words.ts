import { topicName } from '../../bank/topics.ts';
import type { Inline, Locale } from '../../cards/inline.ts';
import type { LocalDate } from '../../habits/day.ts';
import type { TextKey, Translate } from '../../texts/index.ts';

/** Settings in words. */

const TAGS: Readonly<Record<Locale, string>> = { ko: 'ko-KR', en: 'en-GB' };
const DATE = { month: 'short', day: 'numeric', weekday: 'short' } as const;

/** `12월 25일 (금)`, `Fri 25 Dec`. A date belongs to no zone: read and shown as UTC. */
export function dateWords(date: LocalDate | string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(TAGS[locale], { ...DATE, timeZone: 'UTC' });
  return format.format(Date.parse(date)).replace(',', '');
}

/** An instant on the clock of a zone: `12월 25일 (금) 09:00`. */
export function minuteWords(at: number, timeZone: string, locale: Locale): string {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(TAGS[locale], { ...DATE, ...clock, timeZone }).format(at);
}

/** Shown in the reader's own zone where a door can. */
export function minuteTime(at: number, timeZone: string, locale: Locale): Inline {
  return { kind: 'time', at, as: 'minute', text: minuteWords(at, timeZone, locale) };
}

const DAY_KEYS = [
  'setup.mon',
  'setup.tue',
  'setup.wed',
  'setup.thu',
  'setup.fri',
  'setup.sat',
  'setup.sun',
] as const satisfies readonly TextKey[];

export function weekdayWord(day: number, t: Translate): string {
  return t(DAY_KEYS[day - 1] ?? 'setup.mon');
}

export function weekdaysWords(days: readonly number[], t: Translate): string {
  const all = days.join('');
  if (all === '12345') return t('setup.weekdays');
  if (all === '67') return t('setup.weekends');
  if (all === '1234567') return t('setup.every-day');
  return days.map((day) => weekdayWord(day, t)).join(', ');
}

export function topicsWords(topics: readonly string[], locale: Locale, t: Translate): string {
  return topics.length === 0 ? t('setup.all') : topics.map((topic) => topicName(topic, locale)).join(', ');
}

const LEVEL_KEYS = ['level.1', 'level.2', 'level.3'] as const satisfies readonly TextKey[];

export function levelWord(level: number, t: Translate): string {
  return t(LEVEL_KEYS[level - 1] ?? 'level.1');
}

export function levelsWords(levels: readonly number[], t: Translate): string {
  return levels.length === 0 ? t('setup.all') : levels.map((level) => levelWord(level, t)).join(', ');
}
