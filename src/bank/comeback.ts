import { daysBetween, toLocalDate } from '../habits/day.ts';
import type { Question } from './question.ts';
import type { Rounds, Standing } from './rounds.ts';
import { WINDOW } from './turns.ts';

/** Questions that the team answered badly, and when they come back. A comeback takes no turn of the round: it comes in between. */

/** Days after a question was asked in its round from which it may come back, for the first, second and third time. */
export const COMEBACK_DAYS = [7, 21, 60] as const;
/** At most one of so many posts is a comeback. */
export const COMEBACK_EVERY = 6;
/** A mean below this is a bad answer. */
export const BADLY_ANSWERED = 50;

interface Situation {
  readonly eligible: readonly Question[];
  readonly rounds: Rounds;
  /** Topics of the round, and the turn that is next. */
  readonly order: readonly string[];
  readonly turn: number;
  readonly results: ReadonlyMap<string, { readonly mean: number; readonly count: number }>;
  readonly localDate: string;
}

/** Days since the question might have come back; negative before, undefined when it does not come back (again). */
function overdue({ comebacks, askedInRound, lastAsked }: Standing, localDate: string): number | undefined {
  const mark = COMEBACK_DAYS[comebacks];
  if (mark === undefined || askedInRound === undefined || lastAsked === undefined) return undefined;
  const date = toLocalDate(localDate);
  // A late comeback does not bring the next one nearer than their marks are apart.
  const pause = mark - (COMEBACK_DAYS[comebacks - 1] ?? 0);
  return Math.min(
    daysBetween(toLocalDate(askedInRound), date) - mark,
    daysBetween(toLocalDate(lastAsked), date) - pause,
  );
}

/**
 * Whether one more question of the topic today leaves it at most one above its share, in whole questions, in every window that
 * holds today.
 */
function fits(topic: string, { rounds, order, turn }: Situation): boolean {
  const share = (WINDOW * order.filter((one) => one === topic).length) / order.length;
  const past = rounds.topics.slice(1 - WINDOW);
  const coming = Array.from({ length: WINDOW - 1 }, (_, index) => order[(turn + index) % order.length]);
  const row = [...past, topic, ...coming];
  for (let start = 0; start <= past.length; start++) {
    const count = row.slice(start, start + WINDOW).filter((one) => one === topic).length;
    if (count > Math.ceil(share) + 1) return false;
  }
  return true;
}

/** The badly answered question whose return is longest overdue, when today is a day for one. */
export function comeback(situation: Situation): Question | undefined {
  const { eligible, rounds, order, turn, results, localDate } = situation;
  // On the first turn of a round a comeback could not be told from the round's own question.
  if (turn === 0 || rounds.sinceComeback < COMEBACK_EVERY - 1 || order.length <= COMEBACK_EVERY)
    return undefined;
  const due = eligible.flatMap((question) => {
    const standing = rounds.standings.get(question.id);
    const result = results.get(question.id);
    if (standing === undefined || result === undefined || result.mean >= BADLY_ANSWERED) return [];
    // What this round has still to ask is no comeback.
    if (standing.rounds === rounds.done) return [];
    const late = overdue(standing, localDate);
    return late === undefined || late < 0 ? [] : [{ question, late, mean: result.mean }];
  });
  due.sort((a, b) => b.late - a.late || a.mean - b.mean || (a.question.id < b.question.id ? -1 : 1));
  return due.find(({ question }) => fits(question.topic, situation))?.question;
}
