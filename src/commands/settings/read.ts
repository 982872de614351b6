import { UserError } from '../../core/errors.ts';
import { nearestZones, zoneNamed } from '../../core/zones.ts';
import { addDays, type LocalDate, toLocalDate } from '../../habits/day.ts';

/** What members type in their settings, to values. Each throws UserError that says what is allowed. */

const OFF: ReadonlySet<string> = new Set(['off', 'none', 'no', '끄기', '꺼짐', '안받기', '없음']);
const DEFAULT: ReadonlySet<string> = new Set(['', 'default', 'auto', '기본', '기본값', '자동']);

function wordOf(raw: string): string {
  return raw.trim().toLowerCase().replaceAll(' ', '');
}

/** Null: the team's. */
export function readZone(raw: string): string | null {
  if (DEFAULT.has(wordOf(raw))) return null;
  const zone = zoneNamed(raw);
  if (zone !== undefined) return zone;
  const value = raw.trim().slice(0, 40);
  const near = nearestZones(value).join(', ');
  throw new UserError(near === '' ? 'error.time-zone' : 'error.time-zone-near', { value, near });
}

/** `21:00`, `9:05`, `21`, `21시`, `21시 30분`. */
const TIME = /^(\d{1,2})(?::(\d{2})|시(?:(\d{1,2})분)?)?$/;

/** `HH:MM`, or null for no reminders. */
export function readReminder(raw: string): string | null {
  const word = wordOf(raw);
  if (word === '' || OFF.has(word)) return null;
  const found = TIME.exec(word);
  const hour = Number(found?.[1]);
  const minute = Number(found?.[2] ?? found?.[3] ?? 0);
  if (found === null || hour > 23 || minute > 59)
    throw new UserError('error.reminder', { value: raw.trim().slice(0, 40) });
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function toDate(text: string): LocalDate | undefined {
  try {
    return toLocalDate(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const TODAY: ReadonlySet<string> = new Set(['today', '오늘']);
const TOMORROW: ReadonlySet<string> = new Set(['tomorrow', '내일']);
/** `12-24`, `12/24`, `12.24`, `12월 24일`. */
const MONTH_DAY = /^(\d{1,2})(?:[-/.](\d{1,2})\.?|월(\d{1,2})일)$/;
/** 29 February comes within eight years, also across 2100. */
const YEARS_TO_LOOK = 8;

/** The next such day of the year, from today on. */
function nextMonthDay(month: string, day: string, today: LocalDate): LocalDate | undefined {
  const rest = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const year = Number(today.slice(0, 4));
  for (let ahead = 0; ahead <= YEARS_TO_LOOK; ahead += 1) {
    const date = toDate(`${year + ahead}-${rest}`);
    if (date !== undefined && date >= today) return date;
  }
  return undefined;
}

/** A date, written in full, as the next such day of the year, or as today or tomorrow. */
export function readDate(option: string, raw: string, today: LocalDate): LocalDate {
  const word = wordOf(raw);
  if (TODAY.has(word)) return today;
  if (TOMORROW.has(word)) return addDays(today, 1);
  const short = MONTH_DAY.exec(word);
  const date =
    short === null
      ? toDate(word.replaceAll(/[/.]/g, '-'))
      : nextMonthDay(short[1] ?? '', short[2] ?? short[3] ?? '', today);
  if (date === undefined)
    throw new UserError('error.date', { option, value: raw.trim().slice(0, 40), today });
  return date;
}

const WEEK: ReadonlySet<string> = new Set(['week', '1week', '일주일', '1주일', '1주']);
/** A longer pause is what switching off is for. */
const MAX_SNOOZE_DAYS = 365;

/** The date on which reminders come again; null: now. */
export function readSnooze(raw: string, today: LocalDate): LocalDate | null {
  const word = wordOf(raw);
  if (word === '' || OFF.has(word)) return null;
  if (TODAY.has(word)) return addDays(today, 1);
  if (WEEK.has(word)) return addDays(today, 7);
  const until = readDate('snooze', raw, today);
  const last = addDays(today, MAX_SNOOZE_DAYS);
  if (until <= today || until > last) throw new UserError('error.snooze', { first: addDays(today, 1), last });
  return until;
}
