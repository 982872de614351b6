import { formatNumber } from '../../charts/number.ts';
import { momentumPath } from '../../math/momentum.ts';
import { range } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { bool, float, int } from '../parameters.ts';

/** How often the path crosses the minimum at 0. */
function crossings(theta: readonly number[]): number {
  return theta.filter((value, i) => i > 0 && Math.sign(value) * Math.sign(theta[i - 1] ?? 0) < 0).length;
}

export const momentumSteps = defineDemo({
  id: 'momentum-steps',
  title: { ko: '모멘텀과 네스테로프 손계산', en: 'Momentum and Nesterov by hand' },
  about: {
    ko: 'f(θ) = 곡률·θ²/2에서 v ← γv + lr·∇f, θ ← θ − v를 한 스텝씩 계산해요. 네스테로프는 속도가 데려갈 자리 θ − γv에서 기울기를 재요.',
    en: 'Steps v ← γv + lr·∇f, θ ← θ − v on f = curvature·θ²/2; Nesterov takes the gradient at θ − γv, where the velocity would carry it.',
  },
  parameters: {
    theta0: float(5, '-1000..1000'),
    curvature: float(2, '0<..100'),
    lr: float(0.1, '0<..2'),
    gamma: float(0.9, '0..<1'),
    nesterov: bool(false),
    steps: int(5, '1..50'),
  },
  results: { grad: 'float[steps]', v: 'float[steps]', theta: 'float[steps+1]' },
  run({ theta0, curvature, ...settings }) {
    return { ...momentumPath((theta) => curvature * theta, theta0, settings) };
  },
  view({ theta0, curvature, ...settings }, { grad, v, theta }, say) {
    const plain = momentumPath((at) => curvature * at, theta0, { ...settings, gamma: 0 }).theta;
    const last = theta.at(-1) ?? 0;
    const kind = settings.nesterov ? say('네스테로프', 'Nesterov') : say('모멘텀', 'momentum');
    const crossed = crossings(theta);
    // Plain descent may diverge where momentum does not; its line would then flatten all others.
    const tame = Math.max(...plain.map(Math.abs)) <= 3 * Math.max(...theta.map(Math.abs));
    return {
      chart: {
        kind: 'xy',
        title: say(`${kind}: 위치와 속도`, `Position and velocity with ${kind}`),
        subtitle: say(
          `곡률 ${formatNumber(curvature)}, 학습률 ${formatNumber(settings.lr)}, γ = ${formatNumber(settings.gamma)}`,
          `curvature ${formatNumber(curvature)}, learning rate ${formatNumber(settings.lr)}, γ = ${formatNumber(settings.gamma)}`,
        ),
        x: { name: say('스텝', 'step'), whole: true },
        y: { name: say('값', 'value') },
        series: [
          { name: say('위치 θ', 'position θ'), x: range(theta.length), y: theta, look: 'line-points' },
          {
            name: say('속도 v', 'velocity v'),
            x: range(v.length).map((i) => i + 1),
            y: v,
            look: 'line-points',
          },
          ...(tame
            ? [
                {
                  name: say('모멘텀 없는 θ', 'θ without momentum'),
                  x: range(plain.length),
                  y: plain,
                  look: 'dashed',
                  colour: 'grey',
                } as const,
              ]
            : []),
        ],
        marks: [{ axis: 'y', at: 0, label: '', colour: 'grey' }],
      },
      see: say(
        `${settings.steps}스텝 뒤 θ = ${formatNumber(last)}, 그동안 최솟값 0을 ${crossed}번 지나쳤어요. 모멘텀이 없으면 같은 스텝 수로 θ = ${formatNumber(plain.at(-1) ?? 0)}까지 가요.`,
        `After ${countOf(settings.steps, 'step')} θ = ${formatNumber(last)}; crossings of the minimum at 0: ${crossed}. Without momentum as many steps lead to θ = ${formatNumber(plain.at(-1) ?? 0)}.`,
      ),
      numbers: [
        [say('마지막 θ', 'last θ'), formatNumber(last)],
        [say('마지막 속도', 'last velocity'), formatNumber(v.at(-1) ?? 0)],
        [say('마지막 기울기', 'last gradient'), formatNumber(grad.at(-1) ?? 0)],
        [say('최솟값을 지나친 횟수', 'crossings of the minimum'), String(crossed)],
      ],
      table: {
        columns: [say('스텝', 'step'), say('기울기', 'gradient'), 'v', 'θ'],
        rows: grad.map((slope, i) => [
          String(i + 1),
          ...[slope, v[i] ?? 0, theta[i + 1] ?? 0].map((value) => formatNumber(value)),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '네스테로프 켜기/끄기', en: 'Nesterov on/off' },
      change: ({ nesterov }) => ({ nesterov: !nesterov }),
    },
    { label: { ko: '50스텝', en: '50 steps' }, change: () => ({ steps: 50 }) },
    { label: { ko: 'γ = 0 (모멘텀 없이)', en: 'γ = 0 (no momentum)' }, change: () => ({ gamma: 0 }) },
    { label: { ko: 'γ = 0.5', en: 'γ = 0.5' }, change: () => ({ gamma: 0.5 }) },
    { label: { ko: '학습률 ÷ 10', en: 'lr ÷ 10' }, change: ({ lr }) => ({ lr: lr / 10 }) },
  ],
});
