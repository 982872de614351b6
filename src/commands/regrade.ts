import type { Bank } from '../bank/bank.ts';
import type { AcceptedPhrase, Question } from '../bank/question.ts';
import type { Attempted, Regraded, Store } from '../core/store.ts';
import { type Grade, grade } from '../grading/grade.ts';
import { toLocalDate } from '../habits/day.ts';
import { dateOfDayNumber } from '../habits/local-date.ts';
import { pointsOf } from '../habits/points.ts';
import { longestStreak, STREAK_MIN_SCORE } from '../habits/streak.ts';
import { datesOf } from '../habits/vacation.ts';
import { offDaysOf } from './off-days.ts';

/**
 * Grades stored answers again after a rubric has grown or the grader has changed. A score never falls: what a member
 * was told stays true, and the answer keeps the version under which it earned its score.
 */

export interface Move {
  readonly answerId: number;
  readonly member: string;
  readonly questionId: string;
  readonly before: number;
  /** What the answer scores now; when it is lower the stored score stays. */
  readonly after: number;
}

function attemptOf(answer: Attempted, score: number) {
  const { id, memberId, questionId, level, kind, at } = answer;
  return { id, member: String(memberId), question: questionId, level, kind, score, at };
}

/** New scores, and the points of every answer counted afresh, as a retry's points depend on the scores before it. */
function withPoints(
  answers: readonly Attempted[],
  grades: ReadonlyMap<number, { score: number; covered?: readonly string[]; version?: string }>,
): Regraded[] {
  const scoreOf = (answer: Attempted): number => grades.get(answer.id)?.score ?? answer.score;
  const awards = pointsOf(answers.map((answer) => attemptOf(answer, scoreOf(answer))));
  return answers.flatMap((answer, index) => {
    const points = awards[index]?.points ?? answer.points;
    const changed = grades.get(answer.id);
    if (changed === undefined && points === answer.points) return [];
    const score = scoreOf(answer);
    return [
      {
        answerId: answer.id,
        score,
        points,
        covered: changed?.covered ?? answer.covered,
        version: changed?.version ?? answer.version,
        active: score >= STREAK_MIN_SCORE,
      },
    ];
  });
}

function coveredOf(result: Grade): string[] {
  return result.points.filter((point) => point.covered).map((point) => point.id);
}

function risen(
  question: Question,
  answer: Attempted,
  phrases: readonly AcceptedPhrase[],
): { move: Move; rise?: { score: number; covered: string[]; version: string } } | undefined {
  const result = grade(question.rubricWith(phrases), answer.text);
  if (result.score === answer.score) return undefined;
  const move = {
    answerId: answer.id,
    member: answer.memberName,
    questionId: question.id,
    before: answer.score,
    after: result.score,
  };
  return result.score < answer.score
    ? { move }
    : { move, rise: { score: result.score, covered: coveredOf(result), version: question.version } };
}

/** Grades everybody's answers to one question of a workspace again; writes what rose and returns all that moved. */
export async function regradeQuestion(
  store: Store,
  question: Question,
  workspaceId: number,
): Promise<Move[]> {
  const answers = await store.attempts({ workspaceId, questionId: question.id });
  const phrases = await store.phrases(workspaceId, question.id);
  const moves: Move[] = [];
  const rises = new Map<number, { score: number; covered: string[]; version: string }>();
  for (const answer of answers) {
    const found = risen(question, answer, phrases);
    if (found === undefined) continue;
    moves.push(found.move);
    if (found.rise !== undefined) rises.set(answer.id, found.rise);
  }
  await store.applyRegrade(withPoints(answers, rises));
  return moves;
}

export interface Rebuilt {
  readonly answers: number;
  /** Answers whose points or day were not as the stored scores say. */
  readonly corrected: number;
  /** Active days and running sums that were not as the answers say. */
  readonly days: number;
  readonly tallies: number;
  readonly moves: readonly Move[];
}

const END_OF_TIME = toLocalDate('9999-12-31');

/** Longest streaks as the days say; a stored one that is longer stays, as it was reached under an earlier schedule. */
async function raiseLongest(store: Store, bank: Bank, workspaceIds: ReadonlySet<number>): Promise<void> {
  for (const workspaceId of workspaceIds) {
    // Of days that are over the posts tell; nothing here looks ahead.
    const isOffDay = await offDaysOf({ store, bank }, workspaceId, END_OF_TIME);
    const away = await store.vacationsIn(workspaceId);
    for (const { memberId, days } of await store.streakFacts(workspaceId)) {
      const excused = new Set<string>(datesOf(away.filter((one) => one.memberId === memberId)));
      const isOff = (day: number): boolean => {
        const date = dateOfDayNumber(day);
        return excused.has(date) || isOffDay(date);
      };
      const longest = longestStreak({ active: days, isOff, today: days.at(-1) ?? 0 });
      await store.raiseLongestStreak({ id: memberId }, longest);
    }
  }
}

/** Counts points, days, sums and streaks of every stored answer afresh; with `regrade` grades the texts again first. */
export async function rebuildAll(store: Store, bank: Bank, regrade: boolean): Promise<Rebuilt> {
  const moves: Move[] = [];
  if (regrade) {
    const pairs = new Map<string, { workspaceId: number; questionId: string }>();
    for (const { workspaceId, questionId } of await store.attempts())
      pairs.set(`${workspaceId} ${questionId}`, { workspaceId, questionId });
    for (const { workspaceId, questionId } of pairs.values()) {
      const question = bank.questions.get(questionId);
      if (question !== undefined) moves.push(...(await regradeQuestion(store, question, workspaceId)));
    }
  }
  const answers = await store.attempts();
  const corrected = withPoints(answers, new Map());
  await store.applyRegrade(corrected);
  const mended = await store.rebuildFigures(STREAK_MIN_SCORE);
  await raiseLongest(store, bank, new Set(answers.map((answer) => answer.workspaceId)));
  return { answers: answers.length, corrected: corrected.length, ...mended, moves };
}
