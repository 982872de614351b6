import type { XySeries } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { svd } from '../../math/decomposition.ts';
import { descentSteps } from '../../math/least-squares-descent.ts';
import { extent, mean, standardDeviation } from '../../math/summary.ts';
import { column, type Rows, range } from '../../math/vector.ts';
import { sameLength } from '../checks.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { float, floats, int, matrix } from '../parameters.ts';

/** A smallest singular value below this share of the largest (of standardized columns) means dependent columns. */
const DEPENDENT = 1e-10;

function withIntercept(x: Rows): number[][] {
  return x.map((row) => [1, ...row]);
}

/** Columns minus their mean, over their population standard deviation. */
function standardized(x: Rows): number[][] {
  const columns = range(x[0]?.length ?? 0).map((j) => {
    const values = column(x, j);
    const [centre, spread] = [mean(values), standardDeviation(values)];
    return values.map((value) => (value - centre) / spread);
  });
  return x.map((_, i) => columns.map((values) => values[i] ?? 0));
}

interface Problem {
  readonly a: Rows;
  /** λmax/λmin of H = 2AᵀA/n. */
  readonly condition: number;
  /** 1/λmax. */
  readonly lr: number;
}

/** Singular values of A squared are the eigenvalues of AᵀA, without the digits that forming AᵀA would lose. */
function problemOf(x: Rows): Problem {
  const a = withIntercept(x);
  const { values } = svd(a);
  const [largest, smallest] = [values[0] ?? 0, values.at(-1) ?? 0];
  return { a, condition: (largest / smallest) ** 2, lr: a.length / (2 * largest ** 2) };
}

function checkIndependent(x: Rows): void {
  const dependent = (): never =>
    refuse(
      'x',
      '상수인 열이나 서로 종속인 열이 있으면(또는 행이 모자라면) 헤시안 행렬이 특이 행렬이 되어 풀 수 없어요.',
      'must have independent columns, none of them constant, and more rows than columns: the Hessian is singular otherwise.',
    );
  const width = x[0]?.length ?? 0;
  if (x.length <= width) dependent();
  for (const j of range(width)) {
    const { min, max } = extent(column(x, j));
    if (min === max) dependent();
  }
  const { values } = svd(withIntercept(standardized(x)));
  if (!((values.at(-1) ?? 0) > DEPENDENT * (values[0] ?? 0))) dependent();
}

interface Limits {
  readonly tol: number;
  readonly max_steps: number;
}

function stepsOf({ a, lr }: Problem, y: readonly number[], { tol, max_steps }: Limits): number {
  return descentSteps(a, y, { lr, tolerance: tol, most: max_steps });
}

/** Smaller losses have no place on a logarithmic axis worth showing. */
const FLOOR = 1e-20;

/** Losses at the 1st, 2nd, 3rd, … gradient, ever wider apart, for a logarithmic axis. */
function lossCurve(
  { a, lr }: Problem,
  y: readonly number[],
  { tol, max_steps }: Limits,
): Pick<XySeries, 'x' | 'y' | 'look'> {
  const [x, loss]: [number[], number[]] = [[], []];
  descentSteps(a, y, { lr, tolerance: tol, most: max_steps }, (step, value) => {
    if (step + 1 < (x.at(-1) ?? 0) * 1.04) return;
    x.push(step + 1);
    loss.push(Math.max(FLOOR, value));
  });
  return { x, y: loss, look: x.length > 1 ? 'line' : 'points' };
}

function verdict(raw: number, scaled: number, most: number, say: Say): string {
  const word = (steps: number): readonly [string, string] =>
    steps >= most
      ? [
          `${formatNumber(steps)}스텝을 다 써도 못 닿고`,
          `is not there after all ${formatNumber(steps)} steps`,
        ]
      : [
          `${formatNumber(steps)}스텝이 걸리고`,
          `takes ${formatNumber(steps)} ${steps === 1 ? 'step' : 'steps'}`,
        ];
  const [rawKo, rawEn] = word(raw);
  const scaledKo =
    scaled >= most
      ? `표준화해도 ${formatNumber(scaled)}스텝 안에는 못 닿아요`
      : `표준화하면 ${formatNumber(scaled)}스텝이면 돼요`;
  return say(
    `원래 값으로는 ${rawKo} ${scaledKo}.`,
    `On the raw features descent ${rawEn}; on standardized ones it ${word(scaled)[1]}.`,
  );
}

