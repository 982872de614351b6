import { describe, expect, it } from 'vitest';
import { compileRubric } from '../../src/grading/compile.ts';
import { grade } from '../../src/grading/grade.ts';
import { LEXICON, rubricOf, verdict } from '../support/rubrics.ts';

describe('where a sentence or clause ends', () => {
  it.each([
    ['a polite ending without a full stop', "'중앙값' reduce", '평균을 줄입니다 중앙값은 안전합니다'],
    ['-거든요', "'중앙값' reduce", '평균을 줄이거든요 중앙값은 안전합니다'],
    ['-고요', "'튜플' reduce", '리스트는 줄이고요 튜플은 안전합니다'],
    ['a nominal ending before 그래서', "'튜닝' reduce", '과적합이 안 줄어듦 평균 줄임 그래서 튜닝은 안전함'],
    ['a nominal ending before a topic', "'튜닝' reduce", '직접 평균을 줄임 튜닝은 안전함'],
    ['an arrow after a statement', "'안장점' reduce", '평균을 줄임 → 안장점 생김'],
    ['-구 for -고', "'튜플' reduce", '리스트는 줄이는 것이 작구 튜플은 안전합니다'],
  ])('%s ends it', (_, pattern, answer) => {
    expect(verdict(pattern, answer)).toBe('missed');
  });

  it.each([
    ['가지고', 'data reduce', 'data만 가지고 과적합을 줄인다'],
    ['a division of numbers', 'lift 2', 'lift = 0.6 / 0.3 = 2'],
    ['보다 before a topic', '평균보다 중앙값', '평균보다 중앙값은 안전하다'],
  ])('%s does not', (_, pattern, answer) => {
    expect(verdict(pattern, answer)).toBe('covered');
  });
});

describe('what a clause is about', () => {
  it.each([
    ['-로는', '테스트 reduce', '검증은 쉽고, 테스트 세트로는 확인하며, 과적합을 줄인다'],
    ['-도 after a Latin word', 'tanh reduce', 'sigmoid는 크고, tanh도 같은데 과적합을 줄인다'],
    ['a denied clause before -지만', '리스트 reduce', '리스트는 해시할 수 없지만 과적합을 줄인다'],
  ])('%s names it', (_, pattern, answer) => {
    expect(verdict(pattern, answer)).toBe('covered');
  });

  it('leaves the predicate of a word group where it was said', () => {
    expect(verdict('(성능이_떨어지다) 적다', '데이터가 많으면 성능이 떨어지고, 적은 편이다')).toBe('missed');
  });
});

describe('what a denial reaches', () => {
  it.each([
    ['대부분', '대부분', '기울기가 0인 점은 대부분 최솟값이 아니라 안장점이에요'],
    ['what stands before -어야', '작다', '학습률은 작게 두어야 골짜기에 빠지지 않는다'],
    ['what stands before -으니', '내려놓다', '락을 내려놓으니 스레드가 기다리지 않는다'],
    ['what stands before -ㄹ수록', '커지다', '모델이 커질수록 오차가 줄지 않는다'],
    ['what stands before 두어', '완만하다', '기울기를 완만하게 두어 출력이 죽지 않는다'],
    ['what stands before an arrow', '제곱', 'L2는 제곱합 더하기 → 0은 아니다'],
    ['a cause that is wholly so', '안장점', '고차원에서 거의 다 안장점이라 갇히지 않는다'],
    ['the topic of 해시하다', '리스트 크다', '리스트는 해시할 수 없고, 크다'],
    ['the object of the main verb before 없이', '성능', '테스트 점수가 일반화 성능을 편향 없이 나타낸다'],
    ['잘못', '잘못', '초기값을 잘못 잡는다'],
  ])('not %s', (_, pattern, answer) => {
    expect(verdict(pattern, answer)).toBe('covered');
  });

  it.each([
    ['못해요 after a noun', '-보장', '글로벌 미니멈인지 보장못해요'],
    ['안 in one word with its verb', '-흔들리다', '극단적인 값에 안흔들리거든요'],
    ['지말고 in one word', '-구하다', '평균을 새로 구하지말고 이동 평균을 쓴다'],
    ['both verbs before 수 없다', '-바꾸다', '원소를 바꾸거나 추가할 수 없다'],
    ['both verbs before 필요가 없다', '-구현', '미분을 직접 구현하거나 파싱할 필요가 없다'],
  ])('%s', (_, pattern, answer) => {
    expect(verdict(pattern, answer)).toBe('covered');
  });

  it('not the verb before 거나 where the next one has a subject of its own', () => {
    expect(verdict('느려지다', '학습이 느려지거나 손실이 줄 수 없다')).toBe('covered');
  });
});

it.each(['기울기가 흐르고요', '기울기가 흐르거든요', '기울기가 흐르는데요', '기울기가 흐르구요'])(
  'a polite ending after a connective one is an ending: %s',
  (answer) => {
    expect(verdict('기울기 흐르다', answer)).toBe('covered');
  },
);

describe('notes', () => {
  it.each(['lr 10배 키워도 ok. 초기화 대충 해도 ok.', '뉴런 끄기, 데이터 더 넣기, 가중치 줄이기'])(
    'of statements are no list: %s',
    (answer) => {
      expect(grade(compileRubric(rubricOf('데이터'), LEXICON), answer).list).toBe(false);
    },
  );

  it.each(['크기, 기울기, 초기, 주기, 분기', '층 크기, 배치 크기, 초기 기울기'])(
    'of nouns are one: %s',
    (answer) => {
      expect(grade(compileRubric(rubricOf('크기'), LEXICON), answer).list).toBe(true);
    },
  );

  it.each([
    ['`‖w‖^2`', '||w||²'],
    ['`a/b=c`', 'a ÷ b = c'],
  ])('write signs in their own way: %s', (pattern, answer) => {
    expect(verdict(pattern, `식은 ${answer}`)).toBe('covered');
  });
});
