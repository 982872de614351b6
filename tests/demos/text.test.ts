import { describe, expect, it } from 'vitest';
import { DEMOS_BY_ID } from '../../src/demos/index.ts';
import type { ResultValue } from '../../src/demos/results.ts';
import { runDemo, viewOf } from '../../src/demos/run.ts';
import { porterStem } from '../../src/math/porter-stemmer.ts';
import { expectClose, refusal, results } from './results-of.ts';

describe('bag-of-words', () => {
  it('counts by hand, with the vocabulary in code-point order', () => {
    expect(results('bag-of-words')).toEqual({
      vocabulary: ['나는', '를', '먹다', '배', '사과'],
      counts: [
        [1, 1, 1, 0, 1],
        [1, 1, 1, 1, 0],
        [0, 0, 0, 1, 2],
      ],
      sparsity: 5 / 15,
    });
    // U+FF46 stands before U+1F600, though its UTF-16 units do not.
    expect(results('bag-of-words', { docs: '😀 ｆ B a\tb /é' }).vocabulary).toEqual([
      'a',
      'b',
      'é',
      'ｆ',
      '😀',
    ]);
  });

  it.each(['a / / b', '/a', 'a/', '   '])('refuses the empty document in %j', (docs) => {
    expect(refusal('bag-of-words', { docs })).toBe('docs');
    for (const id of ['tf-idf', 'lsa', 'topic-lda']) expect(refusal(id, { docs })).toBe('docs');
  });
});

describe('tf-idf', () => {
  const docs = 'the cat sat / the dog ran / the the the bird';

  it.each([
    [{}, 1.6931471806, [0.4915060447, 0, 0, 0, 0, 0.8708741632]],
    [{ smooth: false, norm: 'l1' }, 2.0986122887, [0.4116046033, 0, 0, 0, 0, 0.5883953967]],
    [{ norm: 'none', sublinear: true }, 1.6931471806, [1.6931471806, 0, 0, 0, 0, 2.0986122887]],
  ])('equals TfidfTransformer of scikit-learn 1.2 for %o', (given, rare, row) => {
    const { vocabulary, idf, tfidf } = results('tf-idf', { docs, ...given });
    expect(vocabulary).toEqual(['bird', 'cat', 'dog', 'ran', 'sat', 'the']);
    expectClose(idf, [rare, rare, rare, rare, rare, 1]);
    expectClose((tfidf as readonly ResultValue[])[2], row);
  });
});

describe('n-grams', () => {
  it('counts by hand: words', () => {
    expect(results('n-grams', { text: 'A b a  B c', n: 2 })).toEqual({
      grams: ['a b', 'b a', 'b c'],
      counts: [2, 1, 1],
      total: 4,
      conditional: [1, 0.5, 0.5],
    });
    expectClose(results('n-grams', { text: 'a b a b c', n: 1 }).conditional, [0.4, 0.4, 0.2]);
  });

  it('counts by hand: code points, spaces included', () => {
    expect(results('n-grams', { text: '😀a 😀b', n: 2, unit: 'char' })).toEqual({
      grams: ['😀a', 'a ', ' 😀', '😀b'],
      counts: [1, 1, 1, 1],
      total: 4,
      conditional: [0.5, 1, 1, 0.5],
    });
  });

  it('gives empty lists for fewer items than n', () => {
    expect(results('n-grams', { text: 'one two', n: 3 })).toEqual({
      grams: [],
      counts: [],
      total: 0,
      conditional: [],
    });
  });
});

