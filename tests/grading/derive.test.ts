import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveRubric, gradeDerived } from '../../src/grading/derive.ts';

const QUESTION = 'What is the difference between a queue and a hash table?';
const REFERENCE =
  'A queue returns its elements in the order in which they were inserted, while a hash table finds an element by its key in constant time.';
const QUESTION_KO = '배치 정규화를 사용하는 이유는 무엇인가요?';
const REFERENCE_KO = '층마다 입력 분포를 일정하게 유지해서 학습을 안정시키고 더 큰 학습률을 쓸 수 있게 한다.';

function score(answer: string, question = QUESTION, reference = REFERENCE): number {
  return gradeDerived(deriveRubric(question, reference), answer).score;
}

const scoreKo = (answer: string): number => score(answer, QUESTION_KO, REFERENCE_KO);

describe('deriving a rubric from a model answer', () => {
  it('makes one point of every content word, in the order of the model answer', () => {
    const { points } = deriveRubric('What does a cache do?', 'A cache keeps recent results.');
    expect(points.map(({ id, weight }) => [id, weight])).toEqual([
      ['cache', 0],
      ['keeps', 1],
      ['recent', 1],
      ['results', 1],
    ]);
  });

  it('weighs words as it is told', () => {
    const rarity = (word: string): number => (word === 'recent' ? 2 : 1);
    expect(deriveRubric('', 'recent results', rarity).points.map((point) => point.weight)).toEqual([2, 1]);
  });

  it('grades by the words of the question where the model answer has no others', () => {
    const question = 'Which is larger, the sun or the moon?';
    expect(score('The sun', question, 'The sun is larger.')).toBeGreaterThan(
      score('The moon', question, 'The sun is larger.'),
    );
  });

  it('has no points, and gives none, where the model answer has no words', () => {
    expect(deriveRubric('Why?', '...').points).toEqual([]);
    expect(score('because', 'Why?', '...')).toBe(0);
  });

  it('gives points without repeating a word as plain data', () => {
    const rubric = deriveRubric('', 'again and again the constructor of __proto__');
    expect(rubric.points.map((point) => point.id)).toEqual(['again', 'constructor', 'proto']);
    expect(structuredClone(rubric)).toEqual(rubric);
  });
});

