import { comeback } from './comeback.ts';
import type { Question } from './question.ts';
import { type Asked, type Rounds, roundsOf } from './rounds.ts';
import { turnsOf } from './turns.ts';

/**
 * The question of the day: a pure function of what the channel was asked, how the team did, and the date. See docs/daily.md.
 *
 * A round asks every question once before any comes again, topics in turns that give each its share. Questions that the team
 * answered badly come back in between. When all have been asked, the next round takes the longest ago first.
 */

export interface PickInput {
  readonly questions: Iterable<Question>;
  /** Empty: all topics, all levels. */
  readonly topics: readonly string[];
  readonly levels: readonly number[];
  /** As they were asked, oldest first. */
  readonly asked: readonly Asked[];
  readonly results: ReadonlyMap<string, { readonly mean: number; readonly count: number }>;
  /** Tells channels apart, so that two channels do not march in step. */
  readonly seed: string;
  /** The date that the question is for, in the channel's zone. */
  readonly localDate: string;
}

/** FNV-1a, 32 bits (draft-eastlake-fnv): spreads ids evenly without randomness. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

/** Topics of a round, turn by turn; each channel begins at another turn. */
export function roundOrder(questions: readonly Question[], seed: string): readonly string[] {
  const sizes = new Map<string, number>();
  for (const { topic } of questions) sizes.set(topic, (sizes.get(topic) ?? 0) + 1);
  const topics = [...sizes.keys()].sort();
  const turns = turnsOf(topics.map((topic) => sizes.get(topic) ?? 0));
  const start = hash(seed) % turns.length;
  return turns.map((_, index) => topics[turns[(start + index) % turns.length] ?? 0] ?? '');
}

/**
 * The topic that is furthest behind the order of the round; where nothing was added or taken away meanwhile, the one whose turn it
 * is.
 */
function topicInTurn(order: readonly string[], turn: number, { left }: Rounds): string {
  const sizes = new Map<string, number>();
  for (const topic of order) sizes.set(topic, (sizes.get(topic) ?? 0) + 1);
  const wanted = new Map<string, number>();
  for (const topic of order.slice(0, turn + 1)) wanted.set(topic, (wanted.get(topic) ?? 0) + 1);
  const behind = (topic: string): number =>
    (wanted.get(topic) ?? 0) - ((sizes.get(topic) ?? 0) - (left.get(topic) ?? 0));
  const open = [...left].filter(([, count]) => count > 0).map(([topic]) => topic);
  return open.sort((a, b) => behind(b) - behind(a) || (a < b ? -1 : 1))[0] ?? '';
}

/** New questions begin with the easy ones; of those asked before, the longest ago comes first. */
function firstOf(candidates: readonly Question[], rounds: Rounds, seed: string): Question | undefined {
  const ranked = candidates.map((question) => ({
    question,
    lastAsked: rounds.standings.get(question.id)?.lastAsked ?? '',
    mixed: hash(`${seed} ${question.id}`),
  }));
  ranked.sort(
    (a, b) =>
      (a.lastAsked < b.lastAsked ? -1 : a.lastAsked > b.lastAsked ? 1 : 0) ||
      a.question.level - b.question.level ||
      a.mixed - b.mixed ||
      (a.question.id < b.question.id ? -1 : 1),
  );
  return ranked[0]?.question;
}

/** Undefined only when no question fits the topics and levels. */
export function pickOfTheDay(input: PickInput): Question | undefined {
  const eligible = [...input.questions].filter(
    (question) =>
      (input.topics.length === 0 || input.topics.includes(question.topic)) &&
      (input.levels.length === 0 || input.levels.includes(question.level)),
  );
  if (eligible.length === 0) return undefined;
  const rounds = roundsOf(eligible, input.asked);
  const order = roundOrder(eligible, input.seed);
  const turn = order.length - [...rounds.left.values()].reduce((sum, count) => sum + count, 0);
  const back = comeback({ ...input, eligible, rounds, order, turn });
  if (back !== undefined) return back;
  const topic = topicInTurn(order, turn, rounds);
  const candidates = eligible.filter(
    (question) => question.topic === topic && rounds.standings.get(question.id)?.rounds === rounds.done,
  );
  return firstOf(candidates, rounds, input.seed);
}
