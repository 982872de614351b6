import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRubric } from '../../src/grading/compile.ts';
import { grade } from '../../src/grading/grade.ts';
import { LEXICON, rubricOf, verdict } from '../support/rubrics.ts';

describe('recognising a statement', () => {
  it.each([
    ['plain', '과적합을 줄인다'],
    ['polite', '과적합을 줄여요'],
    ['formal', '과적합을 줄입니다'],
    ['note style', '과적합 줄임'],
    ['past', '과적합을 줄였다'],
    ['adnominal', '과적합을 줄이는 방법이다'],
    ['synonym', '오버피팅을 낮춰요'],
    ['noun and 하다', '과적합이 감소한다'],
    ['English', 'It reduces overfitting.'],
    ['mixed', 'overfitting을 감소시켜요'],
    ['capitals', 'OVERFITTING 을 줄인다'],
    ['decomposed Hangul', '과적합을 줄인다'.normalize('NFD')],
    ['full-width letters', 'Ｏｖｅｒｆｉｔｔｉｎｇ을 줄인다'],
    ['zero-width characters', '과\u200b적합을 줄\u200d인다'],
    ['a slip in one letter', '과접합을 줄인다'],
    ['transposed letters', 'it reduces overfittign'],
    ['other order', '줄이는 것은 과적합이다'],
  ])('finds "overfitting reduce" in %s', (_, answer) => {
    expect(verdict('overfitting reduce', answer)).toBe('covered');
  });

  it.each([
    ['another clause', '과적합은 문제고, 학습률은 줄인다'],
    ['the opposite word', '과적합을 늘린다', 'contradicted'],
    ['a negated verb', '과적합을 줄이지 않는다', 'contradicted'],
    ['못 before the verb', '과적합을 못 줄인다', 'contradicted'],
    ['수 없다', '과적합을 줄일 수 없다', 'contradicted'],
    ['does not', 'it does not reduce overfitting', 'contradicted'],
    ["doesn't", "it doesn't reduce overfitting", 'contradicted'],
    ['never', 'it never reduces overfitting', 'contradicted'],
    ['only one of the words', '과적합이 생긴다'],
  ])('does not find it in %s', (_, answer, expected = 'missed') => {
    expect(verdict('overfitting reduce', answer)).toBe(expected);
  });

  it('reads a double negation as an affirmation', () => {
    expect(verdict('overfitting reduce', '과적합을 줄일 수 없지 않다')).not.toBe('contradicted');
    expect(verdict('과적합', '과적합이 없지 않다')).toBe('covered');
    expect(verdict('과적합 없다', '과적합이 없지 않다')).toBe('contradicted');
    expect(verdict('-과적합', '과적합이 없다')).toBe('covered');
    expect(verdict('-과적합', '과적합이 없지 않다')).not.toBe('covered');
  });

  it.each([
    ['항상 …지는 않다', '과적합을 항상 줄이지는 않는다'],
    ['반드시 …는 것은 아니다', '과적합을 반드시 줄이는 것은 아니다'],
    ['not always', 'it does not always reduce overfitting'],
    ['not necessarily', 'it does not necessarily reduce overfitting'],
  ])('reads a negation in part as neither yes nor no: %s', (_, answer) => {
    expect(verdict('overfitting reduce', answer)).toBe('missed');
    expect(verdict('-reduce', answer)).toBe('covered');
  });

  it.each([
    ['않을 수 없다', '과적합을 줄이지 않을 수 없다'],
    ['없어서는 안 된다', '과적합을 줄일 방법이 없어서는 안 된다'],
    ['안 …면 안 된다', '과적합을 안 줄이면 안 된다'],
    ['않으면 안 된다', '과적합을 줄이지 않으면 안 됩니다'],
    ['않으면 안된다', '과적합을 줄이지 않으면 안된다'],
    ['수밖에 없다', '과적합을 줄일 수밖에 없다'],
    ['밖에 못', '과적합밖에 줄이지 못한다'],
    ['not just', 'it does not just reduce overfitting'],
  ])('reads what denies a denial as an affirmation: %s', (_, answer) => {
    expect(verdict('overfitting reduce', answer)).toBe('covered');
  });

  it.each([
    ['-진 않다', '과적합을 줄이진 않아요'],
    ['-질 않다', '과적합을 줄이질 않는다'],
    ['순 없다', '과적합을 줄일 순 없다'],
    ['an adverb between the noun and 안 되다', '과적합 감소가 잘 안 됨'],
  ])('reads contracted and interrupted denials: %s', (_, answer) => {
    expect(verdict('overfitting reduce', answer)).toBe('contradicted');
  });

  it('affirms what is named beside the thing denied', () => {
    expect(verdict('중앙값', '중앙값이지 평균이 아니다')).toBe('covered');
    expect(verdict('중앙값', '중앙값을 쓰지 평균을 쓰지는 않는다')).toBe('covered');
    expect(verdict('평균', '중앙값을 쓰지 평균을 쓰지는 않는다')).not.toBe('covered');
  });

  it.each(['X', '✗', '❌', '×', 'x', '(X)'])('reads the mark %s after a noun as a denial', (mark) => {
    expect(verdict('-병렬화', `정렬 가능, 병렬화 ${mark}`)).toBe('covered');
    expect(verdict('병렬화', `병렬화 ${mark}, 정렬 가능`)).not.toBe('covered');
  });

  it.each(['O', '○', '✓', '✅', '(O)'])('reads the mark %s after a noun as an affirmation', (mark) => {
    expect(verdict('병렬화', `병렬화 ${mark}, 정렬 가능`)).toBe('covered');
    expect(verdict('병렬화 있다', `병렬화 ${mark}, 정렬 가능`)).toBe('covered');
  });

  it.each(['가중치 w와 입력 x', 'y를 라벨, 특징 x', 'the slope with respect to x', 'label x'])(
    'leaves the quantity x alone: %s',
    (answer) => {
      expect(verdict('없음', answer)).toBe('missed');
    },
  );

  it.each([
    ['i/o', 'IO를 기다린다'],
    ['io', 'I/O를 기다린다'],
    ['a/b 테스트', 'AB 테스트'],
    ['-label', 'it learns w/o labels'],
    ["'l1'", 'L₁ 규제'],
    ["'l1'", 'L_1 규제'],
    ["'l1'", 'L-1 norm'],
    ["'x̄'", 'x bar를 구한다'],
    ["'y hat'", 'ŷ를 구한다'],
  ])('reads words with signs in them: %s', (pattern, answer) => {
    expect(verdict(pattern, answer)).toBe('covered');
  });

  it('reads what must not be as denied', () => {
    expect(verdict('overfitting reduce', '과적합을 줄이면 안 된다')).toBe('contradicted');
    expect(verdict('-reduce', '과적합을 줄여서는 안 된다')).toBe('covered');
  });

  it.each([
    ['뿐만 아니라', '과적합뿐만 아니라 오차를 줄인다', 'covered'],
    ['not only', 'it not only reduces overfitting', 'covered'],
    ['a hedge', '과적합을 줄이는 것 같다', 'covered'],
  ])('does not take %s for a negation', (_, answer, expected) => {
    expect(verdict('overfitting reduce', answer)).toBe(expected);
  });

  it.each([
    ['-labels', '-라벨', '라벨이 없이 학습한다'],
    ['without', '-label', 'it learns without labels'],
    ['않', '-의존', '특정 뉴런에 의존하지 않는다'],
    ['수 없', '-의존', '특정 뉴런에 의존할 수 없다'],
    ['아니라', '-가중치', '가중치가 아니라 유닛을 끈다'],
    ['말고', '-평균', '평균 말고 중앙값을 쓴다'],
    ['못하게', '-의존', '뉴런끼리 의존하지 못하게 한다'],
  ])('finds a denied word: %s', (_, pattern, answer) => {
    expect(verdict(pattern, answer)).toBe('covered');
  });

  it('takes the denial of a complement for its opposite, but not of a mere contrary', () => {
    expect(verdict('변경 possible', '변경이 불가능하지 않다')).toBe('covered');
    expect(verdict('과적합 reduce', '과적합을 늘리지 않는다')).not.toBe('covered');
  });

  it('keeps order and the standard of a comparison apart', () => {
    expect(verdict('adam > sgd', 'adam은 sgd에 모멘텀을 더한다')).toBe('covered');
    expect(verdict('adam > sgd', 'sgd는 adam에 모멘텀을 더한다')).toBe('missed');
    expect(verdict('gpu than:cpu fast', 'GPU가 CPU보다 빠르다')).toBe('covered');
    expect(verdict('gpu than:cpu fast', 'CPU가 GPU보다 빠르다')).not.toBe('covered');
    expect(verdict('gpu than:cpu fast', 'a GPU is faster than a CPU')).toBe('missed');
    expect(verdict('gpu than:cpu (fast | faster)', 'a GPU is faster than a CPU')).toBe('covered');
  });

  it('tries the other places and alternatives where the first leaves no room for what follows', () => {
    expect(verdict('(sgd | adam) > fast', 'Adam이 빠르다, SGD보다')).toBe('covered');
    expect(verdict('(sgd | adam) > fast', 'adam is fast like sgd')).toBe('covered');
    expect(verdict('(sgd > adam | adam) > fast', 'adam is fast like sgd and adam')).toBe('covered');
    expect(verdict('(sgd | adam) > fast', 'fast are adam and sgd')).toBe('missed');
    expect(verdict('(라벨 | 정답) 필요', '라벨이 아니라 정답이 필요하다')).toBe('covered');
  });

  it('binds a predicate to its subject across clauses', () => {
    expect(verdict('sgd slow', 'SGD는 진동이 심하고, 느리다')).toBe('covered');
    expect(verdict('sgd slow', 'SGD는 진동이 심하고, Adam은 느리다')).toBe('missed');
  });

  it.each([
    ['A는 B와 달리', 'L1은 L2와 달리 과적합을 줄인다'],
    ['B와 달리 A는', 'L2와 달리 L1은 과적합을 줄인다'],
    ['A는 B와는 다르게', 'L1은 L2와는 다르게 과적합을 줄인다'],
    ['unlike B, A', 'Unlike L2, L1 will reduce overfitting'],
    ['A, unlike B', 'L1 can reduce overfitting, unlike L2'],
  ])('takes the topic, not what it is set against, for the subject: %s', (_, answer) => {
    expect(verdict("'l1' overfitting reduce", answer)).toBe('covered');
    expect(verdict("'l2' overfitting reduce", answer)).not.toBe('covered');
    expect(verdict("'l1' 'l2' reduce", answer)).not.toBe('contradicted');
  });

  it('takes what is denied of the topic to hold for what it is set against', () => {
    expect(verdict('트리 과적합', '앙상블은 큰 트리 하나처럼 과적합되지 않는다')).toBe('covered');
    expect(verdict('앙상블 과적합', '앙상블은 큰 트리 하나처럼 과적합되지 않는다')).toBe('contradicted');
    expect(verdict("'l2' reduce", 'L1은 L2와 달리 과적합을 줄이지 않는다')).toBe('covered');
    expect(verdict("'l2' reduce", '과적합을 줄이는 L2와 달리 L1은 희소하다')).toBe('covered');
  });

  it('lets an aside about something else not become the topic of the next sentence', () => {
    const asides = ['튜플은 수정할 수 없어요, 리스트는 되고요.', '튜플은 수정이 안 되고 리스트는 가능해요.'];
    for (const aside of asides) {
      expect(verdict('튜플 해시', `${aside} 그래서 해시할 수 있어요.`)).toBe('covered');
      expect(verdict('튜플 해시', `${aside} 바뀌지 않기 때문에 해시가 가능해요.`)).toBe('covered');
      expect(verdict('리스트 해시', `${aside} 그래서 해시할 수 있어요.`)).toBe('missed');
    }
    expect(verdict('튜플 해시', '튜플은 불변이고, 리스트는 가변이다. 그래서 해시할 수 있다.')).toBe('missed');
  });

  it('finds words inside compounds, but not after a single syllable', () => {
    expect(verdict('배치', '미니배치를 쓴다')).toBe('covered');
    expect(verdict("'적합'", '과적합이다')).toBe('missed');
    expect(verdict("'선형'", '비선형이다')).toBe('missed');
    expect(verdict("'linear'", 'it is non-linear')).toBe('missed');
    expect(verdict("'linear'", 'it is linear')).toBe('covered');
  });

  it.each([
    '기울기 소실이 생긴다',
    '기울기소실이 생긴다',
    '기울기의 소실이 생긴다',
    'gradient vanishing이 아니라 vanishing gradient가 생긴다',
    'the vanishing gradients appear',
  ])('finds a term of two words in "%s"', (answer) => {
    expect(verdict('vanishing-gradient', answer)).toBe('covered');
  });

  it('gives short words no tolerance', () => {
    expect(verdict("'편향'", '편한 방법이다')).toBe('missed');
    expect(verdict("'bias'", 'the bins are equal')).toBe('missed');
  });
});

