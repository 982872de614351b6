import { describe, expect, it } from 'vitest';
import { expectRefusal, expectResults, numbersIn, resultsOf } from '../support/demo-values.ts';

/** Values by scikit-learn 1.2 and NumPy 1.24 unless a case says otherwise. */

describe('principal component analysis', () => {
  it('agrees with PCA', () => {
    expectResults(
      'pca',
      {},
      {
        mean: [1.81, 1.91],
        components: [0.6778733985280119, 0.735178655544408],
        explained_variance: [1.2840277121727839, 0.04908339893832733],
        explained_ratio: [0.963181314348646, 0.03681868565135406],
        scores: [
          0.8279701862010882, -1.777580325280429, 0.9921974944148888, 0.27421041597539964, 1.6758014186445402,
          0.9129491031588083, -0.09910943749844398, -1.14457216379866, -0.4380461367624499,
          -1.2238205550547403,
        ],
        reconstruction_mse: 0.02208752952224729,
      },
    );
  });

  it('agrees with PCA after StandardScaler; all components rebuild the data', () => {
    expectResults(
      'pca',
      { standardize: true, k: 2 },
      {
        components: [Math.SQRT1_2, Math.SQRT1_2, Math.SQRT1_2, -Math.SQRT1_2],
        explained_variance: [2.1399214141024956, 0.08230080811972715],
        reconstruction_mse: 0,
      },
    );
  });

  it('a column without spread counts as scale 1 (by hand)', () => {
    expectResults(
      'pca',
      { x: '0.1,1/0.1,2/0.1,3', standardize: true, k: 2 },
      { mean: [0.1, 2], explained_variance: [1.5, 0], explained_ratio: [1, 0], reconstruction_mse: 0 },
    );
  });

  it.each([
    [{ k: 3 }, 'k'],
    [{ x: '1,2,3/4,5,7', k: 3 }, 'k'],
    [{ x: '0.1,2/0.1,2/0.1,2' }, 'x'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('pca', given, parameter);
  });
});

describe('singular value decomposition', () => {
  it('has the singular values sqrt 12 and sqrt 10 (by hand)', () => {
    expectResults(
      'svd',
      {},
      {
        singular_values: [Math.sqrt(12), Math.sqrt(10)],
        u: [Math.SQRT1_2, Math.SQRT1_2],
        vt: [1 / Math.sqrt(6), 2 / Math.sqrt(6), 1 / Math.sqrt(6)],
        approximation: [1, 2, 1, 1, 2, 1],
        frobenius_error: Math.sqrt(10),
        energy: 12 / 22,
        rank: 2,
      },
    );
  });

  it('sees a rank of 1, and keeps what it multiplies to', () => {
    expectResults(
      'svd',
      { a: '1,2,3/2,4,6/3,6,9' },
      { rank: 1, energy: 1, approximation: [1, 2, 3, 2, 4, 6, 3, 6, 9] },
    );
  });

  it.each([
    [{ k: 3 }, 'k'],
    [{ a: '0,0/0,0' }, 'a'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('svd', given, parameter);
  });
});

describe('eigenvalues', () => {
  const phi = (1 + Math.sqrt(5)) / 2;

  it('of 2,1/1,3 are (5 ± sqrt 5)/2 (by hand), and power iteration nears the larger one (NumPy)', () => {
    const long = Math.hypot(1, phi);
    expectResults(
      'eigen',
      { steps: 5 },
      {
        values: [(5 + Math.sqrt(5)) / 2, (5 - Math.sqrt(5)) / 2],
        vectors: [1 / long, phi / long, phi / long, -1 / long],
        trace: 5,
        determinant: 5,
        power_iteration: [3.6, 3.6153846153846154, 3.617647058823529, 3.6179775280898876, 3.6180257510729605],
      },
    );
  });

  it('of the second-difference matrix are 2 and 2 ± sqrt 2 (by hand)', () => {
    expectResults(
      'eigen',
      { a: '2,-1,0/-1,2,-1/0,-1,2', steps: 2 },
      {
        values: [2 + Math.SQRT2, 2, 2 - Math.SQRT2],
        vectors: [-0.5, Math.SQRT1_2, -0.5, Math.SQRT1_2, 0, -Math.SQRT1_2, 0.5, Math.SQRT1_2, 0.5],
        trace: 6,
        determinant: 4,
        power_iteration: [2, 10 / 3],
      },
    );
  });

  it.each(['1,-1/-1,1', '0', '0.3,-0.1,-0.2/-0.1,0.2,-0.1/-0.2,-0.1,0.3'])(
    'power iteration on %s stops at once: A times ones is 0',
    (a) => {
      expectResults('eigen', { a, steps: 3 }, { power_iteration: [null, null, null] });
    },
  );

  it.each(['1,2/3,4', '1,2,3/2,1,4'])('refuses %s', (a) => {
    expectRefusal('eigen', { a }, 'a');
  });
});

describe('non-negative matrix factorisation', () => {
  it('agrees with non_negative_factorization(solver="mu") after one round', () => {
    expectResults(
      'nmf',
      { iterations: 1 },
      {
        w: [
          1.0285714285714285, 0.6521739130434783, 1.0827067669172932, 2.4, 0.48214285714285704,
          1.0975609756097562, 1.0285714285714287, 2.1052631578947367,
        ],
        h: [
          0.49118709271483024, 0.5778745889533419, 0.611067127695331, 0.22956617724792158, 1.0951348952717945,
          1.0079899631817462,
        ],
        error: 5.339675864775323,
        error_first: 7.310108952760866,
      },
    );
  });

  it('agrees with it after many rounds', () => {
    expectResults('nmf', {}, { error: 0.02291231060470342 });
    expectResults(
      'nmf',
      { k: 1, iterations: 50 },
      {
        w: [0.6514482510913264, 1.3028965021826528, 1.8571363353631865, 3.714272670726373],
        error: 4.635966933274855,
      },
    );
  });

  it('never raises the error (Lee and Seung, theorem 1)', () => {
    const errors = [1, 2, 5, 20, 100, 1000].map(
      (iterations) => numbersIn(resultsOf('nmf', { iterations }).error)[0] ?? 0,
    );
    expect(errors).toEqual([...errors].sort((a, b) => b - a));
  });

  it('zeros give zeros', () => {
    expectResults('nmf', { x: '0,0/0,0', k: 1 }, { w: [0, 0], h: [0, 0], error: 0 });
  });
});

describe('linear discriminant analysis', () => {
  it('agrees with numpy.linalg and LinearDiscriminantAnalysis', () => {
    expectResults(
      'linear-discriminant',
      {},
      {
        w: [0.9970544855015816, 0.07669649888473705],
        class_means: [2, 2.25, 7, 6.5],
        projected_means: [2.1666760934938214, 7.4779086412618625],
        fisher_ratio: 6.295454545454547,
        prediction: [0, 0, 0, 0, 1, 1, 1, 1],
        accuracy: 1,
      },
    );
    expectResults(
      'linear-discriminant',
      { x: '1,2/2,3/5,5/3,1/4,4/6,5/3,2/7,6/8,5', y: [0, 0, 0, 0, 0, 0, 1, 1, 1] },
      {
        w: [0.8145665470409791, -0.5800701168322124],
        fisher_ratio: 0.2822966507177035,
        prediction: [0, 0, 0, 0, 0, 0, 0, 1, 1],
      },
    );
  });

  it('puts class 1 above class 0 when the classes are swapped', () => {
    expectResults(
      'linear-discriminant',
      { y: [1, 1, 1, 1, 0, 0, 0, 0] },
      {
        w: [-0.9970544855015816, -0.07669649888473705],
        projected_means: [-7.4779086412618625, -2.1666760934938214],
      },
    );
  });

  it.each([
    ['one row of a class', { y: [0, 1, 1, 1, 1, 1, 1, 1] }, 'y'],
    ['another length', { y: [0, 0, 1, 1] }, 'y'],
    [
      'a column constant within the classes',
      { x: '0.1,1/0.1,2/0.1,4/0.7,1/0.7,5/0.7,9', y: [0, 0, 0, 1, 1, 1] },
      'x',
    ],
    ['dependent columns', { x: '1,2/2,4/3,6/5,10/6,12/8,16', y: [0, 0, 0, 1, 1, 1] }, 'x'],
    ['too few rows', { x: '1,2,5/2,1,3/4,4,1/3,5,9', y: [0, 0, 1, 1] }, 'x'],
    ['equal means', { x: '1/3/0/4', y: [0, 0, 1, 1] }, 'x'],
  ])('refuses %s', (_, given, parameter) => {
    expectRefusal('linear-discriminant', given, parameter);
  });
});

describe('t-SNE', () => {
  it('finds the joint probabilities (SciPy brentq on the entropy)', () => {
    const p = resultsOf('tsne').p_joint;
    const row = Array.isArray(p) ? numbersIn(p[4]) : [];
    const expected = [
      0.0022050264345989698, 0.0026227168159033538, 0.002455893413643669, 0.05065426722572334, 0,
      0.0501456113943237, 0.002320064700038421, 0.002753172644875503, 0.0019308694791019458,
    ];
    expected.forEach((value, j) => {
      expect(row[j]).toBeCloseTo(value, 12);
    });
    expect(numbersIn(p).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
  });

  it('reaches the perplexity at every point', () => {
    for (const value of numbersIn(resultsOf('tsne', { perplexity: 4.5 }).achieved_perplexity))
      expect(value).toBeCloseTo(4.5, 8);
  });

  it('lowers the divergence from every seed, and only the embedding depends on it', () => {
    const first = resultsOf('tsne', { iterations: 50 });
    for (let seed = 0; seed < 100; seed++) {
      const one = resultsOf('tsne', { iterations: 50, seed });
      expect(numbersIn(one.kl_last)[0]).toBeLessThan(numbersIn(one.kl_first)[0] ?? 0);
      expect(one.p_joint).toEqual(first.p_joint);
      if (seed > 0) expect(one.y).not.toEqual(first.y);
    }
    expect(resultsOf('tsne', { iterations: 50, seed: 7 })).toEqual(
      resultsOf('tsne', { iterations: 50, seed: 7 }),
    );
  });

  it.each([1.1, 2, 2.99])('lowers it at perplexity %f of four points as well', (perplexity) => {
    for (let seed = 0; seed < 20; seed++) {
      const one = resultsOf('tsne', { x: '0,0/1,0.2/3,1/4,7', perplexity, iterations: 50, seed });
      expect(numbersIn(one.kl_last)[0]).toBeLessThan(numbersIn(one.kl_first)[0] ?? 0);
    }
  });

  it('keeps the three groups of the defaults together', () => {
    const y = resultsOf('tsne', { seed: 3 }).y;
    const points = Array.isArray(y) ? y.map((one) => numbersIn(one)) : [];
    const gap = (i: number, j: number): number =>
      Math.hypot(
        (points[i]?.[0] ?? 0) - (points[j]?.[0] ?? 0),
        (points[i]?.[1] ?? 0) - (points[j]?.[1] ?? 0),
      );
    for (let i = 0; i < 9; i++)
      for (let j = 0; j < 9; j++) {
        if (i === j) continue;
        if (Math.floor(i / 3) === Math.floor(j / 3)) expect(gap(i, j)).toBeLessThan(2);
        else expect(gap(i, j)).toBeGreaterThan(2);
      }
  });

  it.each([
    ['as many as the others', { perplexity: 8 }],
    ['below the number of nearest neighbours at one distance', { x: '0,0/0,0/0,0/5,5/6,6', perplexity: 1.5 }],
    ['where all points are one', { x: '1/1/1/1/1', perplexity: 2 }],
    ['on a grid of decimals', { x: '0/0.1/0.2/0.3/0.4/0.5', perplexity: 1.5 }],
  ])('refuses a perplexity %s', (_, given) => {
    expectRefusal('tsne', given, 'perplexity');
  });
});
