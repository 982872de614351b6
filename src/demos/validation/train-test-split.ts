import type { Colour } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { testPartSize } from '../../math/split-size.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse } from '../demo.ts';
import { float, int } from '../parameters.ts';
import { otherSeed, seed } from '../seed.ts';
import { sampleAxis, sampleSpans } from './sample-spans.ts';

export const trainTestSplit = defineDemo({
  id: 'train-test-split',
  title: { ko: '학습·검증·테스트 분할', en: 'Train, validation and test split' },
  about: {
    ko: '무작위로 섞어 테스트와 검증(각각 전체의 비율, 올림)을 떼고 나머지로 학습해요. 검증 세트로 모델을 고르고, 테스트 세트는 마지막 평가에 한 번만 써요.',
    en: 'Shuffles, sets test and validation parts aside (shares of all rows, rounded up) and trains on the rest. The validation part chooses the model; the test part is for the final evaluation only.',
  },
  parameters: {
    n: int(100, '3..1000'),
    test_size: float(0.2, '0<..<1'),
    val_size: float(0.2, '0..<1'),
    seed: seed(),
  },
  results: { n_train: 'int', n_val: 'int', n_test: 'int', test: 'int[n_test]' },
  run({ n, test_size, val_size }, random) {
    const n_test = testPartSize(test_size, n);
    const n_val = testPartSize(val_size, n);
    const n_train = n - n_test - n_val;
    if (n_train < 1)
      refuse(
        'test_size',
        `검증까지 ${n_test + n_val}개를 떼면 ${n}개 가운데 학습 샘플이 남지 않아요.`,
        `and val_size together take ${n_test + n_val} of ${countOf(n, 'row')} and leave none to train on.`,
      );
    return { n_train, n_val, n_test, test: random.permutation(n).slice(0, n_test) };
  },
  view({ n }, { n_train, n_val, n_test }, say, random) {
    const order = random.permutation(n);
    const place = new Map(order.map((index, at) => [index, at]));
    const colourAt = (index: number): Colour => {
      const at = place.get(index) ?? 0;
      return at < n_test ? 'vermillion' : at < n_test + n_val ? 'green' : 'blue';
    };
    const part = (name: string, count: number): string => `${name} ${count} (${formatPercent(count / n)})`;
    const parts = [
      { name: part(say('학습', 'training'), n_train), count: n_train, colour: 'blue' },
      { name: part(say('검증', 'validation'), n_val), count: n_val, colour: 'green' },
      { name: part(say('테스트', 'test'), n_test), count: n_test, colour: 'vermillion' },
    ] as const;
    const error = n_test > 0 ? 1.96 * Math.sqrt(0.25 / n_test) : null;
    let from = -0.5;
    const sizes = parts
      .filter(({ count }) => count > 0)
      .map(({ name, count, colour }) => {
        from += count;
        return { row: 0, from: from - count, to: from, label: name, colour };
      });
    return {
      chart: {
        kind: 'gantt',
        title: say('학습·검증·테스트 분할', 'Train, validation and test split'),
        subtitle: say(
          '위는 크기, 아래는 원래 순서에서 어느 행이 어디로 갔는지',
          'above the sizes, below where each row of the original order went',
        ),
        x: sampleAxis(say('행 번호', 'index of the row'), n),
        rows: [say('크기', 'sizes'), say('원래 순서', 'original order')],
        spans: [...sizes, ...sampleSpans(n, 1, colourAt)],
        legend: parts.map(({ name, colour }) => ({ name, colour })),
      },
      see:
        error === null
          ? say(
              '이 비율로는 테스트에 한 행도 남지 않아 평가할 수 없어요.',
              'At this share not one row is left to test on.',
            )
          : say(
              `테스트가 ${n_test}개라서 정확도를 재면 95% 구간이 최대 ±${formatPercent(error, 2)}포인트예요. 검증 세트로 고른 모델의 점수는 후하니, 손대지 않은 테스트 세트로 마지막에 한 번 재요.`,
              `With ${countOf(n_test, 'test row')} an accuracy has a 95% interval of up to ±${formatNumber(error * 100, 2)} percentage points. Scores on the validation part flatter the model chosen by them, so the untouched test part has the last word.`,
            ),
      numbers: [
        [say('학습', 'training'), part('', n_train).trim()],
        [say('검증', 'validation'), part('', n_val).trim()],
        [say('테스트', 'test'), part('', n_test).trim()],
        [
          say('테스트 정확도의 오차 한계(최대)', 'largest margin of a test accuracy'),
          error === null ? '–' : `±${formatPercent(error, 2)}`,
        ],
      ],
    };
  },
  variations: [
    otherSeed,
    { label: { ko: '검증 없이', en: 'no validation part' }, change: () => ({ val_size: 0 }) },
    { label: { ko: '테스트 50%', en: '50% for testing' }, change: () => ({ test_size: 0.5 }) },
    { label: { ko: '행 1000개', en: '1000 rows' }, change: () => ({ n: 1000 }) },
  ],
});
