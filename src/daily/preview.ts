import type { Bank } from '../bank/bank.ts';
import { pickOfTheDay } from '../bank/pick.ts';
import type { Question } from '../bank/question.ts';
import type { ChannelHistory, Subscription } from '../core/store.ts';
import { addDays, type LocalDate, localDateOf, weekdayOf } from '../habits/day.ts';
import { dueInstant } from '../habits/due.ts';
import { effectiveSchedule, type Reason, reasonAgainst } from './effective-schedule.ts';

export const PREVIEW_DAYS = 14;

export interface PreviewDay {
  readonly date: LocalDate;
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
  readonly what:
    | { readonly kind: 'asked' | 'question'; readonly question: Question }
    /** The time had passed before the channel was set up this way, or no question fits. */
    | { readonly kind: 'none' }
    | Reason;
}

/** What a channel is asked on a date, given all that it was asked before; as the daily run picks. */
function pickFor(
  { topics, levels, door, place }: Subscription,
  history: ChannelHistory,
  bank: Bank,
  localDate: LocalDate,
): Question | undefined {
  const seed = `${door} ${place.channel}`;
  const input = { questions: bank.questions.values(), topics, levels, ...history, seed, localDate };
  return pickOfTheDay(input);
}

/**
 * The next two weeks of a channel, today first. The picks go by the results of now: answers that come meanwhile may change
 * them.
 */
export function previewOf(
  subscription: Subscription,
  history: ChannelHistory,
  bank: Bank,
  now: number,
): PreviewDay[] {
  const schedule = effectiveSchedule(subscription, bank.holidays);
  const today = localDateOf(now, subscription.timeZone);
  const asked = [...history.asked];
  const lastDate = asked.at(-1)?.localDate;
  return Array.from({ length: PREVIEW_DAYS }, (_, index) => {
    const date = addDays(today, index);
    const weekday = weekdayOf(date);
    const what = (): PreviewDay['what'] => {
      const earlier = history.asked.find((one) => one.localDate === date);
      const known = earlier === undefined ? undefined : bank.questions.get(earlier.questionId);
      if (known !== undefined) return { kind: 'asked', question: known };
      if (subscription.paused) return { kind: 'paused' };
      const reason = reasonAgainst(subscription, date, weekday, bank.holidays);
      if (reason !== undefined) return reason;
      const over = lastDate !== undefined && date <= lastDate;
      if (over || dueInstant(schedule, date) < subscription.nextDueAt) return { kind: 'none' };
      const question = pickFor(subscription, { ...history, asked }, bank, date);
      if (question === undefined) return { kind: 'none' };
      asked.push({ questionId: question.id, localDate: date });
      return { kind: 'question', question };
    };
    return { date, weekday, what: what() };
  });
}
