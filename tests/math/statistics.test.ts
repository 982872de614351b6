import { describe, expect, it } from 'vitest';
import { auc } from '../../src/math/auc.ts';
import { pearson } from '../../src/math/pearson.ts';
import { quadraticWeightedKappa } from '../../src/math/quadratic-weighted-kappa.ts';
import { ranks } from '../../src/math/ranks.ts';
import { rmse } from '../../src/math/rmse.ts';
import { spearman } from '../../src/math/spearman.ts';

describe('statistics of agreement', () => {
  it('correlate as in the worked example of the SciPy manual (scipy.stats.pearsonr)', () => {
    expect(pearson([1, 2, 3, 4, 5, 6, 7], [10, 9, 2.5, 6, 4, 3, 2])).toBeCloseTo(-0.828503883588428, 12);
  });

  it('correlate ranks as in the SciPy manual (scipy.stats.spearmanr)', () => {
    expect(spearman([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])).toBeCloseTo(0.8207826816681233, 12);
  });

  it('rank ties by their mean as in the SciPy manual (scipy.stats.rankdata)', () => {
    expect(ranks([0, 2, 3, 2])).toEqual([1, 2.5, 4, 2.5]);
  });

  it('take the area under the curve of the scikit-learn manual (roc_auc_score)', () => {
    expect(auc([0.35, 0.8], [0.1, 0.4])).toBe(0.75);
    expect(auc([1, 1], [1, 1])).toBe(0.5);
  });

  it('weigh disagreement by its square: hand-computed 3 by 3 table', () => {
    // One pair (0, 2): Σ(i − j)² = 4. Marginals 2, 1, 1 and 1, 1, 2 over 4 answers: expected 26/4.
    expect(quadraticWeightedKappa([0, 0, 1, 2], [0, 2, 1, 2], 2)).toBeCloseTo(1 - 4 / 6.5, 12);
    expect(quadraticWeightedKappa([0, 1, 2], [0, 1, 2], 2)).toBe(1);
    expect(quadraticWeightedKappa([0, 1], [1, 0], 1)).toBe(-1);
  });

  it('measure the error in the unit of the data', () => {
    expect(rmse([3, -0.5, 2, 7], [2.5, 0, 2, 8])).toBeCloseTo(Math.sqrt(0.375), 12);
  });

  it('refuse samples of unequal length and grades outside the scale', () => {
    expect(() => pearson([1], [1, 2])).toThrow(RangeError);
    expect(() => rmse([1], [])).toThrow(RangeError);
    expect(() => quadraticWeightedKappa([6], [1], 5)).toThrow(RangeError);
  });

  it('do not change their input', () => {
    const input = Object.freeze([3, 1, 2]);
    expect(ranks(input)).toEqual([3, 1, 2]);
    expect(input).toEqual([3, 1, 2]);
  });
});
