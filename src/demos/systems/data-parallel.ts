import { formatNumber, formatPercent } from '../../charts/number.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse } from '../demo.ts';
import { float, int } from '../parameters.ts';

interface Setting {
  readonly batch: number;
  readonly ms_per_sample: number;
  readonly params_mb: number;
  readonly bandwidth_mb_s: number;
}

/**
 * One step on `gpus` devices without overlap: the slowest device computes ceil(batch/gpus) samples, then a ring all-reduce sends
 * 2 (g-1)/g of the gradients over each link (Patarasuk & Yuan, J. Parallel Distrib. Comput. 69, 2009).
 */
function stepOn(gpus: number, { batch, ms_per_sample, params_mb, bandwidth_mb_s }: Setting) {
  const perGpu = Math.ceil(batch / gpus);
  const compute = perGpu * ms_per_sample;
  const communication = (1000 * ((2 * (gpus - 1)) / gpus) * params_mb) / bandwidth_mb_s;
  return { perGpu, compute, communication };
}

/** The last counts: the bars of 1 and of 1024 GPUs do not fit on one scale. */
const MAX_BARS = 5;

/** 1, 2, 4, ... below, then the number itself. */
function gpuCounts(gpus: number): number[] {
  const counts: number[] = [];
  for (let count = 1; count < gpus; count *= 2) counts.push(count);
  return [...counts, gpus];
}

