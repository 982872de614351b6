import { softmax } from './softmax.ts';
import { dot, matmul, type Rows } from './vector.ts';

export interface AttentionSettings {
  /** Hides key j > i from query i. */
  readonly causal: boolean;
  /** Divides the scores by the square root of the width of a query. */
  readonly scale: boolean;
}

export interface Attention {
  /** Before masking. */
  readonly scores: number[][];
  readonly weights: number[][];
  readonly output: number[][];
}

/**
 * softmax(q k' / sqrt(c)) v (Vaswani et al., "Attention Is All You Need", 2017, section 3.2.1). q[n][c], k[m][c], v[m][d] ->
 * scores and weights [n][m], output [n][d]. A hidden key has weight 0, as if its score were minus infinity. Cost: n m (c + d).
 */
export function attend(q: Rows, k: Rows, v: Rows, { causal, scale }: AttentionSettings): Attention {
  const divisor = scale ? Math.sqrt(q[0]?.length ?? 1) : 1;
  const scores = q.map((query) => k.map((key) => dot(query, key) / divisor));
  const weights = scores.map((row, i) => {
    const seen = causal ? row.slice(0, i + 1) : row;
    return [...softmax(seen), ...row.slice(seen.length).map(() => 0)];
  });
  return { scores, weights, output: matmul(weights, v) };
}
