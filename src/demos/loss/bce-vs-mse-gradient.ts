import { formatNumber } from '../../charts/number.ts';
import { logSigmoid, sigmoid } from '../../math/sigmoid.ts';
import { argMax, argMin, argSort, extent } from '../../math/summary.ts';
import { linspace } from '../../math/vector.ts';
import { defineDemo } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { floats, int } from '../parameters.ts';

/** p - t, from the side that keeps its digits where p rounds to t. */
function residual(z: number, target: number): number {
  return target === 1 ? -sigmoid(-z) : sigmoid(z);
}

function mseGradient(z: number, target: number): number {
  return 2 * residual(z, target) * sigmoid(z) * sigmoid(-z);
}

export const bceVsMseGradient = defineDemo({
  id: 'bce-vs-mse-gradient',
  title: { ko: 'BCE와 MSE의 기울기', en: 'BCE against MSE gradient' },
  about: {
    ko: '시그모이드 출력 p = σ(z)에서 이진 교차 엔트로피와 제곱 오차의 z에 대한 기울기를 견줘요. BCE는 p − t, MSE는 2(p − t)·p(1 − p)예요.',
    en: 'Compares the gradients with respect to z of binary cross-entropy and squared error behind a sigmoid p = σ(z): p − t for BCE, 2(p − t)·p(1 − p) for MSE.',
  },
  parameters: {
    z: floats([-5, -3, -1, 0, 1, 3, 5], '1..100', '-30..30'),
    target: int(1, '0..1'),
  },
  results: {
    p: 'float[n]',
    bce: 'float[n]',
    mse: 'float[n]',
    bce_grad: 'float[n]',
    mse_grad: 'float[n]',
  },
  run({ z, target }) {
    return {
      p: z.map(sigmoid),
      bce: z.map((value) => -logSigmoid(target === 1 ? value : -value)),
      mse: z.map((value) => residual(value, target) ** 2),
      bce_grad: z.map((value) => residual(value, target)),
      mse_grad: z.map((value) => mseGradient(value, target)),
    };
  },
  view({ z, target }, { p, bce, mse, bce_grad, mse_grad }, say) {
    const { min, max } = extent(z);
    const grid = min < max ? linspace(min, max, 301) : linspace(min - 1, min + 1, 301);
    const worst = target === 1 ? argMin(z) : argMax(z);
    const at = `z = ${formatNumber(z[worst] ?? 0)}`;
    const [bceAt, mseAt] = [bce_grad[worst] ?? 0, mse_grad[worst] ?? 0];
    return {
      chart: {
        kind: 'xy',
        title: say('BCE와 MSE의 기울기', 'Gradients of BCE and MSE'),
        subtitle: say(`정답 t = ${target}`, `target t = ${target}`),
        x: { name: say('로짓 z', 'logit z') },
        y: { name: say('z에 대한 기울기', 'gradient with respect to z') },
        series: [
          {
            name: say('BCE: p − t', 'BCE: p − t'),
            x: grid,
            y: grid.map((value) => residual(value, target)),
            look: 'line',
            colour: 'blue',
          },
          {
            name: 'MSE: 2(p − t)·p(1 − p)',
            x: grid,
            y: grid.map((value) => mseGradient(value, target)),
            look: 'line',
            colour: 'vermillion',
          },
          { name: 'BCE', x: z, y: bce_grad, look: 'points', colour: 'blue', unlisted: true },
          { name: 'MSE', x: z, y: mse_grad, look: 'points', colour: 'vermillion', unlisted: true },
        ],
      },
      see: say(
        `정답이 ${target}일 때 이 가운데 가장 나쁜 ${at}에서 p = ${formatNumber(p[worst] ?? 0)}이고, BCE의 기울기는 ${formatNumber(bceAt)}, MSE는 ${withJosa(formatNumber(mseAt), '이에요/예요')}. MSE에는 p(1 − p)가 곱해져 크게 틀릴수록 오히려 신호가 사라져요.`,
        `With target ${target}, the worst of these logits is ${at} (p = ${formatNumber(p[worst] ?? 0)}): the BCE gradient is ${formatNumber(bceAt)}, that of MSE ${formatNumber(mseAt)}. The factor p(1 − p) makes the MSE signal fade where the output is badly wrong.`,
      ),
      numbers: [
        [say(`${at}의 BCE 기울기`, `BCE gradient at ${at}`), formatNumber(bceAt)],
        [say(`${at}의 MSE 기울기`, `MSE gradient at ${at}`), formatNumber(mseAt)],
        [
          say('BCE ÷ MSE', 'BCE ÷ MSE'),
          mseAt === 0 ? '–' : say(`${formatNumber(bceAt / mseAt)}배`, `${formatNumber(bceAt / mseAt)} times`),
        ],
      ],
      table: {
        columns: [
          'z',
          'p',
          'BCE',
          'MSE',
          say('BCE 기울기', 'BCE gradient'),
          say('MSE 기울기', 'MSE gradient'),
        ],
        rows: argSort(z).map((i) =>
          [z[i] ?? 0, p[i] ?? 0, bce[i] ?? 0, mse[i] ?? 0, bce_grad[i] ?? 0, mse_grad[i] ?? 0].map((value) =>
            formatNumber(value),
          ),
        ),
      },
    };
  },
  variations: [
    { label: { ko: '정답 바꾸기', en: 'other target' }, change: ({ target }) => ({ target: 1 - target }) },
    {
      label: { ko: 'z 범위 × 2', en: 'z range × 2' },
      change: ({ z }) =>
        z.every((value) => Math.abs(value) <= 15) ? { z: z.map((value) => value * 2) } : undefined,
    },
    { label: { ko: '0 근처', en: 'around 0' }, change: () => ({ z: [-1, -0.5, 0, 0.5, 1] }) },
  ],
});
