import { formatNumber, formatPercent } from '../../charts/number.ts';
import { range } from '../../math/vector.ts';
import { defineDemo } from '../demo.ts';
import { float, int } from '../parameters.ts';

/** More spans than this are thinner than a pixel. */
const MAX_STAGES = 24;
const MAX_MICROBATCHES = 120;
const COLOURS = ['blue', 'vermillion', 'green', 'purple', 'orange', 'sky'] as const;

export const pipelineParallel = defineDemo({
  id: 'pipeline-parallel',
  title: { ko: '모델 병렬(파이프라인)', en: 'Pipeline model parallelism' },
  about: {
    ko: '단계 p개가 마이크로배치 m개를 차례로 넘겨요. 전체 시간은 (m + p − 1)·단계 시간, 놀고 있는 비율은 (p − 1)/(m + p − 1)이에요 (GPipe, Huang 외 2019).',
    en: 'p stages hand m micro-batches on; the total is (m + p − 1) stage times and the idle share (p − 1)/(m + p − 1) (GPipe, Huang et al. 2019).',
  },
  parameters: {
    stages: int(4, '1..256'),
    microbatches: int(8, '1..4096'),
    stage_ms: float(10, '0<..100000'),
  },
  results: {
    total_ms: 'float',
    bubble: 'float',
    sequential_ms: 'float',
    speedup: 'float',
    timeline: 'int[stages]',
  },
  run({ stages, microbatches, stage_ms }) {
    const slots = microbatches + stages - 1;
    return {
      total_ms: slots * stage_ms,
      bubble: (stages - 1) / slots,
      sequential_ms: microbatches * stages * stage_ms,
      speedup: (microbatches * stages) / slots,
      timeline: range(stages),
    };
  },
  view({ stages, microbatches, stage_ms }, { total_ms, bubble, sequential_ms, speedup }, say) {
    const shownStages = Math.min(stages, MAX_STAGES);
    const shownBatches = Math.min(microbatches, MAX_MICROBATCHES);
    return {
      chart: {
        kind: 'gantt',
        title: say('파이프라인 시간표', 'Pipeline timeline'),
        subtitle:
          shownStages < stages || shownBatches < microbatches
            ? say(
                `처음 ${shownStages}단계, 마이크로배치 ${shownBatches}개만 그렸어요`,
                `only the first ${shownStages} stages and ${shownBatches} micro-batches are drawn`,
              )
            : say('숫자는 마이크로배치의 번호', 'the numbers are the micro-batches'),
        x: { name: say('시간 (ms)', 'time (ms)'), min: 0 },
        rows: range(shownStages).map((stage) => say(`단계 ${stage}`, `stage ${stage}`)),
        spans: range(shownStages).flatMap((stage) =>
          range(shownBatches).map((batch) => ({
            row: stage,
            from: (stage + batch) * stage_ms,
            to: (stage + batch + 1) * stage_ms,
            label: String(batch),
            colour: COLOURS[batch % COLOURS.length] ?? 'blue',
          })),
        ),
      },
      see: say(
        `단계들이 전체 시간의 ${formatPercent(bubble)}를 빈 채로 기다려요. 마이크로배치를 늘리면 이 버블이 줄어요.`,
        `The stages stand idle for ${formatPercent(bubble)} of the time; more micro-batches make this bubble smaller.`,
      ),
      numbers: [
        [say('전체 시간', 'total time'), `${formatNumber(total_ms)} ms`],
        [say('차례로 하면', 'one after another'), `${formatNumber(sequential_ms)} ms`],
        [say('속도 향상', 'speed-up'), `${formatNumber(speedup)}×`],
        [say('버블', 'bubble'), formatPercent(bubble)],
      ],
    };
  },
  variations: [
    {
      label: { ko: '마이크로배치 × 2', en: 'micro-batches × 2' },
      change: ({ microbatches }) => ({ microbatches: microbatches * 2 }),
    },
    { label: { ko: '마이크로배치 1개', en: '1 micro-batch' }, change: () => ({ microbatches: 1 }) },
    { label: { ko: '단계 × 2', en: 'stages × 2' }, change: ({ stages }) => ({ stages: stages * 2 }) },
  ],
});
