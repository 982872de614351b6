import { formatNumber, formatPercent } from '../../charts/number.ts';
import { svd } from '../../math/decomposition.ts';
import { trainLinearAutoencoder } from '../../math/linear-autoencoder.ts';
import { mean, sum } from '../../math/summary.ts';
import { column, type Rows, range } from '../../math/vector.ts';
import { atMost } from '../checks.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { int, matrix } from '../parameters.ts';
import { otherSeed, seed } from '../seed.ts';

function centred(x: Rows): number[][] {
  const means = (x[0] ?? []).map((_, j) => mean(column(x, j)));
  return x.map((row) => row.map((value, j) => value - (means[j] ?? 0)));
}

/** Error with 1 .. d principal components: what the squared singular values beyond them leave over (Eckart & Young, 1936). */
function pcaErrors(data: Rows): number[] {
  const columns = data[0]?.length ?? 0;
  const squares = svd(data).values.map((value) => value * value);
  return range(columns).map((j) => sum(squares.slice(j + 1)) / (data.length * columns));
}

function totalVariance(data: Rows): number {
  const squares = data.flat().map((value) => value * value);
  return sum(squares) / squares.length;
}

export const autoencoder = defineDemo({
  id: 'autoencoder',
  title: { ko: '오토인코더와 PCA', en: 'Linear autoencoder against PCA' },
  about: {
    ko: '중심을 맞춘 데이터에 선형 오토인코더를 난수 가중치에서 시작해 교대 최소제곱(에포크마다 20번)으로 학습하고, 같은 차원의 PCA와 복원 오차를 견줘요. 최적의 선형 오토인코더는 PCA와 같은 부분공간을 배워요(Baldi & Hornik, 1989).',
    en: 'Trains a linear autoencoder on centred data from random weights, by alternating least squares (20 steps an epoch), and compares its error with PCA of the same size; at the optimum it spans the same subspace as PCA (Baldi & Hornik, 1989).',
  },
  parameters: {
    x: matrix(
      [
        [1, 2, 1],
        [2, 4, 3],
        [3, 6, 4],
        [4, 7, 6],
        [5, 11, 7],
        [6, 12, 9],
      ],
      '3..50',
      '2..6',
      '-100..100',
    ),
    k: int(1, '1..6'),
    epochs: int(2000, '10..5000'),
    seed: seed(),
  },
  results: { pca_mse: 'float[d]', ae_mse: 'float', ae_mse_first: 'float' },
  run({ x, k, epochs }, random) {
    atMost('k', k, x[0]?.length ?? 0, 'x의 열 수', 'the number of columns of x');
    const data = centred(x);
    const pca_mse = pcaErrors(data);
    const { first, last } = trainLinearAutoencoder(data, k, epochs, random);
    // Nothing linear is better than PCA; a lower figure would be rounding.
    const ae_mse = Math.max(last, pca_mse[k - 1] ?? 0);
    return { pca_mse, ae_mse, ae_mse_first: Math.max(first, ae_mse) };
  },
  view({ x, k, epochs, ...args }, { pca_mse, ae_mse, ae_mse_first }, say, random) {
    const data = centred(x);
    const variance = totalVariance(data);
    const sizes = range(pca_mse.length).map((j) => j + 1);
    const trained = sizes.map((size) =>
      size === k
        ? ae_mse
        : Math.max(trainLinearAutoencoder(data, size, epochs, random).last, pca_mse[size - 1] ?? 0),
    );
    // What rounding leaves of nothing.
    const plain = (error: number): number => (error < variance * 1e-12 ? 0 : error);
    const best = plain(pca_mse[k - 1] ?? 0);
    const kept = variance === 0 ? 1 : 1 - ae_mse / variance;
    return {
      chart: {
        kind: 'bars',
        title: say('코드 크기에 따른 복원 오차', 'Reconstruction error against code size'),
        subtitle: say(
          `고른 크기 k = ${k}, ${epochs}에포크, 시드 ${args.seed}; 코드가 0개면 평균으로 복원한 오차(분산)`,
          `chosen size k = ${k}, ${countOf(epochs, 'epoch')}, seed ${args.seed}; with no code the error is the variance`,
        ),
        categories: ['0', ...sizes.map((size) => (size === k ? `k = ${size}` : String(size)))],
        x: { name: say('코드의 크기 (유닛 수)', 'code size (units)') },
        y: { name: say('복원 오차 (MSE)', 'reconstruction error (MSE)'), min: 0 },
        series: [
          { name: 'PCA', values: [variance, ...pca_mse].map(plain), colour: 'blue' },
          {
            name: say('학습한 오토인코더', 'trained autoencoder'),
            values: [null, ...trained.map(plain)],
            colour: 'vermillion',
          },
        ],
      },
      see: say(
        `유닛 ${k}개로 분산의 ${formatPercent(kept, 4)}를 살려요. 오토인코더의 오차는 ${formatNumber(plain(ae_mse))}, PCA는 ${formatNumber(best)}: 선형이면 PCA보다 나아질 수 없고, 더 나으려면 비선형 활성화가 있어야 해요.`,
        `With ${k} ${k === 1 ? 'unit' : 'units'} ${formatPercent(kept, 4)} of the variance survives. The autoencoder's error is ${formatNumber(plain(ae_mse))}, that of PCA ${formatNumber(best)}: a linear one cannot do better than PCA, for that it takes non-linear layers.`,
      ),
      numbers: [
        [say('오토인코더 오차', 'autoencoder error'), formatNumber(plain(ae_mse))],
        [say('학습 전 오차', 'error before training'), formatNumber(ae_mse_first)],
        [say('PCA 오차', 'PCA error'), formatNumber(best)],
        [say('살린 분산', 'variance kept'), formatPercent(kept, 4)],
      ],
      table: {
        columns: [say('유닛', 'units'), 'PCA', say('오토인코더', 'autoencoder')],
        rows: sizes.map((size, j) => [
          String(size),
          formatNumber(plain(pca_mse[j] ?? 0)),
          formatNumber(plain(trained[j] ?? 0)),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: 'k + 1', en: 'k + 1' },
      change: ({ k, x }) => (k < (x[0]?.length ?? 0) ? { k: k + 1 } : undefined),
    },
    { label: { ko: 'k − 1', en: 'k − 1' }, change: ({ k }) => (k > 1 ? { k: k - 1 } : undefined) },
    {
      label: { ko: '마지막 열 × 5 (단위를 바꿈)', en: 'last column × 5 (another unit)' },
      change: ({ x }) =>
        x.every((row) => Math.abs((row.at(-1) ?? 0) * 5) <= 100)
          ? { x: x.map((row) => [...row.slice(0, -1), (row.at(-1) ?? 0) * 5]) }
          : undefined,
    },
    otherSeed,
  ],
});
