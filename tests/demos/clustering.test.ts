import { describe, expect, it } from 'vitest';
import { expectRefusal, expectResults, numbersIn, resultsOf } from '../support/demo-values.ts';

/** Values by SciPy 1.10 and scikit-learn 1.2 unless a case says otherwise. */

describe('agglomerative', () => {
  it.each([
    ['single', [1, 1, 6.4031242374328485, 7.0710678118654755], [0, 0, 0, 0, 1]],
    ['complete', [1, 1, 7.810249675906654, 10.04987562112089], [0, 0, 0, 0, 1]],
    ['average', [1, 1, 7.088877384267613, 8.732798277223255], [0, 0, 0, 0, 1]],
    ['ward', [1, 1, 8.582928793055823, 11.433867820354289], [0, 0, 1, 1, 1]],
  ])('%s agrees with SciPy', (linkage, heights, labels) => {
    const found = resultsOf('agglomerative', { linkage });
    expect(numbersIn(found.heights).map((value) => Number(value.toFixed(12)))).toEqual(
      heights.map((value) => Number(value.toFixed(12))),
    );
    expect(found.labels).toEqual(labels);
  });

  it('equal distances are merged in the order of SciPy', () => {
    expectResults(
      'agglomerative',
      { x: [[0], [1], [2], [3]], linkage: 'complete', k: 3 },
      { heights: [1, 1, 3], labels: [0, 0, 1, 2] },
    );
  });

  it('k from one cluster to every point its own', () => {
    expectResults('agglomerative', { k: 1 }, { labels: [0, 0, 0, 0, 0] });
    expectResults('agglomerative', { k: 5 }, { labels: [0, 1, 2, 3, 4] });
    expectResults('agglomerative', { x: [[2], [2]], k: 1 }, { heights: [0], labels: [0, 0] });
  });

  it('refuses more clusters than rows', () => {
    expectRefusal('agglomerative', { k: 6 }, 'k');
  });
});

describe('dbscan', () => {
  it('agrees with scikit-learn on the defaults', () => {
    expectResults(
      'dbscan',
      {},
      { labels: [0, 0, 0, 1, 1, 1, -1], core: [0, 1, 2, 3, 4, 5], clusters: 2, noise: 1 },
    );
  });

  it('the point itself counts and eps is included (by hand)', () => {
    expectResults(
      'dbscan',
      { x: [[0], [2], [5]], eps: 2, min_samples: 2 },
      { labels: [0, 0, -1], core: [0, 1] },
    );
    expectResults('dbscan', { x: [[0], [9]], min_samples: 1 }, { labels: [0, 1], core: [0, 1], noise: 0 });
  });

  it('a border point goes to the first cluster that reaches it (by hand)', () => {
    const x = [[4], [0], [1], [2], [6], [7], [8]];
    expectResults('dbscan', { x, eps: 2, min_samples: 4 }, { core: [3, 4], labels: [0, 0, 0, 0, 1, 1, 1] });
    expectResults('dbscan', { x, eps: 2, min_samples: 5 }, { core: [], clusters: 0, noise: 7 });
  });
});

describe('soft-clustering', () => {
  it('agrees with SciPy and NumPy on the defaults', () => {
    const first = [
      0.9996314129930433, 0.9974293452044486, 0.9695581062541375, 0.0006280185300477613, 5.589948510418985e-6,
      2.8529913654698344e-8,
    ];
    const run = resultsOf('soft-clustering');
    numbersIn((run.responsibility as number[][]).map((row) => row[0] ?? 0)).forEach((value, i) => {
      expect(value).toBeCloseTo(first[i] ?? 0, 11);
    });
    expectResults(
      'soft-clustering',
      {},
      {
        labels: [0, 0, 0, 1, 1, 1],
        log_likelihood: -12.298862725645717,
        updated_means: [1.9907210081773856, 6.955088783003402],
        updated_weights: [0.49454208357668344, 0.5054579164233165],
      },
    );
  });

  it('far from every component the answer stays: ln of the density by hand', () => {
    expectResults(
      'soft-clustering',
      { x: [10_000], means: [0, 1], sds: [0.001, 0.001], weights: [0.5, 0.5] },
      {
        responsibility: [[0, 1]],
        labels: [1],
        log_likelihood: Math.log(0.5) - Math.log(0.001) - Math.log(2 * Math.PI) / 2 - 9999 ** 2 * 5e5,
        updated_means: [10_000, 10_000],
        updated_weights: [0, 1],
      },
    );
  });

  it('a point midway belongs half to each, and the lower label wins (by hand)', () => {
    expectResults(
      'soft-clustering',
      { x: [5], means: [3, 7], sds: [2, 2] },
      { responsibility: [[0.5, 0.5]], labels: [0], updated_means: [5, 5], updated_weights: [0.5, 0.5] },
    );
  });

  it.each([
    [{ weights: [0.5, 0.6] }, 'weights'],
    [{ sds: [1] }, 'sds'],
    [{ weights: [1] }, 'weights'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('soft-clustering', given, parameter);
  });
});
