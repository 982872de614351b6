import { formatNumber } from '../../charts/number.ts';
import { crossValidate, firstLeast, nestedValidate } from '../../math/ridge-search.ts';
import { argSort, mean } from '../../math/summary.ts';
import { atMost, sameLength } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { floats, int, matrix } from '../parameters.ts';

/** Errors that differ by more than this factor are read on a logarithmic axis. */
const WIDE = 20;

export const gridSearch = defineDemo({
  id: 'grid-search',
  title: { ko: '그리드 서치와 중첩 교차 검증', en: 'Grid search and nested cross-validation' },
  about: {
    ko: '릿지 회귀의 α 후보마다 섞지 않은 K-겹 교차 검증의 MSE를 평균해 가장 작은 것을 골라요(scikit-learn의 GridSearchCV). 중첩 교차 검증은 이 탐색 전체를 바깥 폴드의 학습 부분 안에서만 해서, 고르는 데 쓰지 않은 행으로 점수를 매겨요.',
    en: "Averages the MSE of unshuffled K-fold cross-validation for every ridge penalty and takes the least (scikit-learn's GridSearchCV). Nested cross-validation runs this whole search inside the training part of outer folds and scores it on rows that chose nothing.",
  },
  parameters: {
    x: matrix(
      [
        [1, 2],
        [2, 1],
        [3, 5],
        [4, 3],
        [5, 7],
        [6, 4],
        [7, 9],
        [8, 6],
        [9, 10],
        [10, 8],
      ],
      '6..100',
      '1..5',
      '-1000..1000',
    ),
    y: floats([3, 4, 9, 8, 13, 11, 17, 15, 20, 19], '6..100', '-100000..100000'),
    alphas: floats([0.01, 0.1, 1, 10, 100], '1..10', '0.000001..1000000'),
    k: int(5, '2..10'),
    outer: int(3, '2..10'),
  },
  results: {
    mean_mse: 'float[m]',
    best_alpha: 'float',
    best_mse: 'float',
    fits: 'int',
    nested_mse: 'float',
    nested_alpha: 'float[outer]',
  },
  run({ x, y, alphas, k, outer }) {
    sameLength('y', y, 'x', x);
    atMost('k', k, x.length, 'x의 행 수', 'the number of rows of x');
    atMost('outer', outer, x.length, 'x의 행 수', 'the number of rows of x');
    const smallest = x.length - Math.ceil(x.length / outer);
    if (smallest < k)
      refuse(
        'k',
        `바깥 폴드의 학습 부분(${smallest}행)보다 클 수 없어요.`,
        `must be at most the rows of an outer training part (${smallest}).`,
      );
    const mean_mse = crossValidate({ x, y }, alphas, k);
    const best = firstLeast(mean_mse);
    const nested = nestedValidate({ x, y }, alphas, k, outer);
    return {
      mean_mse,
      best_alpha: alphas[best] ?? 0,
      best_mse: mean_mse[best] ?? 0,
      fits: alphas.length * k + 1,
      nested_mse: mean(nested.map((one) => one.error)),
      nested_alpha: nested.map((one) => one.alpha),
    };
  },
  view({ alphas, k, outer }, { mean_mse, best_alpha, best_mse, fits, nested_mse, nested_alpha }, say) {
    const order = argSort(alphas);
    const least = Math.min(best_mse, nested_mse);
    const wide = least > 0 && Math.max(...mean_mse, nested_mse) > WIDE * least;
    const agree = nested_alpha.filter((alpha) => alpha === best_alpha).length;
    return {
      chart: {
        kind: 'xy',
        title: say('α에 따른 교차 검증 MSE', 'Cross-validated MSE against alpha'),
        subtitle: say(
          `릿지 회귀, ${k}겹 교차 검증, 바깥 ${outer}겹`,
          `ridge regression, ${countOf(k, 'fold')}, ${outer} outer folds`,
        ),
        x: { name: say('규제 세기 α (로그)', 'penalty alpha (log)'), log: true },
        y: wide
          ? { name: say('평균 MSE (로그)', 'mean MSE (log)'), log: true }
          : { name: say('평균 MSE', 'mean MSE') },
        series: [
          {
            name: say('교차 검증 MSE', 'cross-validated MSE'),
            x: order.map((i) => alphas[i] ?? 0),
            y: order.map((i) => mean_mse[i] ?? 0),
            look: alphas.length === 1 ? 'points' : 'line-points',
            colour: 'blue',
          },
          {
            name: say('고른 α', 'chosen alpha'),
            x: [best_alpha],
            y: [best_mse],
            look: 'points',
            colour: 'vermillion',
          },
          {
            name: say('중첩 교차 검증', 'nested cross-validation'),
            x: [...new Set([alphas[order[0] ?? 0] ?? 0, alphas[order.at(-1) ?? 0] ?? 0])],
            y: [nested_mse, nested_mse],
            look: alphas.length === 1 ? 'hollow' : 'dashed',
            colour: 'green',
          },
        ],
      },
      see: say(
        `학습 ${fits}번으로 고른 값은 α = ${withJosa(formatNumber(best_alpha), '이에요/예요')}. 고르는 데 쓴 점수(MSE ${formatNumber(best_mse)})는 후하기 쉬우니, 중첩 교차 검증의 값(MSE ${formatNumber(nested_mse)})을 보고해요.`,
        `${countOf(fits, 'fit')} chose alpha = ${formatNumber(best_alpha)}. The score that did the choosing (MSE ${formatNumber(best_mse)}) tends to flatter; report the nested one (MSE ${formatNumber(nested_mse)}).`,
      ),
      numbers: [
        [say('고른 α', 'chosen alpha'), formatNumber(best_alpha)],
        [say('그 평균 MSE', 'its mean MSE'), formatNumber(best_mse)],
        [say('중첩 교차 검증 MSE', 'nested MSE'), formatNumber(nested_mse)],
        [say('학습 횟수(마지막 재학습 포함)', 'fits (with the final one)'), String(fits)],
        [say('바깥 폴드도 같은 α', 'outer folds with the same alpha'), `${agree} / ${outer}`],
      ],
      table: {
        columns: ['α', say('평균 MSE', 'mean MSE')],
        rows: order.map((i) => [formatNumber(alphas[i] ?? 0), formatNumber(mean_mse[i] ?? 0)]),
      },
    };
  },
  variations: [
    { label: { ko: '2겹', en: '2 folds' }, change: () => ({ k: 2 }) },
    {
      label: { ko: '촘촘한 격자', en: 'finer grid' },
      change: () => ({ alphas: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300] }),
    },
    {
      label: { ko: '바깥 5겹', en: '5 outer folds' },
      change: ({ x, k }) => (x.length - Math.ceil(x.length / 5) >= k ? { outer: 5 } : undefined),
    },
    {
      label: { ko: '이상치 하나', en: 'one outlier' },
      change: ({ y }) => ({ y: y.map((value, i) => (i === 0 ? value + 20 : value)) }),
    },
  ],
});
