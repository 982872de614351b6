import { describe, it } from 'vitest';
import { expectRefusal, expectResults } from '../support/demo-values.ts';

describe('one-shot learning by prototypes', () => {
  it('the defaults, by hand', () => {
    const gap = 13.01 - 0.41;
    expectResults(
      'one-shot-prototype',
      {},
      {
        classes: [0, 1],
        prototypes: [
          [1.1, 0.9],
          [4.1, 3.9],
        ],
        distances: [0.41, 13.01],
        p: [1 / (1 + Math.exp(-gap)), Math.exp(-gap) / (1 + Math.exp(-gap))],
        prediction: 0,
      },
    );
  });

  it.each([
    [
      'classes ascend and the smaller one wins a tie',
      { support: [[2], [0]], labels: [9, 4], query: [1] },
      { classes: [4, 9], prototypes: [[0], [2]], distances: [1, 1], p: [0.5, 0.5], prediction: 4 },
    ],
    [
      'one class takes everything',
      { support: [[1, 2, 3]], labels: [7], query: [0, 0, 0] },
      { classes: [7], distances: [14], p: [1], prediction: 7 },
    ],
    [
      'far away the probabilities still sum to 1',
      { support: [[1000], [-1000]], labels: [0, 1], query: [-1000] },
      { distances: [4e6, 0], p: [0, 1], prediction: 1 },
    ],
  ])('%s', (_name, given, expected) => {
    expectResults('one-shot-prototype', given, expected);
  });

  it('refuses sizes that do not match', () => {
    expectRefusal('one-shot-prototype', { labels: [0, 1] }, 'labels');
    expectRefusal('one-shot-prototype', { query: [1] }, 'query');
  });
});
