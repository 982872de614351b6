import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/bank/question.ts';
import { grade } from '../../src/grading/grade.ts';
import { realBank } from '../support/world.ts';

/** What must hold for every rubric of the bank, on its own samples. */

const QUESTIONS = [...realBank().questions.values()];
const SLACK = 3;
/** Fixed, so that a change of a rubric fails here at once or not at all. */
const SEED = 20261121;
const NEUTRAL = [
  '제 생각을 적어 볼게요.',
  '이 질문에 답해 보겠습니다.',
  'Thank you for the question.',
  '도움이 되면 좋겠어요.',
];

/** Compounds that people write as one word or as two. */
const COMPOUNDS = (
  '미니 배치|과적합 방지|학습 률|손실 함수|활성화 함수|비용 함수|경사 하강법|배치 정규화|기울기 소실|출력 층|데이터 셋|검증 셋|조건부 확률|가상 메모리|' +
  '역 전파|드롭 아웃|과 적합|하이퍼 파라미터|인공 신경망|합성 곱|표본 평균|공분산 행렬|교차 검증|조기 종료|데이터 증강|시간 복잡도|얕은 복사|깊은 복사|' +
  'learning rate|mini batch|early stopping|hyper parameter|data set|over fitting|back propagation|drop out|soft max|one shot|non linear|multi head'
).split('|');
const question = fc.constantFrom(...QUESTIONS);
const sampled = question.chain((one) =>
  fc.constantFrom(...one.samples).map((sample) => ({ question: one, sample })),
);

function score(one: Question, answer: string): number {
  return grade(one.rubric, answer).score;
}

describe('a grade does not depend on', () => {
  it('letter case', () => {
    fc.assert(
      fc.property(sampled, ({ question: one, sample }) => {
        expect(
          Math.abs(score(one, sample.answer.toUpperCase()) - score(one, sample.answer)),
        ).toBeLessThanOrEqual(SLACK);
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  it('the Unicode normalization form', () => {
    fc.assert(
      fc.property(sampled, fc.constantFrom('NFC', 'NFD'), ({ question: one, sample }, form) => {
        expect(score(one, sample.answer.normalize(form))).toBe(score(one, sample.answer));
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  it('surrounding and doubled white space', () => {
    fc.assert(
      fc.property(sampled, ({ question: one, sample }) => {
        expect(score(one, `  ${sample.answer.replaceAll(' ', '  ')} `)).toBe(score(one, sample.answer));
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  it('zero-width characters strewn in', () => {
    fc.assert(
      fc.property(
        sampled,
        fc.constantFrom('\u200b', '\u2060', '\ufeff'),
        ({ question: one, sample }, mark) => {
          expect(score(one, [...sample.answer].join(mark))).toBe(score(one, sample.answer));
        },
      ),
      { numRuns: 100, seed: SEED },
    );
  });

  it('spaces and hyphens inside compounds', () => {
    // Every sample with every compound in it. Lists are left out: one word more or less makes them more or less of a list.
    const moved = QUESTIONS.flatMap((one) =>
      one.samples
        .filter((sample) => sample.kind !== 'keywords')
        .flatMap(({ answer }) =>
          COMPOUNDS.flatMap((compound) => {
            const spellings = [compound, compound.replace(' ', ''), compound.replace(/(?<=[a-z]) /, '-')];
            const typed = new RegExp(`(?<![a-z])(?:${spellings.join('|')})(?![a-z])`, 'gi');
            if (answer.search(typed) < 0) return [];
            const before = score(one, answer);
            return spellings.flatMap((spelling) => {
              const after = score(one, answer.replaceAll(typed, spelling));
              return Math.abs(after - before) > SLACK
                ? [`${one.id}: ${before} -> ${after} ${spelling} in ${answer}`]
                : [];
            });
          }),
        ),
    );
    expect(moved).toEqual([]);
  });

  it('neutral sentences before or after', () => {
    // Every sample with every sentence: what fails once must fail always. A bare list with sentences around it is less
    // of a list, so lists are left out.
    const moved = QUESTIONS.flatMap((one) =>
      one.samples
        .filter((sample) => sample.kind !== 'keywords')
        .flatMap((sample) =>
          NEUTRAL.flatMap((neutral) => [
            `${neutral} ${sample.answer}`,
            `${sample.answer.replace(/[^.!?]$/, '$&.')} ${neutral}`,
          ]).flatMap((answer) => {
            const [before, after] = [score(one, sample.answer), score(one, answer)];
            return Math.abs(after - before) > SLACK ? [`${one.id}: ${before} -> ${after} ${answer}`] : [];
          }),
        ),
    );
    expect(moved).toEqual([]);
  });

  it('the order of independent sentences', () => {
    // The points' own sentences, each complete in itself, as a member might write them down in any order.
    fc.assert(
      fc.property(
        question,
        fc.constantFrom('ko' as const, 'en' as const),
        fc.infiniteStream(fc.nat()),
        (one, locale, chance) => {
          const sentences = one.points.map((point) => point[locale]);
          const shuffled = sentences
            .map((sentence) => ({ sentence, key: chance.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ sentence }) => sentence);
          const difference = score(one, shuffled.join('\n')) - score(one, sentences.join('\n'));
          expect(Math.abs(difference)).toBeLessThanOrEqual(SLACK);
        },
      ),
      { numRuns: 400, seed: SEED },
    );
  });

  it('saying it twice', () => {
    fc.assert(
      fc.property(sampled, ({ question: one, sample }) => {
        fc.pre(sample.kind === 'full');
        expect(
          Math.abs(score(one, `${sample.answer}\n${sample.answer}`) - score(one, sample.answer)),
        ).toBeLessThanOrEqual(SLACK);
      }),
      { numRuns: 100, seed: SEED },
    );
  });
});

describe('a right answer', () => {
  it('never loses by a right statement that is added to it', () => {
    const losses = QUESTIONS.flatMap((one) =>
      one.samples
        .filter((sample) => sample.kind === 'partial' || sample.kind === 'full')
        .flatMap((sample) => {
          const before = score(one, sample.answer);
          const after = score(
            one,
            `${sample.answer.replace(/[^.!?]$/, '$&.')}\n${one.modelText[sample.lang === 'en' ? 'en' : 'ko']}`,
          );
          return after < before - SLACK ? [`${one.id}: ${before} -> ${after}`] : [];
        }),
    );
    expect(losses).toEqual([]);
  });
});

describe('no credit', () => {
  it('for the question itself, in either language', () => {
    const credited = QUESTIONS.flatMap((one) =>
      (['ko', 'en'] as const)
        .filter((locale) => score(one, one.question[locale]) > 15)
        .map((locale) => `${one.id} ${locale}`),
    );
    expect(credited).toEqual([]);
  });

  it.each([
    '모르겠습니다',
    '잘 모르겠어요.',
    "I don't know",
    'not answered',
    'No idea, sorry.',
    '몰라요',
    '패스',
  ])('for "%s"', (answer) => {
    expect(QUESTIONS.filter((one) => score(one, answer) > 0).map((one) => one.id)).toEqual([]);
  });
});
