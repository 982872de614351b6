import { formatNumber } from '../../charts/number.ts';
import { polynomialTerms, termValue } from '../../math/polynomial-terms.ts';
import { defineDemo } from '../demo.ts';
import { bool, floats, int } from '../parameters.ts';

/** Bars that still have room for their names. */
const SHOWN = 20;
const RAISED = ['', '', '²', '³', '⁴', '⁵'] as const;

function termName(powers: readonly number[]): string {
  const factors = powers.flatMap((power, i) => (power === 0 ? [] : [`x${i}${RAISED[power] ?? ''}`]));
  return factors.length === 0 ? '1' : factors.join('·');
}

/** How many features there are in the same setting at another degree. */
function countAt(variables: number, degree: number, interactionOnly: boolean, bias: boolean): number {
  return polynomialTerms(variables, degree, !interactionOnly).length - (bias ? 0 : 1);
}

export const polynomialFeatures = defineDemo({
  id: 'polynomial-features',
  title: { ko: '다항·상호작용 특성', en: 'Polynomial and interaction features' },
  about: {
    ko: 'scikit-learn의 PolynomialFeatures와 같은 순서로, 특성을 차수까지 곱한 항을 모두 만들어요. d개 특성을 p차까지 곱하면 상수까지 C(d + p, p)개예요.',
    en: "All products of the features up to a degree, in the order of scikit-learn's PolynomialFeatures. With d features and degree p there are C(d + p, p), the constant included.",
  },
  parameters: {
    x: floats([2, 3], '1..6', '-100..100'),
    degree: int(2, '1..5'),
    interaction_only: bool(false),
    include_bias: bool(true),
  },
  results: { powers: 'int[m][d]', values: 'float[m]', count: 'int' },
  run({ x, degree, interaction_only, include_bias }) {
    const terms = polynomialTerms(x.length, degree, !interaction_only);
    const powers = include_bias ? terms : terms.slice(1);
    return { powers, values: powers.map((one) => termValue(one, x)), count: powers.length };
  },
  view({ x, degree, interaction_only, include_bias }, { powers, values, count }, say) {
    const names = powers.map(termName);
    const shown = Math.min(SHOWN, count);
    const next = countAt(x.length, degree + 1, interaction_only, include_bias);
    const size = Math.max(...values.map(Math.abs));
    return {
      chart: {
        kind: 'bars',
        title: say('다항·상호작용 특성의 값', 'Values of polynomial and interaction features'),
        subtitle:
          shown < count
            ? say(`${count}개 가운데 처음 ${shown}개`, `the first ${shown} of ${count}`)
            : say(`${degree}차까지 ${count}개`, `${count} features up to degree ${degree}`),
        categories: names.slice(0, shown),
        x: { name: say('특성', 'feature') },
        y: { name: say('값', 'value') },
        series: [{ name: say('값', 'value'), values: values.slice(0, shown) }],
        // Figures under negative bars would run into the names.
        figures: values.every((value) => value >= 0),
      },
      see:
        next === count
          ? say(
              `특성 ${x.length}개의 상호작용은 ${count}개가 전부라 차수를 더 올려도 늘지 않아요.`,
              `The ${x.length} features have no more than these ${count} interactions, so a higher degree adds nothing.`,
            )
          : say(
              `특성 ${x.length}개가 ${count}개로 늘었고, ${degree + 1}차면 ${next}개예요. 값의 크기도 ${formatNumber(size)}까지 커지니 스케일링과 규제를 함께 쓰는 편이 좋아요.`,
              `${x.length} features became ${count}, and degree ${degree + 1} would make ${next}. Their sizes reach ${formatNumber(size)}, so scaling and regularization go well with them.`,
            ),
      numbers: [
        [say('원래 특성', 'original features'), String(x.length)],
        [say('만든 특성', 'features made'), String(count)],
        [say(`${degree + 1}차일 때`, `at degree ${degree + 1}`), String(next)],
        [say('가장 큰 절댓값', 'largest absolute value'), formatNumber(size)],
      ],
      table: {
        columns: [say('특성', 'feature'), say('값', 'value')],
        rows: names.map((name, i) => [name, formatNumber(values[i] ?? 0)]),
      },
    };
  },
  variations: [
    {
      label: { ko: '차수 + 1', en: 'degree + 1' },
      change: ({ degree }) => (degree < 5 ? { degree: degree + 1 } : undefined),
    },
    {
      label: { ko: '상호작용만', en: 'interactions only' },
      change: ({ interaction_only }) => (interaction_only ? undefined : { interaction_only: true }),
    },
    {
      label: { ko: '상수항 없이', en: 'without the constant' },
      change: ({ include_bias }) => (include_bias ? { include_bias: false } : undefined),
    },
    {
      label: { ko: '특성 하나 더', en: 'one more feature' },
      change: ({ x }) => (x.length < 6 ? { x: [...x, x.length + 2] } : undefined),
    },
  ],
});