describe('grading against a model answer', () => {
  it.each([
    [QUESTION, REFERENCE],
    [QUESTION_KO, REFERENCE_KO],
    ['What are the operations of a stack?', 'push and pop'],
    ['How are big objects passed?', 'By reference.'],
    ['Which is larger, A or the moon?', 'The moon is larger.'],
    ['What is it?', 'the constructor of __proto__'],
  ])('gives the model answer itself 90 or more (%s)', (question, reference) => {
    expect(score(reference, question, reference)).toBeGreaterThanOrEqual(90);
  });

  it.each([
    '',
    ' … ',
    'not answered',
    'Not Answered.',
    "I don't know",
    'I dont know the answer, sorry',
    'I really do not know how',
    'idk',
    'No idea!',
    '모르겠습니다',
    '잘 모르겠어요...',
    '모름',
    '죄송합니다. 기억이 안 납니다',
    '답 없음',
  ])('gives nothing for %j', (answer) => {
    expect(score(answer)).toBe(0);
    expect(scoreKo(answer)).toBe(0);
  });

  it.each([
    'banana bicycle sunshine',
    'My cat likes to sleep near the window',
    'The dog runs around the garden',
    'I have a big red car and my brother has a small house',
    '오늘 점심은 김치찌개였다',
    'asdf qwerty',
  ])('gives at most 15 for the unrelated words %j', (answer) => {
    expect(score(answer)).toBeLessThanOrEqual(15);
    expect(scoreKo(answer)).toBeLessThanOrEqual(15);
  });

  it('gives at most 20 for a copy of the question', () => {
    expect(score(QUESTION)).toBeLessThanOrEqual(20);
    expect(score('queue hash table')).toBeLessThanOrEqual(20);
    expect(scoreKo(QUESTION_KO)).toBeLessThanOrEqual(20);
    const larger = 'Which is larger, the sun or the moon?';
    expect(score(larger, larger, 'The sun is larger.')).toBeLessThanOrEqual(20);
  });

  it('stops at 40 for a bare list of the expected words', () => {
    expect(score('queue, elements, order, inserted, hash table, key, constant time')).toBeLessThanOrEqual(40);
    expect(score('elements order inserted key constant time')).toBeLessThanOrEqual(40);
    expect(scoreKo('층, 입력 분포, 일정, 유지, 학습, 안정, 학습률')).toBeLessThanOrEqual(40);
    expect(scoreKo('층 입력 분포 유지 학습 안정 학습률')).toBeLessThanOrEqual(40);
  });

  it('takes a list for an answer where the question or the model answer is one', () => {
    const names = 'private, public, protected and package';
    expect(score(names, 'Which access levels does the language have?', names)).toBeGreaterThanOrEqual(90);
    expect(score('private, public, protected, package', 'How may it be?', names)).toBeGreaterThanOrEqual(90);
  });

  it('does not count what the answer says is not so', () => {
    const denied = [
      score('A queue does not return its elements in the order in which they were inserted'),
      scoreKo('층마다 입력 분포를 일정하게 유지하지 않아서 학습을 안정시키지 못한다'),
      scoreKo('학습을 안정시키지 못한다'),
    ];
    for (const got of denied) expect(got).toBeLessThan(60);
  });

  it('does not take a denial for the contrary where the model answer denies, too', () => {
    const ask = 'Why is a large object passed like this?';
    expect(score('it does not copy the object', ask, 'It avoids a copy of the object')).toBeGreaterThan(70);
  });

  it('reads a word with a hyphened prefix as the one word it is', () => {
    const ask = 'What is good about it?';
    expect(score('Re-usability', ask, 'abstraction and reusability')).toBeGreaterThanOrEqual(60);
  });

  it('ranks a full answer over a half one over one beside the point', () => {
    const full = score(
      'A queue gives items back in insertion order; a hash table looks a key up in constant time',
    );
    const half = score('In a queue the order of insertion matters');
    const beside = score('Both of them are used in many programs');
    expect(full).toBeGreaterThan(half);
    expect(half).toBeGreaterThan(beside);
    expect(full).toBeGreaterThanOrEqual(80);
    expect(beside).toBeLessThan(65);
  });

  it('knows other words for the same, short forms and misspelt words', () => {
    const ask = 'How does the container work?';
    const of = (answer: string): number => score(answer, ask, 'last in first out');
    expect(of('it is LIFO')).toBeGreaterThanOrEqual(90);
    const passed = (answer: string): number => score(answer, 'How are arguments passed?', 'by reference');
    expect(passed('by refrence')).toBeGreaterThanOrEqual(85);
    expect(passed('by address')).toBeGreaterThan(passed('by magic and an argument'));
  });

  it('does not take words of the question for related words of the answer', () => {
    const ask = 'What does the pointer hold?';
    expect(score('the pointer will hold something', ask, 'an address')).toBeLessThan(
      score('the location of something', ask, 'an address'),
    );
  });

  it('grades Korean answers by their nouns and stems, whatever their endings', () => {
    const good = scoreKo(
      '각 층에 들어오는 입력의 분포가 일정하게 유지되어 학습이 안정되고 학습률을 크게 할 수 있습니다',
    );
    const half = scoreKo('입력 분포가 유지됩니다');
    expect(good).toBeGreaterThanOrEqual(80);
    expect(good).toBeGreaterThan(half);
    expect(half).toBeGreaterThan(scoreKo('배치 정규화는 유명한 논문에서 나왔습니다'));
  });

  it('matches an English answer with a Korean model answer where the words are listed', () => {
    const ask = '스택이란?';
    expect(
      score('the last element is removed first', ask, '마지막에 추가한 원소를 처음 삭제한다'),
    ).toBeGreaterThan(70);
  });

  it('shows the words that earned a point where they were typed', () => {
    const answer = 'Ｑueues: it finds the KEY';
    const graded = gradeDerived(deriveRubric(QUESTION, REFERENCE), answer);
    const key = graded.points.find((point) => point.id === 'key');
    expect(key).toEqual({
      id: 'key',
      weight: 1,
      covered: true,
      evidence: [{ start: 21, end: 24, text: 'KEY' }],
    });
    expect(graded.points.find((point) => point.id === 'constant')?.covered).toBe(false);
  });

  it('takes any of the words that an author adds to a point', () => {
    const derived = deriveRubric('', 'gradient');
    const edited = { ...derived, points: [{ id: 'gradient', weight: 1, words: ['gradient', '경사'] }] };
    expect(gradeDerived(derived, '경사').score).toBeLessThanOrEqual(15);
    expect(gradeDerived(edited, '경사').score).toBe(100);
  });

  it('takes code for an answer, whatever its names', () => {
    const ask = 'How do you read a cell?';
    expect(score('*(zz+q)', ask, 'By adding the offset to the pointer')).toBeGreaterThan(50);
    expect(score('banana; bicycle (red) & sunshine', ask, 'By adding the offset')).toBeLessThanOrEqual(15);
  });

  it('takes names of object members for plain words', () => {
    const ask = 'Which names are special?';
    const reference = 'constructor, toString, hasOwnProperty and __proto__';
    expect(score('__proto__ hasOwnProperty toString constructor', ask, reference)).toBeGreaterThanOrEqual(85);
    expect(score('valueOf', ask, reference)).toBeLessThanOrEqual(15);
  });

  it('does not take much time for long texts', () => {
    const words = Array.from({ length: 1500 }, (_, index) => `wrd${index.toString(36)}abc`).join(' ');
    const rubric = deriveRubric('', words);
    const start = performance.now();
    gradeDerived(rubric, words.replaceAll('abc', 'abd'));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('whatever the text', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'queue',
      'order',
      'elements',
      'key',
      'constant',
      'insertd',
      'items',
      'not',
      '입력',
      '분포를',
      'constructor',
      '__proto__',
      'toString',
      ',',
      'a[i]',
      'banana',
      'café',
    ),
    fc.string({ unit: 'binary' }),
  );
  const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));

  it('a score is an integer from 0 to 100, the same every time, and evidence is cut from the answer', () => {
    fc.assert(
      fc.property(text, text, text, (question, reference, answer) => {
        const rubric = deriveRubric(question, reference);
        const graded = gradeDerived(rubric, answer);
        expect(Number.isInteger(graded.score) && graded.score >= 0 && graded.score <= 100).toBe(true);
        expect(gradeDerived(deriveRubric(question, reference), answer)).toEqual(graded);
        for (const { start, end, text: shown } of graded.points.flatMap((point) => point.evidence))
          expect(answer.slice(start, end)).toBe(shown);
      }),
    );
  });

  it('case and Unicode form do not matter', () => {
    const plain = fc.array(fc.constantFrom('queue', 'Order', 'café', '입력', '분포를', 'naïve', 'KEY'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(plain, plain, (reference, said) => {
        const rubric = deriveRubric('', reference.join(' '));
        const answer = said.join(' ');
        const { score: first } = gradeDerived(rubric, answer);
        expect(gradeDerived(rubric, answer.toUpperCase()).score).toBe(first);
        expect(gradeDerived(rubric, answer.normalize('NFD')).score).toBe(first);
        expect(gradeDerived(deriveRubric('', reference.join(' ').normalize('NFD')), answer).score).toBe(
          first,
        );
      }),
    );
  });

  it('a right statement more never lowers the score by more than 3', () => {
    const right = REFERENCE.split(' ');
    fc.assert(
      fc.property(text, fc.nat(right.length - 4), (answer, from) => {
        const more = `${answer}. ${right.slice(from, from + 4).join(' ')}`;
        expect(score(more)).toBeGreaterThanOrEqual(score(answer) - 3);
      }),
    );
  });
});
