import type { Context } from '../../core/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Member } from '../../core/store.ts';
import { periodKey } from '../../core/stores/boards.ts';
import { excerpt, rankRows, runningStreaks } from '../../habits/board.ts';
import { addDays, type LocalDate, localDateOf, type Period, startOfPeriod } from '../../habits/day.ts';
import type { TextKey, Translate } from '../../texts/index.ts';
import { offDaysOf } from '../off-days.ts';

/** What a board shows, in words and numbers, before it becomes a picture or a list. */

export type By = 'points' | 'streak' | 'improved';

export interface ViewRow {
  readonly memberId: number;
  readonly place: number;
  readonly name: string;
  readonly value: number;
  readonly figure: string;
  readonly note: string;
  readonly streak?: number;
}

export interface BoardView {
  readonly by: By;
  readonly title: string;
  /** Who took part; nothing where it would say nothing. */
  readonly taking?: string;
  readonly rows: readonly ViewRow[];
  readonly rule: TextKey;
}

export const TOP = 10;
/** First answers that a mean is told from. */
const LEAST = 3;

/** With one decimal at most, thousands apart. */
export function pointsFigure(points: number): string {
  return (Math.round(points * 10) / 10).toLocaleString('en-US');
}

export function daysWords(days: number, t: Translate): string {
  return t(days === 1 ? 'stats.day' : 'stats.days', { days });
}

function attemptsWords(attempts: number, t: Translate): string {
  return t(attempts === 1 ? 'board.attempt' : 'board.attempts', { attempts });
}

/** A board is everybody's, so its week begins by the channel's clock; where no question comes, by the member's. */
export async function boardToday(
  { store, from, place, clock, defaultTimeZone }: Context,
  member: Member,
): Promise<LocalDate> {
  const subscription = await store.subscription(from.door, place);
  return localDateOf(clock.now(), subscription?.timeZone ?? member.timeZone ?? defaultTimeZone);
}

async function streaksOf(
  context: Context,
  member: Member,
  memberIds?: readonly number[],
): Promise<ReturnType<typeof runningStreaks<Awaited<ReturnType<Context['store']['streakFacts']>>[number]>>> {
  const { store, clock, defaultTimeZone } = context;
  const { workspaceId } = member;
  const facts = await store.streakFacts(workspaceId, memberIds);
  const away = await store.vacationsIn(workspaceId);
  const isOffDay = await offDaysOf(context, workspaceId, await boardToday(context, member));
  return runningStreaks(facts, away, { now: clock.now(), defaultTimeZone, isOffDay });
}

async function byPoints(context: Context, member: Member, period: Period): Promise<BoardView> {
  const { store, t } = context;
  const start = startOfPeriod(period, await boardToday(context, member));
  const { workspaceId, id: memberId } = member;
  const wanted = { workspaceId, memberId, top: TOP, period: periodKey(period, start) };
  const { top, around, answered } = await store.pointsBoard(wanted);
  const shown = [...top, ...around];
  const streaks = new Map(
    (
      await streaksOf(
        context,
        member,
        shown.map((row) => row.memberId),
      )
    ).map((row) => [row.memberId, row.value]),
  );
  return {
    by: 'points',
    title: t(`board.title.${period}`),
    taking: t(`board.answered.${period}`, { count: answered }),
    rule: 'board.rule.points',
    rows: shown.map((row) => ({
      ...row,
      value: row.points,
      figure: t('board.points', { points: pointsFigure(row.points) }),
      note: attemptsWords(row.attempts, t),
      streak: streaks.get(row.memberId) ?? 0,
    })),
  };
}

async function byStreak(context: Context, member: Member): Promise<BoardView> {
  const { t } = context;
  const ranked = rankRows(await streaksOf(context, member));
  const { top, around } = excerpt(ranked, member.id, TOP);
  return {
    by: 'streak',
    title: t('board.title.streak'),
    taking: t('board.running', { count: ranked.length }),
    rule: 'board.rule.streak',
    rows: [...top, ...around].map((row) => ({
      ...row,
      figure: daysWords(row.value, t),
      note: attemptsWords(row.attempts, t),
    })),
  };
}

async function byImprovement(context: Context, member: Member, period: 'week' | 'month'): Promise<BoardView> {
  const { store, t } = context;
  const start = startOfPeriod(period, await boardToday(context, member));
  if (start === undefined) throw new RangeError(`a ${period} has a beginning`);
  const { workspaceId, id: memberId } = member;
  const { top, around } = await store.improvements({
    workspaceId,
    memberId,
    top: TOP,
    least: LEAST,
    period: periodKey(period, start),
    before: periodKey(period, startOfPeriod(period, addDays(start, -1))),
  });
  return {
    by: 'improved',
    title: t(`board.title.improved-${period}`),
    rule: `board.rule.improved-${period}`,
    rows: [...top, ...around].map((row) => ({
      ...row,
      value: row.mean - row.before,
      figure: t('board.rise', {
        rise: pointsFigure(row.mean - row.before),
        before: Math.round(row.before),
        mean: Math.round(row.mean),
      }),
      note: attemptsWords(row.attempts, t),
    })),
  };
}

/** Throws UserError for a rise over all time, which has no period before it. */
export async function boardView(
  context: Context,
  member: Member,
  by: By,
  period: Period | undefined,
): Promise<BoardView> {
  switch (by) {
    case 'points':
      return byPoints(context, member, period ?? 'week');
    case 'streak':
      return byStreak(context, member);
    case 'improved':
      if (period === 'all') throw new UserError('error.board-improved');
      return byImprovement(context, member, period ?? 'month');
  }
}
