import type { Question } from './question.ts';

/**
 * The question of the day: a pure function of what the channel was asked, how the team did, and the date.
 * Never asked before in that channel first; topics in turn, weak ones more often; a question that the team answered
 * badly comes back after a while; when all have been asked, the longest ago comes first.
 */

export interface PickInput {
  readonly questions: Iterable<Question>;
  /** Empty: all topics, all levels. */
  readonly topics: readonly string[];
  readonly levels: readonly number[];
  /** In the order of the dates, oldest first. */
  readonly asked: readonly { readonly questionId: string; readonly localDate: string }[];
  readonly results: ReadonlyMap<string, { readonly mean: number; readonly count: number }>;
  /** Tells channels apart, so that two channels do not march in step. */
  readonly seed: string;
}

/** Every so many posts, one that went badly returns, not sooner than that many posts after it was asked. */
export const COMEBACK_EVERY = 6;
export const COMEBACK_AFTER = 10;
export const BADLY_ANSWERED = 50;
const WEAK_TOPIC = 60;

/** FNV-1a, 32 bits (draft-eastlake-fnv): spreads ids evenly without randomness. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

function comeback(eligible: readonly Question[], input: PickInput): Question | undefined {
  if (input.asked.length === 0 || input.asked.length % COMEBACK_EVERY !== 0) return undefined;
  const lastAsked = new Map(input.asked.map(({ questionId }, index) => [questionId, index]));
  return eligible
    .filter((question) => {
      const index = lastAsked.get(question.id);
      const result = input.results.get(question.id);
      return (
        index !== undefined &&
        input.asked.length - index > COMEBACK_AFTER &&
        result !== undefined &&
        result.mean < BADLY_ANSWERED
      );
    })
    .sort(
      (a, b) =>
        (input.results.get(a.id)?.mean ?? 0) - (input.results.get(b.id)?.mean ?? 0) || (a.id < b.id ? -1 : 1),
    )[0];
}

/** How much of the turn a topic gets: 1, up to 2 for one in which the team scores nothing. */
function weightOf(topic: string, questions: readonly Question[], results: PickInput['results']): number {
  let sum = 0;
  let count = 0;
  for (const question of questions) {
    const result = question.topic === topic ? results.get(question.id) : undefined;
    if (result === undefined) continue;
    sum += result.mean * result.count;
    count += result.count;
  }
  const mean = count === 0 ? WEAK_TOPIC : sum / count;
  return 1 + Math.max(0, WEAK_TOPIC - mean) / WEAK_TOPIC;
}

function nextTopic(unseen: readonly Question[], eligible: readonly Question[], input: PickInput): string {
  const topicOf = new Map(eligible.map((question) => [question.id, question.topic]));
  const turns = new Map<string, number>();
  for (const { questionId } of input.asked) {
    const topic = topicOf.get(questionId);
    if (topic !== undefined) turns.set(topic, (turns.get(topic) ?? 0) + 1);
  }
  const share = (topic: string): number => (turns.get(topic) ?? 0) / weightOf(topic, eligible, input.results);
  const topics = [...new Set(unseen.map((question) => question.topic))];
  return (
    topics.sort(
      (a, b) => share(a) - share(b) || hash(`${input.seed} ${a}`) - hash(`${input.seed} ${b}`),
    )[0] ?? ''
  );
}

/** Undefined only when no question fits the topics and levels. */
export function pickOfTheDay(input: PickInput): Question | undefined {
  const eligible = [...input.questions].filter(
    (question) =>
      (input.topics.length === 0 || input.topics.includes(question.topic)) &&
      (input.levels.length === 0 || input.levels.includes(question.level)),
  );
  const lastAsked = new Map(input.asked.map(({ questionId }, index) => [questionId, index]));
  const back = comeback(eligible, input);
  if (back !== undefined) return back;
  const unseen = eligible.filter((question) => !lastAsked.has(question.id));
  if (unseen.length === 0)
    return eligible.sort((a, b) => (lastAsked.get(a.id) ?? 0) - (lastAsked.get(b.id) ?? 0))[0];
  const topic = nextTopic(unseen, eligible, input);
  return unseen
    .filter((question) => question.topic === topic)
    .sort(
      (a, b) =>
        a.level - b.level ||
        hash(`${input.seed} ${a.id}`) - hash(`${input.seed} ${b.id}`) ||
        (a.id < b.id ? -1 : 1),
    )[0];
}
