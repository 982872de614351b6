import type { Question } from './question.ts';

/**
 * What a channel's posts come to: rounds, each of which asks every question once, and comebacks in between.
 *
 * Which of the two a post was follows from the posts before it: while something of the round is left, a question of an earlier
 * part of the round can only have been a comeback.
 */

export interface Asked {
  readonly questionId: string;
  readonly localDate: string;
}

/** How a question stands in its channel. */
export interface Standing {
  /** Rounds in which it has been asked. */
  rounds: number;
  /** Comebacks since it was last asked in a round. */
  comebacks: number;
  /** Local dates; none before it was asked. */
  askedInRound?: string;
  lastAsked?: string;
}

export interface Rounds {
  readonly standings: ReadonlyMap<string, Standing>;
  /** How many rounds are through. */
  readonly done: number;
  /** Questions of this round that are left, by topic. */
  readonly left: ReadonlyMap<string, number>;
  /** Posts since the last comeback; all posts where there was none. */
  readonly sinceComeback: number;
  /** Topics of all posts, oldest first. */
  readonly topics: readonly string[];
}

function countTopics(questions: readonly Question[], fits: (question: Question) => boolean) {
  const counts = new Map<string, number>();
  for (const question of questions)
    if (fits(question)) counts.set(question.topic, (counts.get(question.topic) ?? 0) + 1);
  return counts;
}

/** Posts of questions that are not among `questions` (any more) are passed over. */
export function roundsOf(questions: readonly Question[], asked: readonly Asked[]): Rounds {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const standings = new Map<string, Standing>(
    questions.map((question) => [question.id, { rounds: 0, comebacks: 0 }]),
  );
  const topics: string[] = [];
  let done = 0;
  let total = questions.length;
  let left = countTopics(questions, () => true);
  let sinceComeback = 0;
  for (const { questionId, localDate } of asked) {
    const question = byId.get(questionId);
    const standing = standings.get(questionId);
    if (question === undefined || standing === undefined) continue;
    topics.push(question.topic);
    standing.lastAsked = localDate;
    if (standing.rounds > done) {
      standing.comebacks += 1;
      sinceComeback = 0;
      continue;
    }
    standing.rounds += 1;
    standing.comebacks = 0;
    standing.askedInRound = localDate;
    sinceComeback += 1;
    left.set(question.topic, (left.get(question.topic) ?? 0) - 1);
    total -= 1;
    if (total > 0) continue;
    done += 1;
    total = questions.length;
    left = countTopics(questions, () => true);
  }
  return { standings, done, left, sinceComeback, topics };
}
