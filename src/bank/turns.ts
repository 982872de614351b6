/**
 * Whose turn it is: the order in which a round through all questions of a channel takes its topics.
 *
 * The order goes round and round; in any {@link WINDOW} turns in a row a topic has its share of them, give or take one. A
 * topic's share is that of its questions among all questions of the round, so that no topic runs out before the others.
 */

/** Turns in a row over which every topic is to have its share. */
export const WINDOW = 20;

const TRIES = 16;
const SWAPS = 8000;
const REMEMBERED = 64;

/** Park and Miller's generator: the search for an order has to come out the same everywhere. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 0x7fff_ffff;
    return state % below;
  };
}

/** Topic `t` has `sizes[t]` turns, spread evenly; `phases` shift them against each other. */
function spread(sizes: readonly number[], phases: readonly number[]): number[] {
  const turns = sizes.flatMap((size, topic) =>
    Array.from({ length: size }, (_, index) => ({ topic, at: (index + (phases[topic] ?? 0)) / size })),
  );
  return turns.sort((a, b) => a.at - b.at || a.topic - b.topic).map(({ topic }) => topic);
}

/** By how much windows of the order give a topic more than one turn above or below its share, summed. */
function excessOf(order: readonly number[], topic: number, size: number): number {
  const length = order.length;
  const share = (WINDOW * size) / length;
  let count = 0;
  for (let i = 0; i < WINDOW; i++) if (order[i % length] === topic) count += 1;
  let excess = 0;
  for (let i = 0; i < length; i++) {
    excess += Math.max(0, Math.abs(count - share) - 1 - 1e-9);
    if (order[i] === topic) count -= 1;
    if (order[(i + WINDOW) % length] === topic) count += 1;
  }
  return excess;
}

/** Swaps turns for as long as that brings topics closer to their shares. */
function mend(order: number[], sizes: readonly number[], next: (below: number) => number): number {
  const excess = sizes.map((size, topic) => excessOf(order, topic, size));
  let total = excess.reduce((sum, one) => sum + one, 0);
  for (let swap = 0; swap < SWAPS && total > 0; swap++) {
    const i = next(order.length);
    const j = (i + 1 + next(WINDOW)) % order.length;
    const [a = 0, b = 0] = [order[i], order[j]];
    if (a === b) continue;
    [order[i], order[j]] = [b, a];
    const [newA, newB] = [excessOf(order, a, sizes[a] ?? 0), excessOf(order, b, sizes[b] ?? 0)];
    const change = newA + newB - (excess[a] ?? 0) - (excess[b] ?? 0);
    if (change > 0) {
      [order[i], order[j]] = [a, b];
      continue;
    }
    [excess[a], excess[b]] = [newA, newB];
    total = excess.reduce((sum, one) => sum + one, 0);
  }
  return total;
}

function search(sizes: readonly number[]): readonly number[] {
  let best: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < TRIES && least > 0; attempt++) {
    const next = generator(attempt + 1);
    const phases = sizes.map(() => (attempt === 0 ? 0.5 : next(1000) / 1000));
    const order = spread(sizes, phases);
    const excess = mend(order, sizes, next);
    if (excess < least) [best, least] = [order, excess];
  }
  return best;
}

const found = new Map<string, readonly number[]>();

/**
 * One round: numbers of topics, as often as each has questions. There are sizes for which no such order exists or is found; then it
 * is the best one seen, a little over one turn off at its worst.
 */
export function turnsOf(sizes: readonly number[]): readonly number[] {
  const key = sizes.join(' ');
  const known = found.get(key);
  if (known !== undefined) return known;
  if (found.size >= REMEMBERED) found.clear();
  const order = search(sizes);
  found.set(key, order);
  return order;
}
