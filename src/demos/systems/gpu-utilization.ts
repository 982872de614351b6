import { formatNumber, formatPercent } from '../../charts/number.ts';
import { range } from '../../math/vector.ts';
import { defineDemo, refuse } from '../demo.ts';
import { float, int } from '../parameters.ts';

const MOST_WORKERS = 256;

/** Seconds between two steps once the queue is steady: the slower of loading and computing sets the pace. */
function paceOf(load: number, compute: number, workers: number) {
  const loading = load / workers;
  return { loading, step: Math.max(loading, compute), cpuBound: loading > compute };
}

/** The smallest number of workers that keeps the GPU fed. The quotient may round to either side of a whole number. */
function workersFor(load: number, compute: number): number {
  let workers = Math.max(1, Math.ceil(load / compute));
  if (!Number.isSafeInteger(workers)) return workers;
  while (workers > 1 && !paceOf(load, compute, workers - 1).cpuBound) workers -= 1;
  while (paceOf(load, compute, workers).cpuBound) workers += 1;
  return workers;
}

export const gpuUtilization = defineDemo({
  id: 'gpu-utilization',
  title: { ko: 'GPU 사용률과 num_workers', en: 'GPU utilisation and data loader workers' },
  about: {
    ko: '로더 프로세스 여러 개가 배치를 미리 읽어 두는 정상 상태를 봐요: 한 스텝은 max(읽기 시간 ÷ 워커 수, 계산 시간), 사용률은 계산 시간 ÷ 한 스텝이에요. num_workers는 CPU 코어 수가 아니라 배치를 읽는 프로세스의 수예요.',
    en: 'The steady state of several worker processes loading batches ahead: a step takes max(load time ÷ workers, compute time), utilization is compute time ÷ step. num_workers counts loading processes, not CPU cores.',
  },
  parameters: {
    load_ms: float(80, '0..100000'),
    compute_ms: float(20, '0<..100000'),
    workers: int(2, '1..256'),
  },
  results: { step_ms: 'float', utilization: 'float', bottleneck: 'text', workers_needed: 'int' },
  run({ load_ms, compute_ms, workers }) {
    const { step, cpuBound } = paceOf(load_ms, compute_ms, workers);
    const workers_needed = workersFor(load_ms, compute_ms);
    if (!Number.isFinite(workers_needed))
      refuse('compute_ms', '너무 작아서 워커 수를 셀 수 없어요.', 'is too small to count the workers.');
    return {
      step_ms: step,
      utilization: compute_ms / step,
      bottleneck: cpuBound ? 'cpu' : 'gpu',
      workers_needed,
    };
  },
  view({ load_ms, compute_ms, workers }, { step_ms, utilization, bottleneck, workers_needed }, say) {
    const wanted = Math.max(8, workers + 2, workers_needed * 1.4);
    const last = Math.min(MOST_WORKERS, wanted <= 20 ? Math.ceil(wanted) : Math.ceil(wanted / 20) * 20);
    const counts = range(last).map((i) => i + 1);
    const shares = counts.map((count) => (100 * compute_ms) / paceOf(load_ms, compute_ms, count).step);
    return {
      chart: {
        kind: 'xy',
        title: say('워커 수에 따른 GPU 사용률', 'GPU utilization against workers'),
        subtitle: say(
          `배치 읽기 ${formatNumber(load_ms)} ms, 계산 ${formatNumber(compute_ms)} ms`,
          `loading a batch ${formatNumber(load_ms)} ms, computing ${formatNumber(compute_ms)} ms`,
        ),
        x: {
          name: say(
            `워커 수 num_workers (점선: 필요한 ${formatNumber(workers_needed)}개)`,
            `workers, num_workers (dashed: ${formatNumber(workers_needed)} needed)`,
          ),
          whole: true,
          min: 0,
          max: last,
        },
        y: { name: say('GPU 사용률 (%)', 'GPU utilization (%)'), min: 0, max: 100 },
        series: [
          {
            name: say('GPU 사용률', 'GPU utilization'),
            x: counts,
            y: shares,
            look: last <= 40 ? 'line-points' : 'line',
            colour: 'blue',
          },
          {
            name: say(`지금 (${workers})`, `now (${workers})`),
            x: [workers],
            y: [utilization * 100],
            look: 'points',
            colour: 'vermillion',
          },
        ],
        marks:
          workers_needed <= last
            ? [
                {
                  axis: 'x',
                  at: workers_needed,
                  label: '',
                  colour: 'green',
                },
              ]
            : [],
      },
      see:
        bottleneck === 'cpu'
          ? say(
              `GPU가 시간의 ${formatPercent(1 - utilization, 5)}를 데이터를 기다리며 놀아요. 병목은 데이터 읽기이고, 워커가 ${formatNumber(workers_needed)}개는 되어야 GPU가 쉬지 않아요(CPU 코어와 디스크가 받쳐 줄 때).`,
              `The GPU waits for data ${formatPercent(1 - utilization, 5)} of the time. Loading is the bottleneck; it takes ${formatNumber(workers_needed)} ${workers_needed === 1 ? 'worker' : 'workers'} to keep the GPU busy, if CPU cores and disk keep up.`,
            )
          : say(
              `읽기가 계산 뒤에 숨어서 GPU가 쉬지 않아요. 병목은 계산이고, 워커 ${formatNumber(workers_needed)}개면 충분해서 더 늘려도 빨라지지 않아요.`,
              `Loading hides behind computing and the GPU, now the bottleneck, never waits. Workers needed: ${formatNumber(workers_needed)}, used: ${workers}; more bring no speed.`,
            ),
      numbers: [
        [say('GPU 사용률', 'GPU utilization'), formatPercent(utilization)],
        [say('한 스텝', 'one step'), `${formatNumber(step_ms)} ms`],
        [
          say('병목', 'bottleneck'),
          bottleneck === 'cpu'
            ? say('CPU (데이터 읽기)', 'CPU (data loading)')
            : say('GPU (계산)', 'GPU (computing)'),
        ],
        [say('필요한 워커', 'workers needed'), formatNumber(workers_needed)],
      ],
    };
  },
  variations: [
    {
      label: { ko: '워커 × 2', en: 'workers × 2' },
      change: ({ workers }) => (workers * 2 <= MOST_WORKERS ? { workers: workers * 2 } : undefined),
    },
    {
      label: { ko: '필요한 만큼', en: 'as many as needed' },
      change: ({ load_ms, compute_ms, workers }) => {
        const needed = workersFor(load_ms, compute_ms);
        return needed === workers || needed > MOST_WORKERS ? undefined : { workers: needed };
      },
    },
    {
      label: { ko: 'GPU가 4배 빨라지면', en: 'GPU four times as fast' },
      change: ({ compute_ms }) => ({ compute_ms: compute_ms / 4 }),
    },
    {
      label: { ko: '읽기 시간 ÷ 4 (캐시)', en: 'load time ÷ 4 (cached)' },
      change: ({ load_ms }) => (load_ms > 0 ? { load_ms: load_ms / 4 } : undefined),
    },
  ],
});
