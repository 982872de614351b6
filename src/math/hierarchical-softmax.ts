import type { Turn } from './huffman.ts';
import { sigmoid } from './sigmoid.ts';

/**
 * Probability of a leaf: the product over its path of sigmoid(score) for bit 0 and 1 - sigmoid(score) for bit 1, scores[inner
 * node] (Morin & Bengio, AISTATS 2005; with Huffman trees in Mikolov et al., 2013). The leaves of a tree sum to 1 without a
 * normalising sum. Cost: the length of the path.
 */
export function pathProbability(path: readonly Turn[], scores: readonly number[]): number {
  return path.reduce((product, { inner, bit }) => {
    const score = scores[inner] ?? 0;
    return product * sigmoid(bit === 0 ? score : -score);
  }, 1);
}