describe('scores', () => {
  const rubric = compileRubric(
    rubricOf('overfitting reduce', {
      points: [
        { id: 'a', weight: 3, say: ['overfitting reduce'] },
        { id: 'b', weight: 1, say: ['학습 fast'] },
      ],
      misconceptions: [{ id: 'm', cost: 25, say: ['학습 > 필요_없다'] }],
    }),
    LEXICON,
  );

  it('are the share of the weights', () => {
    expect(grade(rubric, '과적합을 줄인다.').score).toBe(75);
    expect(grade(rubric, '과적합을 줄인다. 학습이 빠르다.').score).toBe(100);
    expect(grade(rubric, '모릅니다').score).toBe(0);
  });

  it('reach 100 with the weight that is enough', () => {
    const lenient = compileRubric(
      rubricOf('', {
        points: [
          { id: 'a', weight: 3, say: ['overfitting'] },
          { id: 'b', weight: 1, say: ['zebra'] },
        ],
        enough: 3,
      }),
      LEXICON,
    );
    expect(grade(lenient, '과적합이 생긴다').score).toBe(100);
  });

  it('lose what a misconception costs, and get nothing for the contrary of a point', () => {
    expect(grade(rubric, '과적합을 줄인다. 학습은 필요 없다.').score).toBe(50);
    expect(grade(rubric, '학습이 빠르다. 과적합을 늘린다.')).toMatchObject({
      score: 25,
      points: [{ contradicted: true, covered: false }, { covered: true }],
    });
  });

  it('stop at 40 for a bare list of keywords', () => {
    const words = compileRubric(
      rubricOf('', { points: [{ id: 'a', weight: 1, say: ['overfitting'] }] }),
      LEXICON,
    );
    const result = grade(words, '과적합, 규제, 드롭아웃, 앙상블');
    expect(result).toMatchObject({ list: true, score: 40 });
    expect(grade(words, '과적합이 생깁니다').score).toBe(100);
  });

  it('give nothing for the words of the question', () => {
    const question = '드롭아웃이 과적합을 줄이는 효과를 내는 이유는 무엇인가요?';
    const own = compileRubric(rubricOf('overfitting reduce', { question: [question] }), LEXICON);
    expect(grade(own, question).score).toBe(0);
    expect(grade(own, `${question} ${question}`).score).toBe(0);
  });

  it('do not grow by repeating', () => {
    expect(grade(rubric, '과적합을 줄인다. '.repeat(30)).score).toBe(75);
  });

  it('carry the words that earned them, with their place in the original', () => {
    const answer = '음, 오버피팅을 꽤 줄여요.';
    const [point] = grade(rubric, answer).points;
    expect(point?.evidence.map((one) => one.text)).toEqual(['오버피팅을', '줄여요']);
    for (const one of point?.evidence ?? []) expect(answer.slice(one.start, one.end)).toBe(one.text);
  });

  it('points into the original even where characters were composed or dropped', () => {
    const answer = `\u200b${'과적합'.normalize('NFD')}을 줄인다`;
    const [point] = grade(rubric, answer).points;
    expect(point?.evidence[0]?.text.normalize('NFC')).toBe('과적합을 줄인다');
  });
});

