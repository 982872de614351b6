import { describe, expect, it } from 'vitest';
import type { ResultValue } from '../../src/demos/results.ts';
import { expectClose, flat, refusal, results } from './results-of.ts';

describe('word2vec', () => {
  it('equals autograd of PyTorch 1.13 in double precision', () => {
    const found = results('word2vec');
    expectClose(found.loss, 2.084454041627753, 12);
    expectClose(found.p_positive, 0.49750002083312495, 12);
    expectClose(found.grad_center, [-0.20074999375006247, 0.20024999791668752, 0.149500004166625], 12);
    expectClose(found.grad_context, [-0.050249997916687494, -0.10049999583337499, 0.050249997916687494], 12);
    expectClose(found.grad_negatives, [
      [0.05, 0.1, -0.05],
      [0.05, 0.1, -0.05],
    ]);
    expectClose(found.loss_after, 2.0697420759231155, 12);
  });

  it('stays exact where the sigmoid is 0 or 1: dot products of 8000', () => {
    const high = new Array<number>(20).fill(20);
    const low = new Array<number>(20).fill(-20);
    const found = results('word2vec', { center: high, context: low, negatives: [high], lr: 0.001 });
    expect(found.loss).toBe(16_000);
    expect(found.grad_center).toEqual(new Array<number>(20).fill(40));
    expectClose(found.cosine_before, -1);
  });

  it('has no cosine for a zero vector, and one for tiny vectors', () => {
    const zero = results('word2vec', { center: [0, 0], context: [1, 1], negatives: [[1, 0]] });
    expect(zero.cosine_before).toBeNull();
    expectClose(zero.loss, 2 * Math.LN2);
    const tiny = results('word2vec', { center: [1e-300, 0], context: [1e-300, 1e-300], negatives: [[0, 0]] });
    expectClose(tiny.cosine_before, Math.SQRT1_2);
  });

  it('refuses vectors of different dimension', () => {
    expect(refusal('word2vec', { context: [1, 2] })).toBe('context');
    expect(refusal('word2vec', { negatives: [[1, 2]] })).toBe('negatives');
  });
});

describe('word-analogy', () => {
  it('equals numpy at the defaults', () => {
    const found = results('word-analogy');
    expectClose(found.target, [1, 1, 0.9]);
    expectClose(
      found.scores,
      [0.6902591585738449, 0.9105174007450498, 0.8025759240589039, 1, -0.4784447275676063],
    );
    expect(found.answer).toBe('queen');
    expectClose([found.cosine_ab ?? 0, found.cosine_ac ?? 0], [0.8600546538736992, 0.7140055472954168]);
  });

  it('leaves out the words asked about and takes the first of equals', () => {
    const given = {
      words: 'A b c d e',
      vectors: [
        [1, 0],
        [2, 1],
        [0, 1],
        [1, 3],
        [2, 6],
      ],
      a: 'a',
      b: 'B ',
      c: 'c',
    };
    const found = results('word-analogy', given);
    expect(found.target).toEqual([1, 2]);
    expect(found.answer).toBe('d');
  });

  it.each([
    ['vectors', 'a zero vector', { vectors: '1,0/0,0/1,1', words: 'x y z', a: 'x', b: 'y', c: 'z' }],
    ['vectors', 'a target of zero', { vectors: '0.3/0.1/-0.2/1', words: 'x y z u', a: 'y', b: 'x', c: 'z' }],
    ['words', 'a repeated word', { words: 'man man king queen car' }],
    ['words', 'a wrong number of words', { words: 'man king' }],
    ['words', 'no word left to answer', { vectors: '1,0/0,1', words: 'x y', a: 'x', b: 'y', c: 'x' }],
    ['a', 'an unknown word', { a: 'prince' }],
    ['b', 'an unknown word', { b: 'prince' }],
    ['c', 'an unknown word', { c: ' ' }],
  ])('refuses %s: %s', (parameter, _why, given) => {
    expect(refusal('word-analogy', given)).toBe(parameter);
  });
});

describe('spam-filter', () => {
  it('equals MultinomialNB of scikit-learn 1.2 for three classes', () => {
    const found = results('spam-filter', {
      docs: 'a a b / b c / c c c d / a d',
      labels: [2, 0, 7, 2],
      query: 'a C c zzz',
      alpha: 0.5,
    });
    expect(found.classes).toEqual([0, 2, 7]);
    expect(found.prior).toEqual([0.25, 0.5, 0.25]);
    expectClose(found.posterior, [0.3444216251, 0.0999681814, 0.5556101935]);
    expect([found.prediction, found.known_words]).toEqual([7, 3]);
  });

  it('equals the hand calculation at the defaults', () => {
    const found = results('spam-filter');
    // free: 3/16 against 1/16, meeting: 1/16 against 3/16, now: 2/16 against 1/16.
    expectClose(found.posterior, [1 / 3, 2 / 3]);
    expect([found.prediction, found.known_words]).toEqual([1, 3]);
  });

  it('answers the prior without a known word, the lower class on ties, and any class alone', () => {
    const unknown = results('spam-filter', { query: 'hello' });
    expectClose(unknown.posterior, [0.5, 0.5]);
    expect([unknown.prediction, unknown.known_words]).toEqual([0, 0]);
    expect(results('spam-filter', { labels: [4, 4, 4, 4] }).posterior).toEqual([1]);
  });

  it('refuses labels that do not match the documents', () => {
    expect(refusal('spam-filter', { labels: [1, 0] })).toBe('labels');
  });
});

