import { formatNumber } from '../../charts/number.ts';
import { binomial, kernelValue, quadraticFeatures } from '../../math/kernel-functions.ts';
import { dot, range } from '../../math/vector.ts';
import { sameLength } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, type Say } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { choice, float, floats, int, matrix } from '../parameters.ts';

interface Settings {
  readonly kernel: 'linear' | 'poly' | 'rbf';
  readonly degree: number;
  readonly gamma: number;
  readonly coef0: number;
}

/** The feature vector, where it is finite and written out here. */
function featuresOf(x: readonly number[], { kernel, degree, gamma, coef0 }: Settings): number[] | undefined {
  if (kernel === 'linear') return [...x];
  return kernel === 'poly' && degree === 2 ? quadraticFeatures(x, gamma, coef0) : undefined;
}

function formula({ kernel, degree, gamma, coef0 }: Settings): string {
  switch (kernel) {
    case 'linear':
      return 'k(a, b) = a·b';
    case 'poly':
      return `k(a, b) = (${formatNumber(gamma)}·a·b + ${formatNumber(coef0)})^${degree}`;
    case 'rbf':
      return `k(a, b) = exp(−${formatNumber(gamma)}·|a − b|²)`;
  }
}

function sentence(
  settings: Settings,
  {
    value,
    explicit_dot,
    feature_count,
  }: { value: number; explicit_dot: number | null; feature_count: number | null },
  say: Say,
): string {
  if (settings.kernel === 'linear')
    return say(
      `선형 커널은 내적 자체라 ${withJosa(formatNumber(value), '이에요/예요')}. 특성 공간이 원래 공간(${feature_count ?? 0}차원)과 같아서 경계도 직선이에요.`,
      `The linear kernel is the plain inner product, ${formatNumber(value)}: its feature space is the original one (${countOf(feature_count ?? 0, 'dimension')}), so boundaries stay straight.`,
    );
  if (settings.kernel === 'rbf')
    return say(
      `RBF 커널 값은 ${withJosa(formatNumber(value), '이에요/예요')}. 특성 공간이 무한 차원이라 벡터로 펼칠 수 없지만, 커널은 두 점 사이의 거리만으로 계산돼요.`,
      `The RBF kernel gives ${formatNumber(value)}; its feature space has infinitely many dimensions and cannot be written out, yet the distance of the two points is all it needs.`,
    );
  return explicit_dot === null
    ? say(
        `${settings.degree}차 다항 커널은 특성 ${feature_count ?? 0}개짜리 공간의 내적 ${withJosa(formatNumber(value), '을/를')} 원래 차원에서 바로 계산해요.`,
        `The polynomial kernel of degree ${settings.degree} gives ${formatNumber(value)}, an inner product over ${countOf(feature_count ?? 0, 'feature')}, computed in the original dimensions.`,
      )
    : say(
        `특성 ${feature_count ?? 0}개로 펼쳐서 내적한 값 ${withJosa(formatNumber(explicit_dot), '이/가')} 커널 값 ${withJosa(formatNumber(value), '과/와')} 같아요. 커널은 펼치지 않고도 같은 답을 줘요.`,
        `The inner product of the ${feature_count ?? 0} features written out, ${formatNumber(explicit_dot)}, equals the kernel, ${formatNumber(value)}, which never builds them.`,
      );
}