describe('any input', () => {
  const rubric = compileRubric(
    rubricOf(['overfitting reduce', '`a=b`', '-label > (x | y) & z && w']),
    LEXICON,
  );

  it('never throws and stays within 0 to 100, on any string', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.string({ unit: 'grapheme', maxLength: 300 }),
        ),
        (answer) => {
          const { score } = grade(rubric, answer);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives the same grade twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (answer) => {
        expect(grade(rubric, answer)).toEqual(grade(rubric, answer));
      }),
    );
  });

  it('survives a hostile answer without backtracking for ever', () => {
    const unit = [
      '이나',
      '않',
      '없지않',
      '은는이가',
      '과적합',
      'reduce',
      '(((',
      '-',
      'a.b,',
      '줄이지 ',
      '\\frac{',
      '안 못 ',
    ];
    for (const piece of unit) {
      const answer = `${piece.repeat(Math.ceil(4000 / piece.length))}x`.slice(0, 4000);
      expect(grade(rubric, answer).score).toBeLessThanOrEqual(100);
      expect(grade(rubric, `과적합${answer}`.slice(0, 4000)).score).toBeLessThanOrEqual(100);
    }
  });

  it.each(['constructor', '__proto__', 'toString hasOwnProperty valueOf', 'prototype __proto__ constructor'])(
    'takes %s for a word like any other',
    (word) => {
      const own = compileRubric(rubricOf(`'${word.split(' ')[0]}'`), LEXICON);
      expect(grade(own, `it calls the ${word}`).score).toBeGreaterThanOrEqual(0);
      expect(grade(rubric, word).score).toBe(0);
    },
  );
});