export const featureScalingGd = defineDemo({
  id: 'feature-scaling-gd',
  title: { ko: '스케일링과 경사하강 수렴', en: 'Feature scaling and convergence' },
  about: {
    ko: '선형 회귀의 평균제곱오차를 θ = 0에서 학습률 1/λmax(H), H = 2AᵀA/n로 내려가며, 원래 특성과 표준화한 특성(모집단 표준편차)의 스텝 수를 견줘요.',
    en: 'Gradient descent on the mean squared error of linear regression from θ = 0 with learning rate 1/λmax(H), H = 2AᵀA/n, on raw features and on standardized ones (population standard deviation).',
  },
  parameters: {
    x: matrix(
      [
        [1, 1000],
        [2, 800],
        [3, 1500],
        [4, 1200],
        [5, 2000],
      ],
      '3..100',
      '1..4',
      '-100000..100000',
    ),
    y: floats([5, 6, 10, 11, 15], '3..100', '-100000..100000'),
    tol: float(0.001, '1e-9..1'),
    max_steps: int(20000, '10..50000'),
  },
  results: { condition_raw: 'float', condition_scaled: 'float', steps_raw: 'int', steps_scaled: 'int' },
  run({ x, y, ...limits }) {
    sameLength('y', y, 'x', x);
    checkIndependent(x);
    const raw = problemOf(x);
    const scaled = problemOf(standardized(x));
    return {
      condition_raw: raw.condition,
      condition_scaled: scaled.condition,
      steps_raw: stepsOf(raw, y, limits),
      steps_scaled: stepsOf(scaled, y, limits),
    };
  },
  view({ x, y, ...limits }, { condition_raw, condition_scaled, steps_raw, steps_scaled }, say) {
    const raw = lossCurve(problemOf(x), y, limits);
    const scaled = lossCurve(problemOf(standardized(x)), y, limits);
    return {
      chart: {
        kind: 'xy',
        title: say('스텝에 따른 손실', 'Loss against step'),
        subtitle: say(
          `조건수: 원래 ${formatNumber(condition_raw, 3)}, 표준화 ${formatNumber(condition_scaled, 3)}`,
          `condition number: raw ${formatNumber(condition_raw, 3)}, standardized ${formatNumber(condition_scaled, 3)}`,
        ),
        x: { name: say('기울기를 계산한 횟수 (로그)', 'gradients computed (log)'), log: true },
        y: { name: say('평균제곱오차 (로그)', 'mean squared error (log)'), log: true },
        series: [
          { name: say('원래 특성', 'raw features'), ...raw, colour: 'vermillion' },
          {
            name: say('표준화한 특성', 'standardized features'),
            ...scaled,
            colour: 'blue',
          },
        ],
      },
      see: say(
        `${verdict(steps_raw, steps_scaled, limits.max_steps, say)} 학습률은 가장 가파른 방향에 묶이므로, 조건수 ${formatNumber(condition_raw, 3)}만큼 완만한 방향은 그만큼 느려요.`,
        `${verdict(steps_raw, steps_scaled, limits.max_steps, say)} The steepest direction limits the learning rate, so the flattest one, ${formatNumber(condition_raw, 3)} times less steep on the raw features, crawls.`,
      ),
      numbers: [
        [say('조건수 (원래)', 'condition number (raw)'), formatNumber(condition_raw)],
        [say('조건수 (표준화)', 'condition number (standardized)'), formatNumber(condition_scaled)],
        [say('스텝 (원래)', 'steps (raw)'), formatNumber(steps_raw)],
        [say('스텝 (표준화)', 'steps (standardized)'), formatNumber(steps_scaled)],
      ],
    };
  },
  variations: [
    {
      label: { ko: '단위를 천으로 나누기', en: 'second column in thousands' },
      change: ({ x }) => ({ x: x.map((row) => row.map((value, j) => (j === 1 ? value / 1000 : value))) }),
    },
    {
      label: { ko: '허용 오차 ÷ 1000', en: 'tolerance ÷ 1000' },
      change: ({ tol }) => (tol >= 1e-6 ? { tol: tol / 1000 } : undefined),
    },
    {
      label: { ko: '특성 하나만', en: 'one feature only' },
      change: ({ x }) => ({ x: x.map((row) => row.slice(0, 1)) }),
    },
  ],
});