describe('ngram-lm', () => {
  it('equals the bigrams of Jurafsky & Martin (ch. 3): P(I|<s>) = 2/3, P(am|I) = 2/3, P(Sam|am) = 1/2, P(</s>|Sam) = 1/2', () => {
    const { p, vocabulary_size, perplexity } = results('ngram-lm', { test: 'I am Sam', k: 0 });
    expect(vocabulary_size).toBe(11);
    expectClose(p, [2 / 3, 2 / 3, 1 / 2, 1 / 2]);
    expectClose(perplexity, 9 ** 0.25);
  });

  it('adds k by hand', () => {
    const { p, log_likelihood } = results('ngram-lm');
    expectClose(p, [3 / 14, 3 / 14, 1 / 13, 2 / 12]);
    expectClose(log_likelihood, Math.log((3 / 14) ** 2 / 13 / 6));
  });

  it('has no likelihood where a bigram is impossible; 0/0 is 0', () => {
    expect(results('ngram-lm', { test: 'unknown', k: 0 })).toEqual({
      vocabulary_size: 11,
      p: [0, 0],
      log_likelihood: null,
      perplexity: null,
    });
  });

  it('refuses empty sentences', () => {
    expect(refusal('ngram-lm', { train: 'a //b' })).toBe('train');
    expect(refusal('ngram-lm', { test: ' ' })).toBe('test');
  });
});

describe('stemming', () => {
  // From Porter (1980), steps 1 to 5; the last row as nltk 3.8 with ORIGINAL_ALGORITHM.
  it.each(
    `caresses caress ponies poni ties ti cats cat feed feed agreed agre plastered plaster bled bled motoring motor sing sing
    conflated conflat troubled troubl sized size hopping hop tanned tan falling fall hissing hiss fizzed fizz failing fail
    filing file happy happi sky sky relational relat conditional condit rational ration valenci valenc digitizer digit
    conformabli conform radicalli radic vietnamization vietnam predication predic operator oper feudalism feudal
    decisiveness decis hopefulness hope formaliti formal sensitiviti sensit sensibiliti sensibl triplicate triplic
    formative form formalize formal electriciti electr electrical electr hopeful hope goodness good revival reviv
    allowance allow inference infer airliner airlin gyroscopic gyroscop adjustable adjust irritant irrit replacement replac
    adjustment adjust adoption adopt homologou homolog communism commun activate activ effective effect bowdlerize bowdler
    probate probat rate rate cease ceas controll control roll roll generalizations gener oscillators oscil
    is i as a ay ai us u possibly possibli technology technologi yyyy yyyi 사과s 사과`
      .split(/\s+/)
      .reduce<[string, string][]>((pairs, word, i, all) => {
        if (i % 2 === 0) pairs.push([word, all[i + 1] ?? '']);
        return pairs;
      }, []),
  )('%s has the stem %s', (word, stem) => {
    expect(porterStem(word)).toBe(stem);
  });

  it('lower-cases, counts distinct words, and may leave nothing', () => {
    expect(results('stemming', { text: 'Runs RUNNING run s' })).toEqual({
      tokens: ['runs', 'running', 'run', 's'],
      stems: ['run', 'run', 'run', ''],
      distinct_before: 4,
      distinct_after: 2,
    });
  });
});

describe('skipgram-pairs', () => {
  it('counts by hand, a word that meets itself too', () => {
    expect(results('skipgram-pairs', { text: 'B a b', window: 2 })).toEqual({
      vocabulary: ['a', 'b'],
      pairs: 6,
      cooccurrence: [
        [0, 2],
        [2, 2],
      ],
    });
    // n words with window w < n give w (2n - w - 1) pairs.
    expect(results('skipgram-pairs').pairs).toBe(2 * (2 * 9 - 2 - 1));
  });

  it('refuses more than 60 different words and takes no words at all', () => {
    const words = (count: number): string => Array.from({ length: count }, (_, i) => `w${i}`).join(' ');
    expect(refusal('skipgram-pairs', { text: words(61) })).toBe('text');
    expect(results('skipgram-pairs', { text: words(60) }).pairs).toBe(2 * (2 * 60 - 2 - 1));
    expect(results('skipgram-pairs', { text: ' ' })).toEqual({ vocabulary: [], pairs: 0, cooccurrence: [] });
  });
});

describe('pictures of texts without words', () => {
  it.each(['n-grams', 'stemming', 'skipgram-pairs'])('%s has words for it', (id) => {
    const demo = DEMOS_BY_ID.get(id);
    if (demo === undefined) throw new Error(id);
    const view = viewOf(demo, runDemo(demo, { text: ' ' }), 'en');
    expect(/NaN|undefined|Infinity/.test(JSON.stringify(view))).toBe(false);
  });
});
