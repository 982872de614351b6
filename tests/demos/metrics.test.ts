import { describe, expect, it } from 'vitest';
import { expectRefusal, expectResults, resultsOf } from '../support/demo-values.ts';

/** Values by scikit-learn 1.2, NLTK 3.8 and SciPy 1.10 unless a case says otherwise. */

describe('regression metrics', () => {
  it.each([
    [
      'the example of scikit-learn',
      {},
      {
        mae: 0.5,
        mse: 0.375,
        rmse: 0.6123724356957945,
        r2: 0.9486081370449679,
        explained_variance: 0.9571734475374732,
        max_error: 1,
        median_ae: 0.5,
        sst: 29.1875,
        sse: 1.5,
      },
    ],
    [
      'large values that differ little',
      { y: [1e9, 999999999, 999999995], y_hat: [999999998, 1e9, 999999995] },
      { r2: 0.6428571428571428, explained_variance: 0.6666666666666667, sst: 14, sse: 5 },
    ],
    [
      'worse than the mean: R² is negative',
      { y: [1, 2, 3], y_hat: [3, 2, 1] },
      { r2: -3, explained_variance: -3 },
    ],
    [
      'a constant truth has no R²',
      { y: [5, 5, 5], y_hat: [5, 6, 4] },
      { r2: null, explained_variance: null, mse: 2 / 3, sst: 0 },
    ],
    ['0.1 three times is constant too', { y: '0.1,0.1,0.1', y_hat: '1,2,3' }, { r2: null, sst: 0 }],
    ['a single sample', { y: [1], y_hat: [2] }, { mae: 1, r2: null, median_ae: 1 }],
  ])('%s', (_name, given, expected) => {
    expectResults('regression-metrics', given, expected);
  });

  it('refuses lists of different lengths', () => {
    expectRefusal('regression-metrics', { y_hat: [1, 2] }, 'y_hat');
  });
});

