import type { GanttChart } from '../../charts/model.ts';
import { formatNumber, formatPercent } from '../../charts/number.ts';
import { type Folds, groupFolds, kFolds, stratifiedFolds } from '../../math/k-fold.ts';
import { distinct } from '../../math/summary.ts';
import { atMost, sameLength } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, type Say } from '../demo.ts';
import { choice, int, ints } from '../parameters.ts';
import { MAX_BLOCKS, sampleAxis, sampleSpans } from './sample-spans.ts';

const KINDS = ['kfold', 'stratified', 'loocv', 'group'] as const;
type Kind = (typeof KINDS)[number];

interface Args {
  readonly kind: Kind;
  readonly y: readonly number[];
  readonly groups: readonly number[];
  readonly k: number;
}

const NAMES: Readonly<Record<Kind, readonly [string, string]>> = {
  kfold: ['K-겹', 'K-fold'],
  stratified: ['층화 K-겹', 'stratified K-fold'],
  loocv: ['하나 빼기(LOOCV)', 'leave one out'],
  group: ['그룹 K-겹', 'group K-fold'],
};

function foldsFor({ kind, y, groups, k }: Args): Folds {
  switch (kind) {
    case 'kfold':
      atMost('k', k, y.length, '샘플 수', 'the number of samples');
      return kFolds(y.length, k);
    case 'stratified': {
      atMost('k', k, y.length, '샘플 수', 'the number of samples');
      const largest = Math.max(...distinct(y).map((label) => y.filter((one) => one === label).length));
      atMost('k', k, largest, '가장 큰 클래스의 샘플 수', 'the size of the largest class');
      return stratifiedFolds(y, k);
    }
    case 'loocv':
      return kFolds(y.length, y.length);
    case 'group':
      sameLength('groups', groups, 'y', y);
      atMost('k', k, distinct(groups).length, '그룹 수', 'the number of groups');
      return groupFolds(groups, k);
  }
}

/** Rows of the picture beyond this are left out. */
const MAX_ROWS = 16;
function grid({ kind, y, groups }: Args, test: Folds, say: Say): GanttChart {
  const shown = test.slice(0, MAX_ROWS);
  const labels = kind === 'group' ? groups : y;
  const what = kind === 'group' ? say('그룹', 'group') : say('클래스', 'class');
  const spans = shown.flatMap((fold, row) => {
    const held = new Set(fold);
    return sampleSpans(y.length, row, (i) => (held.has(i) ? 'vermillion' : 'blue'), labels);
  });
  const counts =
    shown.length < test.length
      ? say(
          `${test.length}겹 가운데 처음 ${shown.length}겹`,
          `the first ${shown.length} of ${countOf(test.length, 'fold')}`,
        )
      : say(`${test.length}겹`, `${test.length} folds`);
  return {
    kind: 'gantt',
    title: say('폴드마다의 학습·검증 샘플', 'Training and test samples of each fold'),
    subtitle: `${say(...NAMES[kind])}, ${counts}${y.length <= MAX_BLOCKS ? say(`, 숫자는 ${what}`, `; the numbers are the ${what}`) : ''}`,
    x: sampleAxis(say('샘플 번호', 'index of the sample'), y.length),
    rows: shown.map((_, fold) => say(`폴드 ${fold}`, `fold ${fold}`)),
    spans,
    legend: [
      { name: say('학습', 'training'), colour: 'blue' },
      { name: say('검증', 'test'), colour: 'vermillion' },
    ],
  };
}

/** Range over folds of the share of the first class that is there at all, as text. */
function sharesText(counts: readonly (readonly number[])[], place: number): string {
  const shares = counts.map(
    (row) =>
      (row[place] ?? 0) /
      Math.max(
        1,
        row.reduce((total, one) => total + one, 0),
      ),
  );
  return `${formatPercent(Math.min(...shares))} … ${formatPercent(Math.max(...shares))}`;
}

