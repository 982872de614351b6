import { describe, expect, it } from 'vitest';
import { expectRefusal, expectResults, numbersIn, resultsOf } from '../support/demo-values.ts';

describe('attention', () => {
  it('agrees with PyTorch on the defaults', () => {
    const half = Math.SQRT1_2;
    expectResults(
      'attention',
      {},
      {
        scores: [
          [half, 0, half],
          [0, half, half],
          [half, half, Math.SQRT2],
        ],
        weights: [
          [0.4011120926797859, 0.1977758146404282, 0.4011120926797859],
          [0.1977758146404282, 0.4011120926797859, 0.4011120926797859],
          [0.24825507825772308, 0.24825507825772308, 0.5034898434845538],
        ],
        output: [
          [3, 4],
          [3.4066725560787154, 4.406672556078716],
          [3.5104695304536615, 4.510469530453662],
        ],
      },
    );
  });

  it('hides later keys and leaves the scores as they were, by hand', () => {
    const e = Math.E;
    expectResults(
      'attention',
      { causal: true, scale: false },
      {
        scores: [
          [1, 0, 1],
          [0, 1, 1],
          [1, 1, 2],
        ],
        weights: [
          [1, 0, 0],
          [1 / (1 + e), e / (1 + e), 0],
          [1 / (2 + e), 1 / (2 + e), e / (2 + e)],
        ],
      },
    );
  });

  it.each([
    [[[2]], [[1], [3], [5]], [[7], [8], [9]], [[7]]],
    [[[0], [0], [0]], [[1]], [[7]], [[7], [7], [7]]],
  ])('masks where queries and keys differ in number: %j', (q, k, v, output) => {
    expectResults('attention', { q, k, v, causal: true }, { output });
  });

  it('stays finite at the largest scores', () => {
    const row = Array.from({ length: 16 }, () => 100);
    const found = resultsOf('attention', {
      q: [row],
      k: [row, row.map((x) => -x)],
      v: [[1], [2]],
      scale: false,
    });
    expect(numbersIn(found.weights)).toEqual([1, 0]);
    expect(numbersIn(found.scores)).toEqual([160000, -160000]);
  });

  it('refuses sizes that do not match', () => {
    expectRefusal('attention', { q: [[1, 2, 3]] }, 'k');
    expectRefusal('attention', { v: [[1], [2]] }, 'v');
  });
});

describe('positional encoding', () => {
  it('sines and cosines of Vaswani et al. (2017), section 3.5', () => {
    const row = (at: number): number[] => [
      Math.sin(at),
      Math.cos(at),
      Math.sin(at / 100),
      Math.cos(at / 100),
    ];
    expectResults('positional-encoding', {}, { pe: [0, 1, 2, 3, 4, 5].map(row) });
  });

  it('position 3 in six dimensions, by hand', () => {
    const { pe } = resultsOf('positional-encoding', { length: 4, d_model: 6 });
    const angles = [3, 3 / 10000 ** (1 / 3), 3 / 10000 ** (2 / 3)];
    const wanted = angles.flatMap((angle) => [Math.sin(angle), Math.cos(angle)]);
    numbersIn(pe)
      .slice(18)
      .forEach((value, i) => {
        expect(value).toBeCloseTo(wanted[i] ?? Number.NaN, 12);
      });
  });

  it('a single position is 0, 1, 0, 1, …', () => {
    expectResults('positional-encoding', { length: 1, d_model: 4 }, { pe: [[0, 1, 0, 1]] });
  });

  it('refuses an odd width', () => {
    expectRefusal('positional-encoding', { d_model: 5 }, 'd_model');
  });
});