export const kernelTrick = defineDemo({
  id: 'kernel-trick',
  title: { ko: '커널 트릭', en: 'Kernel trick' },
  about: {
    ko: '커널은 어떤 특성 공간에서의 내적을 특성을 만들지 않고 계산해요. scikit-learn의 정의로 선형 a·b, 다항 (γ·a·b + coef0)^차수, RBF exp(−γ|a−b|²)이고, 그램 행렬은 x의 행들 사이의 커널 값이에요.',
    en: "A kernel is an inner product in some feature space, computed without building the features. scikit-learn's linear a·b, polynomial (γ·a·b + coef0)^degree and RBF exp(−γ|a−b|²); the Gram matrix holds the kernel between the rows of x.",
  },
  parameters: {
    a: floats([1, 2], '1..6', '-100..100'),
    b: floats([3, 4], '1..6', '-100..100'),
    kernel: choice(['linear', 'poly', 'rbf'], 'poly'),
    degree: int(2, '1..5'),
    gamma: float(1, '0<..100'),
    coef0: float(1, '0..100'),
    x: matrix(
      [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ],
      '1..20',
      '1..6',
      '-100..100',
    ),
  },
  results: {
    value: 'float',
    feature_a: 'float[m]',
    feature_b: 'float[m]',
    explicit_dot: 'float?',
    feature_count: 'int?',
    gram: 'float[n][n]',
  },
  run({ a, b, x, ...settings }) {
    sameLength('b', b, 'a', a);
    const feature_a = featuresOf(a, settings);
    const feature_b = featuresOf(b, settings);
    const d = a.length;
    return {
      value: kernelValue(a, b, settings),
      feature_a: feature_a ?? [],
      feature_b: feature_b ?? [],
      explicit_dot: feature_a === undefined || feature_b === undefined ? null : dot(feature_a, feature_b),
      feature_count:
        settings.kernel === 'rbf'
          ? null
          : settings.kernel === 'linear'
            ? d
            : binomial(d + settings.degree, d),
      gram: x.map((one) => x.map((other) => kernelValue(one, other, settings))),
    };
  },
  view({ a, b, x, ...settings }, { value, feature_a, feature_b, explicit_dot, feature_count, gram }, say) {
    const names = range(x.length).map(String);
    const vector = (values: readonly number[]): string => values.map((one) => formatNumber(one)).join(', ');
    return {
      chart: {
        kind: 'matrix',
        title: say('그램 행렬', 'Gram matrix'),
        subtitle: formula(settings),
        x: { name: say('x의 행', 'row of x') },
        y: { name: say('x의 행', 'row of x') },
        columns: names,
        rows: names,
        values: gram,
        scale: gram.some((row) => row.some((one) => one < 0)) ? 'diverging' : 'sequential',
        value: say('커널 값', 'kernel'),
      },
      see: sentence(settings, { value, explicit_dot, feature_count }, say),
      numbers: [
        [say('커널 값 k(a, b)', 'kernel k(a, b)'), formatNumber(value, 6)],
        [
          say('펼친 특성의 내적', 'inner product written out'),
          explicit_dot === null ? say('펼치지 않음', 'not written out') : formatNumber(explicit_dot, 6),
        ],
        [say('특성의 수', 'features'), feature_count === null ? '∞' : formatNumber(feature_count)],
        ['a, b', `(${vector(a)}), (${vector(b)})`],
      ],
      ...(feature_a.length === 0
        ? {}
        : {
            table: {
              columns: [say('특성', 'feature'), 'a', 'b', say('곱', 'product')],
              rows: feature_a.map((one, i) => [
                String(i),
                formatNumber(one),
                formatNumber(feature_b[i] ?? 0),
                formatNumber(one * (feature_b[i] ?? 0)),
              ]),
            },
          }),
    };
  },
  variations: [
    {
      label: { ko: 'RBF 커널', en: 'RBF kernel' },
      change: ({ kernel }) => (kernel === 'rbf' ? undefined : { kernel: 'rbf' }),
    },
    {
      label: { ko: '선형 커널', en: 'linear kernel' },
      change: ({ kernel }) => (kernel === 'linear' ? undefined : { kernel: 'linear' }),
    },
    { label: { ko: '다항 5차', en: 'polynomial, degree 5' }, change: () => ({ kernel: 'poly', degree: 5 }) },
    {
      label: { ko: 'coef0 = 0', en: 'coef0 = 0' },
      change: ({ coef0 }) => (coef0 === 0 ? undefined : { coef0: 0 }),
    },
    {
      label: { ko: '감마 × 10', en: 'gamma × 10' },
      change: ({ gamma }) => (gamma <= 10 ? { gamma: gamma * 10 } : undefined),
    },
  ],
});