export const dataParallel = defineDemo({
  id: 'data-parallel',
  title: { ko: '데이터 병렬 학습', en: 'Data-parallel training' },
  about: {
    ko: 'GPU마다 모델 사본을 두고 배치를 나눈 뒤 기울기를 링 올리듀스로 평균해요. 통신은 2(g − 1)/g × 파라미터 크기 ÷ 대역폭이고 계산과 겹치지 않는다고 봐요.',
    en: 'Each GPU has a copy of the model and a share of the batch; gradients are averaged by ring all-reduce, taking 2(g − 1)/g × parameter size ÷ bandwidth, not overlapped with computing.',
  },
  parameters: {
    batch: int(1000, '1..1000000'),
    gpus: int(10, '1..1024'),
    ms_per_sample: float(1, '0<..100000'),
    params_mb: float(100, '0..1000000'),
    bandwidth_mb_s: float(10000, '0<..10000000'),
  },
  results: {
    per_gpu: 'int',
    compute_ms: 'float',
    comm_ms: 'float',
    step_ms: 'float',
    single_ms: 'float',
    speedup: 'float',
    efficiency: 'float',
  },
  run({ gpus, ...setting }) {
    const { perGpu, compute, communication } = stepOn(gpus, setting);
    if (!Number.isFinite(communication))
      refuse(
        'bandwidth_mb_s',
        '너무 작아서 통신 시간이 넘쳐요.',
        'is so small that the communication time overflows.',
      );
    const single_ms = setting.batch * setting.ms_per_sample;
    const step_ms = compute + communication;
    const speedup = single_ms / step_ms;
    return {
      per_gpu: perGpu,
      compute_ms: compute,
      comm_ms: communication,
      step_ms,
      single_ms,
      speedup,
      efficiency: speedup / gpus,
    };
  },
  view({ gpus, ...setting }, { per_gpu, comm_ms, step_ms, single_ms, speedup, efficiency }, say) {
    const counts = gpuCounts(gpus);
    const shown = counts.slice(-MAX_BARS);
    const steps = counts.map((count) => stepOn(count, setting));
    const speedups = steps.map((step) => single_ms / (step.compute + step.communication));
    const share = comm_ms / step_ms;
    return {
      chart: {
        kind: 'bars',
        title: say('GPU 수에 따른 한 스텝의 시간', 'Time of one step by number of GPUs'),
        subtitle: say(
          `배치 ${formatNumber(setting.batch)}, GPU ${gpus}개에서 ${formatNumber(speedup)}배 빨라짐`,
          `batch ${formatNumber(setting.batch)}; ${formatNumber(speedup)} times as fast on ${countOf(gpus, 'GPU')}`,
        ),
        categories: shown.map((count) => {
          const step = stepOn(count, setting);
          return `${count} (×${formatNumber(single_ms / (step.compute + step.communication), 3)})`;
        }),
        x: { name: say('GPU 수 (속도 향상)', 'GPUs (speed-up)') },
        y: { name: say('시간 (ms)', 'time (ms)'), min: 0 },
        stacked: true,
        series: [
          {
            name: say('계산', 'compute'),
            values: shown.map((count) => stepOn(count, setting).compute),
            colour: 'blue',
          },
          {
            name: say('통신 (올리듀스)', 'communication (all-reduce)'),
            values: shown.map((count) => stepOn(count, setting).communication),
            colour: 'vermillion',
          },
        ],
      },
      see:
        gpus === 1
          ? say(
              `GPU가 하나라 통신 없이 계산만 ${formatNumber(step_ms)} ms 걸려요. GPU를 늘려 보면 올리듀스 시간이 더해져요.`,
              `With one GPU there is no communication, only ${formatNumber(step_ms)} ms of computing; more GPUs add the all-reduce.`,
            )
          : speedup < 1
            ? say(
                `통신이 한 스텝의 ${formatPercent(share)}라서 GPU ${gpus}개가 한 개보다 느려요. 계산이 작거나 대역폭이 좁으면 나누는 것이 손해예요.`,
                `Communication takes ${formatPercent(share)} of the step, so ${gpus} GPUs are slower than one: with little to compute or a narrow link, splitting does not pay.`,
              )
            : say(
                `GPU ${gpus}개로 ${formatNumber(speedup)}배 빨라져 효율은 ${formatPercent(efficiency)}예요. 통신이 한 스텝의 ${formatPercent(share)}: GPU를 늘리면 계산은 줄지만 올리듀스 시간은 줄지 않아요.`,
                `${gpus} GPUs are ${formatNumber(speedup)} times as fast as one, an efficiency of ${formatPercent(efficiency)}. Communication takes ${formatPercent(share)} of the step: more GPUs shrink the computing, not the all-reduce.`,
              ),
      numbers: [
        [say('한 스텝', 'one step'), `${formatNumber(step_ms)} ms`],
        [say('GPU 한 개로', 'on one GPU'), `${formatNumber(single_ms)} ms`],
        [say('GPU당 샘플', 'samples per GPU'), formatNumber(per_gpu)],
        [say('통신', 'communication'), `${formatNumber(comm_ms)} ms`],
        [say('속도 향상', 'speed-up'), `${formatNumber(speedup)}×`],
        [say('효율', 'efficiency'), formatPercent(efficiency)],
      ],
      table: {
        columns: [
          'GPU',
          say('계산 (ms)', 'compute (ms)'),
          say('통신 (ms)', 'comm. (ms)'),
          say('속도 향상', 'speed-up'),
        ],
        rows: counts.map((count, i) => [
          String(count),
          formatNumber(steps[i]?.compute ?? 0),
          formatNumber(steps[i]?.communication ?? 0),
          `${formatNumber(speedups[i] ?? 0, 3)}×`,
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: 'GPU × 8', en: 'GPUs × 8' },
      change: ({ gpus }) => (gpus * 8 <= 1024 ? { gpus: gpus * 8 } : undefined),
    },
    {
      label: { ko: '대역폭 ÷ 10', en: 'bandwidth ÷ 10' },
      change: ({ bandwidth_mb_s }) => ({ bandwidth_mb_s: bandwidth_mb_s / 10 }),
    },
    {
      label: { ko: '모델 × 10', en: 'model × 10' },
      change: ({ params_mb }) =>
        params_mb > 0 && params_mb * 10 <= 1_000_000 ? { params_mb: params_mb * 10 } : undefined,
    },
    {
      label: { ko: '배치 × GPU 수 (GPU당 몫 유지)', en: 'batch × number of GPUs' },
      change: ({ batch, gpus }) =>
        gpus > 1 && batch * gpus <= 1_000_000 ? { batch: batch * gpus } : undefined,
    },
  ],
});
