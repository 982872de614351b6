import { type LocalDate, localDateOf } from '../habits/day.ts';
import { type Due, graceEnd, latestDue, nextDue, type Schedule } from '../habits/due.ts';

/** Far enough away never to be due, for a schedule without any date left. */
export const NEVER = Number.MAX_SAFE_INTEGER;

const TWO_DAYS_MS = 2 * 24 * 3600 * 1000;
/** Whoever sets a channel up takes a few minutes to press the last button. */
const JUST_MS = 5 * 60 * 1000;

export interface Change {
  /** The schedule as it is from now on. */
  readonly schedule: Schedule;
  /** What was to come until now; undefined for a channel that gets its first question, and after a pause. */
  readonly before: { readonly nextDueAt: number; readonly timeZone: string } | undefined;
  /** The latest date that has had a question. */
  readonly lastDate: string | undefined;
  /** Until when, `HH:MM` of its date, a late question is still wanted. */
  readonly graceUntil: string;
}

/**
 * The question that comes next after a change of the schedule, so that each local date keeps at most one and a question that
 * was still to come today is not lost.
 *
 * - A date that has had its question gets no other, whatever time, zone or weekday was changed.
 * - Today's question was still to come and the new time is still ahead: it comes at the new time.
 * - It was still to come and the new time has passed: it comes at once, unless it is later than the grace allows.
 * - A first question, or one after a pause, waits for the next time of day, unless the time has only just come: nobody expects the
 *   question of this morning in the afternoon, and everybody that of this minute.
 */
export function nextQuestion(change: Change, now: number): Due | undefined {
  const { schedule, lastDate } = change;
  const late = latestDue(schedule, now);
  if (late !== undefined && isNew(late, lastDate) && isWanted(change, late, now)) return late;
  let due = nextDue(schedule, now);
  while (due !== undefined && !isNew(due, lastDate)) due = nextDue(schedule, due.at);
  return due;
}

function isNew({ date }: { readonly date: LocalDate }, lastDate: string | undefined): boolean {
  return lastDate === undefined || date > lastDate;
}

/** Whether the question that was next belongs to the date that it is now, or to one before that nobody posted for. */
function wasOwed({ before }: Change, now: number): boolean {
  if (before === undefined || before.nextDueAt > now + TWO_DAYS_MS) return false;
  return localDateOf(before.nextDueAt, before.timeZone) <= localDateOf(now, before.timeZone);
}

/** A question that was to come today, or whose time has just come, and still may. */
function isWanted(change: Change, late: Due, now: number): boolean {
  return (wasOwed(change, now) || now - late.at < JUST_MS) && inGrace(change, late, now);
}

function inGrace({ schedule, graceUntil }: Change, due: Due, now: number): boolean {
  return now <= graceEnd(schedule, graceUntil, due);
}
