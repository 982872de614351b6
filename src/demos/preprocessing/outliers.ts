import { formatList, formatNumber } from '../../charts/number.ts';
import { extent, mean as meanOf, median, quantile, standardDeviation } from '../../math/summary.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { choice, float, floats } from '../parameters.ts';

export const outliers = defineDemo({
  id: 'outliers',
  title: { ko: '이상치(IQR·Z-점수)', en: 'Outliers by IQR and z-score' },
  about: {
    ko: 'IQR 방법은 q1 − k·IQR과 q3 + k·IQR 밖을, z-점수 방법은 평균에서 표준편차의 z배 밖을 이상치로 봐요. 사분위수는 선형 보간이에요.',
    en: 'The IQR rule flags values outside q1 − k·IQR and q3 + k·IQR, the z rule those more than z standard deviations from the mean; quartiles by linear interpolation.',
  },
  parameters: {
    x: floats([10, 12, 11, 13, 12, 11, 10, 14, 12, 50], '3..500', '-1e9..1e9'),
    method: choice(['iqr', 'z-score'], 'iqr'),
    k: float(1.5, '0<..10'),
    z: float(3, '0<..20'),
  },
  results: {
    lower: 'float',
    upper: 'float',
    outlier_index: 'int[m]',
    outliers: 'float[m]',
    q1: 'float',
    q3: 'float',
    mean: 'float',
    sd: 'float',
  },
  run({ x, method, k, z }) {
    const q1 = quantile(x, 0.25);
    const q3 = quantile(x, 0.75);
    const mean = meanOf(x);
    const sd = standardDeviation(x);
    const [lower, upper] =
      method === 'iqr' ? [q1 - k * (q3 - q1), q3 + k * (q3 - q1)] : [mean - z * sd, mean + z * sd];
    const outlier_index = x.flatMap((value, i) => (value < lower || value > upper ? [i] : []));
    return { lower, upper, outlier_index, outliers: outlier_index.map((i) => x[i] ?? 0), q1, q3, mean, sd };
  },
  view({ x, method }, { lower, upper, outliers: found, q1, q3, mean, sd }, say) {
    const inside = x.filter((value) => value >= lower && value <= upper);
    const whiskers = inside.length > 0 ? extent(inside) : { min: q1, max: q3 };
    return {
      chart: {
        kind: 'box',
        title: say('상자 그림과 이상치', 'Box plot with outliers'),
        subtitle: say(
          `${method === 'iqr' ? 'IQR' : 'z-점수'} 기준: ${formatNumber(lower)} … ${formatNumber(upper)} (◆ 평균, ● 이상치)`,
          `${method === 'iqr' ? 'IQR' : 'z-score'} bounds: ${formatNumber(lower)} … ${formatNumber(upper)} (◆ mean, ● outliers)`,
        ),
        x: { name: '' },
        y: { name: say('값', 'value') },
        groups: [{ name: 'x', box: [whiskers.min, q1, median(x), q3, whiskers.max], outliers: found, mean }],
      },
      see:
        found.length === 0
          ? say('이 기준으로는 이상치가 없어요.', 'By this rule there are no outliers.')
          : say(
              `${x.length}개 가운데 ${found.length}개(${formatList(found, 3)})가 범위를 벗어나요. 평균은 이상치에 끌려가지만 사분위수는 거의 그대로예요.`,
              `${found.length} of ${countOf(x.length, 'value')} fell outside the bounds (${formatList(found, 3)}). Outliers pull the mean; the quartiles hardly move.`,
            ),
      numbers: [
        [say('하한', 'lower bound'), formatNumber(lower)],
        [say('상한', 'upper bound'), formatNumber(upper)],
        [say('사분위수', 'quartiles'), `${formatNumber(q1)}, ${formatNumber(q3)}`],
        [say('평균 ± 표준편차', 'mean ± sd'), `${formatNumber(mean)} ± ${formatNumber(sd)}`],
      ],
    };
  },
  variations: [
    { label: { ko: 'z-점수로', en: 'by z-score' }, change: () => ({ method: 'z-score' }) },
    { label: { ko: 'IQR로', en: 'by IQR' }, change: () => ({ method: 'iqr' }) },
    { label: { ko: 'z = 2', en: 'z = 2' }, change: () => ({ method: 'z-score', z: 2 }) },
  ],
});