describe('lsa', () => {
  const mixed = 'cat dog pet / dog cat animal / car engine wheel / engine car road / dog in a car';

  it('equals numpy for documents of two topics and one of both', () => {
    const found = results('lsa', { docs: mixed });
    expectClose(found.singular_values, [2.5615528128, 2.2360679775, 1.5615528128, 1, 1]);
    expectClose(found.explained, 0.7225970508005517);
    const [near, far, both] = [1, -0.1017485058, 0.6701684468];
    expectClose(found.similarity_after, [
      [1, near, far, far, both],
      [near, 1, far, far, both],
      [far, far, 1, near, both],
      [far, far, near, 1, both],
      [both, both, both, both, 1],
    ]);
  });

  it('equals the hand calculation at the defaults: singular values sqrt 5 and 1, twice each', () => {
    const found = results('lsa');
    expectClose(found.singular_values, [Math.sqrt(5), Math.sqrt(5), 1, 1]);
    expectClose(found.explained, 10 / 12);
    expectClose((found.similarity_before as readonly ResultValue[])[0], [1, 2 / 3, 0, 0]);
    expectClose((found.similarity_after as readonly ResultValue[])[0], [1, 1, 0, 0]);
  });

  it.each([
    ['k beyond the documents', { docs: 'a b / b c', k: 3 }],
    ['k beyond the rank', { docs: 'a b / a b / c', k: 3 }],
    ['a document that vanishes', { docs: 'a a / b', k: 1 }],
  ])('refuses %s', (_why, given) => {
    expect(refusal('lsa', given)).toBe('k');
  });

  it('refuses what would take too long, and takes one document', () => {
    const chain = Array.from({ length: 320 }, (_, i) => `${i.toString(36)} ${(i + 1).toString(36)}`).join(
      '/',
    );
    expect(refusal('lsa', { docs: chain })).toBe('docs');
    expectClose(results('lsa', { docs: 'a b c', k: 1 }).singular_values, [Math.sqrt(3)]);
  });
});

describe('topic-lda', () => {
  it('gives positive rows that sum to 1 and a perplexity of at least 1, for 100 seeds', () => {
    for (let seed = 0; seed < 100; seed++) {
      const found = results('topic-lda', { seed, iterations: 50, topics: 1 + (seed % 4) });
      for (const table of [found.doc_topic, found.topic_word])
        for (const row of table as readonly (readonly number[])[]) {
          expect(Math.min(...row)).toBeGreaterThan(0);
          expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
        }
      expect(found.perplexity).toBeGreaterThanOrEqual(1);
    }
  });

  it('gives the same again for the same seed and another answer for another', () => {
    expect(results('topic-lda', { seed: 5 })).toEqual(results('topic-lda', { seed: 5 }));
    expect(results('topic-lda', { seed: 5, topics: 3 }).doc_topic).not.toEqual(
      results('topic-lda', { seed: 6, topics: 3 }).doc_topic,
    );
  });

  it('equals the hand calculation with one topic: smoothed word shares', () => {
    const found = results('topic-lda', { docs: 'a a b / b c', topics: 1, eta: 1 });
    expectClose(found.doc_topic, [[1], [1]]);
    expectClose(found.topic_word, [[3 / 8, 3 / 8, 2 / 8]]);
    expectClose(found.perplexity, ((3 / 8) ** 4 * (2 / 8)) ** (-1 / 5));
  });

  it('separates the two topics of the defaults for most seeds', () => {
    let apart = 0;
    for (let seed = 0; seed < 40; seed++) {
      const rows = results('topic-lda', { seed }).doc_topic as readonly (readonly number[])[];
      const main = rows.map((row) => ((row[0] ?? 0) > (row[1] ?? 0) ? 0 : 1)).join('');
      if (main === '0011') apart += 1;
    }
    expect(apart).toBeGreaterThan(30);
  });

  it('stays positive with priors near the smallest number', () => {
    const found = results('topic-lda', { alpha: 5e-324, eta: 5e-324, topics: 10 });
    expect(Math.min(...flat(found.doc_topic), ...flat(found.topic_word))).toBeGreaterThan(0);
  });
});