function sentence(kind: Kind, folds: number, shares: string, label: number, whole: string, say: Say): string {
  switch (kind) {
    case 'kfold':
      return say(
        `섞지 않고 차례로 ${folds}겹을 잘라서, 클래스 ${label}의 비율이 폴드마다 ${shares} 사이예요(전체 ${whole}). 정렬된 데이터라면 섞거나 층화해야 해요.`,
        `${folds} consecutive folds without shuffling: the share of class ${label} is ${shares} across folds (${whole} overall). Sorted data must be shuffled or stratified.`,
      );
    case 'stratified':
      return say(
        `층화 분할이라 ${folds}겹에서 클래스 ${label}의 비율이 ${shares} 사이로, 전체 ${whole}에 가깝게 지켜져요. 불균형 분류의 기본 선택이에요.`,
        `Stratified: across ${countOf(folds, 'fold')} the share of class ${label} is ${shares}, close to the ${whole} overall. This is the usual choice for imbalanced classes.`,
      );
    case 'loocv':
      return say(
        `샘플을 하나씩만 빼서 ${folds}번 학습해요. 학습 데이터는 거의 다 쓰지만, 모델을 ${folds}번 학습하는 비용이 들어요.`,
        `Each sample is left out once, so the model is trained ${countOf(folds, 'time')}: nearly all data are used, at the price of ${countOf(folds, 'fit')}.`,
      );
    case 'group':
      return say(
        `한 그룹은 ${folds}겹 가운데 한 폴드에만 검증으로 나와요. 같은 환자나 사용자가 학습과 검증에 함께 들어가는 누수를 막아요.`,
        `No group is split: across ${countOf(folds, 'fold')} each is tested as a whole, so that no patient or user is in training and test at once.`,
      );
  }
}

export const crossValidation = defineDemo({
  id: 'cross-validation',
  title: { ko: '교차 검증 분할', en: 'Cross-validation splits' },
  about: {
    ko: '섞지 않은 scikit-learn의 KFold, StratifiedKFold, LeaveOneOut, GroupKFold와 같은 분할이에요. 평균하는 것은 모델이 아니라 폴드마다의 점수이고, 최종 모델은 보통 전체 학습 데이터로 다시 학습해요.',
    en: "Splits as scikit-learn's KFold, StratifiedKFold, LeaveOneOut and GroupKFold make them without shuffling. What is averaged are the scores of the folds, not the models; the final model is usually trained on all training data again.",
  },
  parameters: {
    kind: choice(KINDS, 'stratified'),
    y: ints([0, 0, 0, 0, 0, 0, 1, 1, 1], '2..200', '0..20'),
    groups: ints([0, 0, 0, 1, 1, 2, 2, 2, 2], '2..200', '0..100'),
    k: int(3, '2..50'),
  },
  results: { test: 'int[f][]', train_size: 'int[f]', class_counts: 'int[f][c]' },
  run(args) {
    const test = foldsFor(args);
    const classes = distinct(args.y);
    return {
      test,
      train_size: test.map((fold) => args.y.length - fold.length),
      class_counts: test.map((fold) =>
        classes.map((label) => fold.filter((index) => args.y[index] === label).length),
      ),
    };
  },
  view(args, { test, train_size, class_counts }, say) {
    const { kind, y } = args;
    const classes = distinct(y);
    const place = classes.length - 1;
    const label = classes[place] ?? 0;
    const whole = formatPercent(y.filter((one) => one === label).length / y.length);
    const sizes = test.map((fold) => fold.length);
    return {
      chart: grid(args, test, say),
      see: sentence(kind, test.length, sharesText(class_counts, place), label, whole, say),
      numbers: [
        [say('폴드', 'folds'), String(test.length)],
        [say('검증 샘플 수', 'test samples'), spread(sizes)],
        [say('학습 샘플 수', 'training samples'), spread(train_size)],
        [
          say(`폴드마다 클래스 ${label}의 비율`, `share of class ${label} by fold`),
          sharesText(class_counts, place),
        ],
      ],
      table: {
        columns: [
          say('폴드', 'fold'),
          say('검증 샘플', 'test samples'),
          say('클래스마다의 개수', 'count of each class'),
        ],
        rows: test.map((fold, i) => [
          String(i),
          fold.slice(0, 8).join(', ') + (fold.length > 8 ? ', …' : ''),
          classes
            .slice(0, 6)
            .map((one, c) => `${one}: ${class_counts[i]?.[c] ?? 0}`)
            .join(', ') + (classes.length > 6 ? ', …' : ''),
        ]),
      },
    };
  },
  variations: [
    { label: { ko: 'K-겹(차례대로)', en: 'K-fold (in order)' }, change: () => ({ kind: 'kfold' }) },
    { label: { ko: '층화 K-겹', en: 'stratified' }, change: () => ({ kind: 'stratified' }) },
    { label: { ko: '하나 빼기(LOOCV)', en: 'leave one out' }, change: () => ({ kind: 'loocv' }) },
    {
      label: { ko: '그룹 K-겹', en: 'group K-fold' },
      change: ({ y, groups, k }) =>
        y.length === groups.length && k <= distinct(groups).length ? { kind: 'group' } : undefined,
    },
    { label: { ko: '2겹', en: '2 folds' }, change: () => ({ k: 2 }) },
  ],
});

function spread(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? formatNumber(least) : `${formatNumber(least)} … ${formatNumber(most)}`;
}