describe('ROC curve', () => {
  it.each([
    [
      'the defaults',
      {},
      {
        fpr: [0, 0, 0, 0, 0.25, 0.5, 0.5, 0.75, 1],
        tpr: [0, 0.25, 0.5, 0.75, 0.75, 0.75, 1, 1, 1],
        auc: 0.875,
        best_threshold: 0.7,
        best_j: 0.75,
      },
    ],
    [
      'equal scores enter together, no threshold is better than chance',
      { y: [0, 1], scores: [1, 1] },
      { fpr: [0, 1], tpr: [0, 1], auc: 0.5, best_threshold: null, best_j: 0 },
    ],
    ['all the wrong way round', { y: [1, 0], scores: [-3, 5] }, { auc: 0, best_threshold: null, best_j: 0 }],
    [
      'of equally good thresholds the first, which is the strictest',
      { y: [1, 0, 1, 0], scores: [0.9, 0.8, 0.7, 0.6] },
      { auc: 0.75, best_threshold: 0.9, best_j: 0.5 },
    ],
    [
      'scores of very different size, with a tie',
      { y: [1, 1, 0, 0, 1, 0], scores: [1e6, -1e6, 0, 0, 1e-9, 2] },
      { auc: 0.5555555555555556, best_threshold: 1e6, best_j: 1 / 3 },
    ],
  ])('%s', (_name, given, expected) => {
    expectResults('roc-auc', given, expected);
  });

  it.each([
    [{ y: [1, 1], scores: [1, 2] }, 'y'],
    [{ y: [0, 0], scores: [1, 2] }, 'y'],
    [{ y: [0, 1], scores: [1, 2, 3] }, 'scores'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('roc-auc', given, parameter);
  });
});

describe('precision-recall curve', () => {
  it.each([
    [
      'the defaults',
      {},
      {
        thresholds: [0.9, 0.8, 0.7, 0.5, 0.4, 0.35, 0.2, 0.1],
        precision: [1, 1, 1, 0.75, 0.6, 2 / 3, 4 / 7, 0.5],
        recall: [0.25, 0.5, 0.75, 0.75, 0.75, 1, 1, 1],
        average_precision: 0.9166666666666666,
        precision_at: 0.75,
        recall_at: 0.75,
        f1_at: 0.75,
      },
    ],
    ['nothing reaches the threshold', { threshold: 0.95 }, { precision_at: 0, recall_at: 0, f1_at: 0 }],
    [
      'a score at the threshold counts',
      { threshold: 0.4 },
      { precision_at: 0.6, recall_at: 0.75, f1_at: 2 / 3 },
    ],
    [
      'the positive comes last',
      { y: [0, 0, 1], scores: [3, 2, 1], threshold: 1.5 },
      { precision: [0, 0, 1 / 3], recall: [0, 0, 1], average_precision: 1 / 3, f1_at: 0 },
    ],
    ['positives alone will do', { y: [1, 1], scores: [2, 2] }, { average_precision: 1, thresholds: [2] }],
  ])('%s', (_name, given, expected) => {
    expectResults('pr-curve', given, expected);
  });

  it.each([
    [{ y: [0, 0], scores: [1, 2] }, 'y'],
    [{ scores: [1, 2] }, 'scores'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('pr-curve', given, parameter);
  });
});

describe('accuracy trap', () => {
  it.each([
    [
      'the defaults',
      {},
      {
        majority_accuracy: 0.99,
        majority_recall: 0,
        accuracy: 0.9485,
        precision: 0.1391304347826087,
        recall: 0.8,
        f1: 0.23703703703703705,
        balanced_accuracy: 0.875,
        class_weight: [0.5050505050505051, 50],
      },
    ],
    [
      'on a tie the rule says negative',
      { negatives: 10, positives: 10, tpr: 0.5, fpr: 0.5 },
      { majority_accuracy: 0.5, majority_recall: 0, class_weight: [1, 1] },
    ],
    [
      'with more positives the rule finds them all',
      { negatives: 200, positives: 400, tpr: 0.25, fpr: 0.5 },
      { majority_recall: 1, precision: 0.5, f1: 1 / 3, balanced_accuracy: 0.375, class_weight: [1.5, 0.75] },
    ],
    [
      'nothing called positive: 0/0 is 0',
      { negatives: 100, positives: 50, tpr: 0, fpr: 0 },
      { precision: 0, recall: 0, f1: 0, accuracy: 2 / 3, balanced_accuracy: 0.5 },
    ],
    [
      'expected counts are not rounded (by hand: tp 0.3, fp 0.7)',
      { negatives: 7, positives: 3, tpr: 0.1, fpr: 0.1 },
      { precision: 0.3, accuracy: 0.66, f1: 0.15 },
    ],
  ])('%s', (_name, given, expected) => {
    expectResults('imbalance-trap', given, expected);
  });
});

describe('ROUGE', () => {
  it('agrees with counts by hand on the defaults', () => {
    const same = (score: number): number[] => [score, score, score];
    expectResults(
      'rouge',
      {},
      { rouge_1: same(5 / 6), rouge_2: same(3 / 5), rouge_l: same(5 / 6), rouge_s: same(7 / 12), lcs: 5 },
    );
  });

  it.each([
    [
      'precision and recall differ with the lengths (by hand)',
      { candidate: 'a b', reference: 'a x b c', window: 3 },
      {
        rouge_1: [1, 0.5, 2 / 3],
        rouge_2: [0, 0, 0],
        rouge_l: [1, 0.5, 2 / 3],
        rouge_s: [1, 0.2, 1 / 3],
        lcs: 2,
      },
    ],
    [
      'a word counts at most as often as the reference has it',
      { candidate: 'the the the', reference: 'the cat' },
      { rouge_1: [1 / 3, 0.5, 0.4], lcs: 1 },
    ],
    ['case does not matter', { candidate: 'THE Cat', reference: 'the cat' }, { rouge_2: [1, 1, 1] }],
    [
      'one word has no pairs: 0/0 is 0',
      { candidate: 'a', reference: 'a' },
      { rouge_1: [1, 1, 1], rouge_2: [0, 0, 0], rouge_s: [0, 0, 0] },
    ],
    ['white space alone', { candidate: ' ', reference: 'x y' }, { rouge_1: [0, 0, 0], lcs: 0 }],
    [
      'a window of 2 leaves adjacent pairs',
      { window: 2 },
      { rouge_s: [0.6, 0.6, 0.6], rouge_2: [0.6, 0.6, 0.6] },
    ],
  ])('%s', (_name, given, expected) => {
    expectResults('rouge', given, expected);
  });
});

const ACTION = {
  candidate: 'It is a guide to action which ensures that the military always obeys the commands of the party',
  references:
    'It is a guide to action that ensures that the military will forever heed Party commands / It is the guiding principle which guarantees the military forces always being under the command of the Party / It is the practical guide for the army always to heed the directions of the party',
};

describe('BLEU', () => {
  it.each([
    [
      'no 4-gram matches, so the score is 0',
      {},
      {
        precisions: [1, 0.8, 0.5, 0],
        matches: [6, 4, 2, 0],
        totals: [6, 5, 4, 3],
        brevity_penalty: Math.exp(-1 / 6),
        candidate_length: 6,
        reference_length: 7,
        bleu: 0,
      },
    ],
    // Example 1 of Papineni et al. (2002), in lower case.
    [
      'the guide to action',
      ACTION,
      { candidate_length: 18, reference_length: 18, matches: [17, 10, 7, 4], bleu: 0.5045666840058485 },
    ],
    [
      'the clipped word of Papineni et al.: 2/7',
      {
        candidate: 'the the the the the the the',
        references: 'the cat is on the mat / there is a cat on the mat',
        max_n: 1,
      },
      { precisions: [2 / 7], matches: [2], totals: [7], bleu: 2 / 7 },
    ],
    [
      'brevity penalty exp(1 - 4/2)',
      { candidate: 'a b', references: 'a b c d', max_n: 2 },
      { brevity_penalty: Math.exp(-1), bleu: Math.exp(-1) },
    ],
    [
      'of two equally close references the shorter',
      { candidate: 'a b c d e', references: 'a b c d / a b c d e f' },
      { reference_length: 4, brevity_penalty: 1, bleu: 1 },
    ],
    [
      'a candidate shorter than n counts one n-gram',
      { candidate: 'a', references: 'a' },
      { totals: [1, 1, 1, 1], precisions: [1, 0, 0, 0], bleu: 0 },
    ],
    [
      'an empty candidate',
      { candidate: ' ', references: 'a' },
      { brevity_penalty: 0, candidate_length: 0, bleu: 0 },
    ],
  ])('%s', (_name, given, expected) => {
    expectResults('bleu', given, expected);
  });
});

describe('METEOR', () => {
  it.each([
    [
      'the same words in another order',
      {},
      { matches: 6, chunks: 6, precision: 1, recall: 1, f_mean: 1, penalty: 0.5, meteor: 0.5 },
    ],
    [
      // nltk's single_meteor_score with a stemmer and a WordNet that know nothing.
      'several equal words',
      { candidate: 'the cat sat on a red mat', reference: 'the cat the cat on a mat' },
      { meteor: 0.6371428571428571 },
    ],
    [
      'other weights: beta 0 makes the penalty gamma',
      { candidate: 'the cat', reference: 'the cat the cat', alpha: 0.2, beta: 0, gamma: 1 },
      { matches: 2, chunks: 1, precision: 1, recall: 0.5, f_mean: 0.8333333333333333, penalty: 1, meteor: 0 },
    ],
    [
      'no match',
      { candidate: 'x', reference: 'y' },
      { matches: 0, chunks: 0, precision: 0, recall: 0, f_mean: 0, penalty: 0, meteor: 0 },
    ],
    ['a text equal to its reference is one chunk', { candidate: 'a b c', reference: 'A b c' }, { chunks: 1 }],
  ])('%s', (_name, given, expected) => {
    expectResults('meteor', given, expected);
  });
});

describe('perplexity', () => {
  it.each([
    [
      'the defaults (by hand: 400^(1/4))',
      {},
      {
        perplexity: 4.47213595499958,
        bits_per_token: 2.1609640474436813,
        log_likelihood: -5.991464547107982,
        mean_branching: 5.25,
      },
    ],
    ['certainty', { p: [1] }, { perplexity: 1, bits_per_token: 0, log_likelihood: 0, mean_branching: 1 }],
    ['very small p', { p: [1e-300, 1] }, { bits_per_token: 498.28921423310436, mean_branching: 5e299 }],
    ['a uniform p of 1/50257', { p: [1 / 50257, 1 / 50257] }, { perplexity: 50257, mean_branching: 50257 }],
  ])('%s', (_name, given, expected) => {
    expectResults('perplexity', given, expected);
  });

  it.each([[[0]], [[1e-310]], [[]]])('refuses p = %o', (p) => {
    expectRefusal('perplexity', { p }, p[0] === 0 ? 'p[0]' : 'p');
  });
});

describe('distances', () => {
  it.each([
    [
      'the defaults',
      {},
      {
        euclidean: 3.605551275463989,
        manhattan: 5,
        minkowski: 3.2710663101885897,
        chebyshev: 3,
        cosine_similarity: 0.6948792289723033,
        cosine_distance: 0.3051207710276966,
        dot: 13,
      },
    ],
    [
      'a zero vector has no direction',
      { a: [0, 0], b: [1, 1], p: 1 },
      { cosine_similarity: null, cosine_distance: null, minkowski: 2 },
    ],
    [
      'opposite vectors',
      { a: [5], b: [-3], p: 40 },
      { cosine_similarity: -1, cosine_distance: 2, minkowski: 8 },
    ],
    [
      'gaps whose 40th power would vanish (by hand: 2^(1/40) times the gap)',
      { a: [1e-9, 1e-9], b: [0, 0], p: 40 },
      { minkowski: 1e-9 * 2 ** (1 / 40) },
    ],
    ['parallel vectors', { a: [1, 2], b: [2, 4] }, { cosine_similarity: 1, cosine_distance: 0 }],
  ])('%s', (_name, given, expected) => {
    expectResults('distances', given, expected);
  });

  it('refuses vectors of different lengths', () => {
    expectRefusal('distances', { b: [1] }, 'b');
  });
});

describe('clustering metrics', () => {
  it.each([
    [
      'the defaults',
      {},
      {
        ari: 0.24242424242424243,
        nmi: 0.5158037429793888,
        silhouette: 0.4201225840020499,
        silhouette_samples: [
          0.9333333333333332, 0.9335967583573305, -0.7475245121601805, -0.498753109471978, 0.95,
          0.950083033953789,
        ],
        purity: 5 / 6,
      },
    ],
    [
      'a point alone has silhouette 0; -1 is a label like any other',
      { labels_true: [0, 0, 0, 1, 1], labels_pred: [3, 3, -1, 5, 5], x: '1,2/2,1/5,5/9,8/9,9' },
      {
        ari: 0.5454545454545454,
        nmi: 0.7789794173345359,
        purity: 1,
        silhouette: 0.611507575950825,
        silhouette_samples: [0.717157287525381, 0.717157287525381, 0, 0.8, 0.8232233047033631],
      },
    ],
    [
      'independent partitions',
      { labels_true: [0, 0, 1, 1], labels_pred: [0, 1, 0, 1], x: '0,0/0,1/1,0/1,1' },
      { ari: -0.5, nmi: 0, purity: 0.5, silhouette: 0.17157287525380985 },
    ],
    [
      'one cluster on both sides: full agreement, no silhouette',
      { labels_true: [0, 0, 0], labels_pred: [1, 1, 1], x: '1/2/3' },
      { ari: 1, nmi: 1, purity: 1, silhouette: null, silhouette_samples: [] },
    ],
    [
      'one cluster against two classes',
      { labels_true: [0, 1, 0], labels_pred: [1, 1, 1], x: '1/2/3' },
      { ari: 0, nmi: 0, purity: 2 / 3, silhouette: null },
    ],
    [
      'every point its own cluster',
      { labels_true: [0, 1, 2], labels_pred: [0, 1, 2], x: '1/2/4' },
      { ari: 1, nmi: 1, purity: 1, silhouette: null, silhouette_samples: [] },
    ],
    [
      'all points in one place',
      { labels_true: [0, 0, 0, 1], labels_pred: [0, 0, 1, 1], x: '1/1/1/1' },
      { ari: 0, nmi: 0.34371101848545077, silhouette: 0 },
    ],
  ])('%s', (_name, given, expected) => {
    expectResults('clustering-metrics', given, expected);
  });

  it.each([
    [{ labels_pred: [0, 1] }, 'labels_pred'],
    [{ x: '1,1/2,2' }, 'x'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('clustering-metrics', given, parameter);
  });

  it('does not care how the groups are called', () => {
    const renamed = resultsOf('clustering-metrics', { labels_pred: [7, 7, 3, 3, 50, 50] });
    expect(renamed).toEqual(resultsOf('clustering-metrics'));
  });
});
