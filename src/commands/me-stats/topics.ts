import type { Bank } from '../../bank/bank.ts';

/** Topics by the mean of the member's best scores on their questions, the weakest first. */
export function topicsByScore(
  bank: Bank,
  best: ReadonlyMap<string, number>,
): { readonly topic: string; readonly mean: number }[] {
  const scores = new Map<string, number[]>();
  for (const [id, score] of best) {
    const topic = bank.questions.get(id)?.topic;
    if (topic !== undefined) scores.set(topic, [...(scores.get(topic) ?? []), score]);
  }
  return [...scores]
    .map(([topic, all]) => ({ topic, mean: all.reduce((sum, score) => sum + score, 0) / all.length }))
    .sort((a, b) => a.mean - b.mean || (a.topic < b.topic ? -1 : 1));
}
