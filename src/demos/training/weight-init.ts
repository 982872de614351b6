import { formatNumber } from '../../charts/number.ts';
import { histogram } from '../../math/histogram.ts';
import type { SeededRandom } from '../../math/random.ts';
import { mean, standardDeviation } from '../../math/summary.ts';
import { defineDemo } from '../demo.ts';
import { choice, int } from '../parameters.ts';
import { otherSeed, seed } from '../seed.ts';

const METHODS = [
  'xavier-uniform',
  'xavier-normal',
  'he-uniform',
  'he-normal',
  'lecun-uniform',
  'lecun-normal',
] as const;
type Method = (typeof METHODS)[number];

/** Var(w): 2/(in+out) Glorot & Bengio (2010), 2/in He et al. (2015), 1/in LeCun et al. (1998). */
function varianceOf(method: Method, fanIn: number, fanOut: number): number {
  if (method.startsWith('xavier')) return 2 / (fanIn + fanOut);
  return method.startsWith('he') ? 2 / fanIn : 1 / fanIn;
}

function draw(method: Method, variance: number, count: number, random: SeededRandom): number[] {
  const bound = Math.sqrt(3 * variance);
  const std = Math.sqrt(variance);
  const uniform = method.endsWith('uniform');
  return Array.from({ length: count }, () =>
    uniform ? bound * (2 * random.uniform() - 1) : std * random.normal(),
  );
}

const SHOWN = 20_000;
const BINS = 40;

export const weightInit = defineDemo({
  id: 'weight-init',
  title: { ko: '가중치 초기화(Xavier·He·LeCun)', en: 'Weight initialisation' },
  about: {
    ko: '들어오는 연결 수(fan-in)와 나가는 연결 수(fan-out)로 가중치의 분산을 정해요: Xavier 2/(in + out), He 2/in, LeCun 1/in. 균등 분포의 경계는 √(3·분산)이에요.',
    en: 'Sets the variance of the weights from fan-in and fan-out: Xavier 2/(in + out), He 2/in, LeCun 1/in; the bound of the uniform kind is sqrt(3 variance).',
  },
  parameters: {
    method: choice(METHODS, 'xavier-uniform'),
    fan_in: int(256, '1..500'),
    fan_out: int(128, '1..500'),
    seed: seed(),
  },
  results: {
    std: 'float',
    variance: 'float',
    bound: 'float?',
    sample_mean: 'float',
    sample_std: 'float',
    sample_max: 'float',
  },
  run({ method, fan_in, fan_out }, random) {
    const variance = varianceOf(method, fan_in, fan_out);
    const weights = draw(method, variance, fan_in * fan_out, random);
    return {
      std: Math.sqrt(variance),
      variance,
      bound: method.endsWith('uniform') ? Math.sqrt(3 * variance) : null,
      sample_mean: mean(weights),
      sample_std: standardDeviation(weights),
      sample_max: weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
    };
  },
  view(
    { method, fan_in, fan_out, ...args },
    { std, bound, sample_std, sample_mean, sample_max },
    say,
    random,
  ) {
    const weights = draw(method, std ** 2, Math.min(SHOWN, fan_in * fan_out), random);
    const reach = Math.max(sample_max, bound ?? 0);
    const { edges, counts } = histogram(weights, BINS, -reach, reach);
    return {
      chart: {
        kind: 'histogram',
        title: say(`뽑은 가중치의 분포: ${method}`, `Distribution of the drawn weights: ${method}`),
        subtitle: say(
          `입력 ${fan_in}, 출력 ${fan_out}, 씨앗 ${args.seed}`,
          `fan-in ${fan_in}, fan-out ${fan_out}, seed ${args.seed}`,
        ),
        edges,
        x: { name: say('가중치', 'weight') },
        y: { name: say('개수', 'count') },
        series: [{ name: say('가중치', 'weights'), counts }],
        marks: [
          { axis: 'x', at: -std, label: '−σ', colour: 'vermillion' },
          { axis: 'x', at: std, label: 'σ', colour: 'vermillion' },
        ],
      },
      see: say(
        `${formatNumber(fan_in * fan_out)}개를 목표 표준편차 ${formatNumber(std)}에 맞춰 뽑았더니 ${formatNumber(sample_std)}이에요. 분산이 이보다 크면 층을 지날수록 신호와 기울기가 커지고, 작으면 사라져요.`,
        `${formatNumber(fan_in * fan_out)} weights drawn for a standard deviation of ${formatNumber(std)} have ${formatNumber(sample_std)}. With more variance signals and gradients grow from layer to layer, with less they fade.`,
      ),
      numbers: [
        [say('표준편차(목표)', 'standard deviation (target)'), formatNumber(std)],
        [say('표준편차(표본)', 'standard deviation (sample)'), formatNumber(sample_std)],
        [say('평균(표본)', 'mean (sample)'), formatNumber(sample_mean, 2)],
        [say('균등 분포의 경계', 'bound of the uniform kind'), bound === null ? '–' : formatNumber(bound)],
      ],
    };
  },
  variations: [
    ...METHODS.map((method) => ({
      label: { ko: method, en: method },
      change: (args: { readonly method: Method }) => (args.method === method ? undefined : { method }),
    })),
    otherSeed,
  ],
});
