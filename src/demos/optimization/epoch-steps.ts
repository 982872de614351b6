import { formatNumber, formatPercent } from '../../charts/number.ts';
import { range } from '../../math/vector.ts';
import { defineDemo } from '../demo.ts';
import { bool, int } from '../parameters.ts';

/** More bars than this are not drawn; the middle is left out. */
const MOST_BARS = 40;
const ENDS = 12;

/** Indices of the batches to draw, and whether some in the middle are left out. */
function shownBatches(count: number): { readonly indices: number[]; readonly cut: boolean } {
  if (count <= MOST_BARS) return { indices: range(count), cut: false };
  return { indices: [...range(ENDS), ...range(ENDS).map((i) => count - ENDS + i)], cut: true };
}

export const epochSteps = defineDemo({
  id: 'epoch-steps',
  title: { ko: '에포크·배치·이터레이션', en: 'Epochs, batches and iterations' },
  about: {
    ko: '한 에포크는 데이터를 한 바퀴 도는 것, 이터레이션(스텝)은 배치 하나로 갱신하는 것이에요. drop_last는 PyTorch의 DataLoader처럼 모자란 마지막 배치를 버려요.',
    en: "An epoch is one pass over the data, an iteration (step) one update on one batch; drop_last leaves a short last batch out, as PyTorch's DataLoader does.",
  },
  parameters: {
    samples: int(1000, '1..1000000000'),
    batch: int(32, '1..1000000'),
    epochs: int(10, '1..100000'),
    drop_last: bool(false),
  },
  results: { steps_per_epoch: 'int', total_steps: 'int', last_batch: 'int' },
  run({ samples, batch, epochs, drop_last }) {
    const full = Math.floor(samples / batch);
    const rest = samples % batch;
    const steps_per_epoch = drop_last || rest === 0 ? full : full + 1;
    const last_batch = steps_per_epoch === 0 ? 0 : steps_per_epoch > full ? rest : batch;
    return { steps_per_epoch, total_steps: steps_per_epoch * epochs, last_batch };
  },
  view({ samples, batch, epochs, drop_last }, { steps_per_epoch, total_steps, last_batch }, say) {
    const { indices, cut } = shownBatches(steps_per_epoch);
    const sizeOf = (i: number): number => (i === steps_per_epoch - 1 ? last_batch : batch);
    const names = indices.map((i) => String(i + 1));
    const values: (number | null)[] = indices.map(sizeOf);
    if (cut) {
      names.splice(ENDS, 0, '…');
      values.splice(ENDS, 0, null);
    }
    const rest = samples % batch;
    const dropped = drop_last && rest > 0;
    if (dropped) {
      names.push(say('버림', 'dropped'));
      values.push(rest);
    }
    const used = steps_per_epoch === 0 ? 0 : (steps_per_epoch - 1) * batch + last_batch;
    const count = (value: number): string => formatNumber(value);
    return {
      chart: {
        kind: 'bars',
        title: say('한 에포크의 배치 크기', 'Batch sizes in one epoch'),
        subtitle: say(
          `샘플 ${count(samples)}개, 배치 ${count(batch)}, ${count(steps_per_epoch)}스텝`,
          `${count(samples)} samples, batches of ${count(batch)}, ${count(steps_per_epoch)} steps`,
        ),
        categories: names,
        x: { name: say('스텝', 'step') },
        y: { name: say('배치의 샘플 수', 'samples in the batch'), min: 0 },
        series: [{ name: say('배치 크기', 'batch size'), values }],
        ...(dropped
          ? { chosen: range(names.length - 1) }
          : last_batch < batch && names.length > 1
            ? { chosen: [names.length - 1] }
            : {}),
      },
      see:
        steps_per_epoch === 0
          ? say(
              `샘플 ${count(samples)}개로는 크기 ${count(batch)}의 배치를 채울 수 없는데 drop_last가 켜져 있어서, 학습이 한 스텝도 일어나지 않아요.`,
              `${count(samples)} samples cannot fill a batch of ${count(batch)}, and with drop_last not a single step is taken.`,
            )
          : say(
              `에포크마다 ${count(steps_per_epoch)}스텝, ${count(epochs)}에포크면 가중치를 ${count(total_steps)}번 갱신해요. ${used < samples ? `drop_last로 에포크마다 ${count(samples - used)}개를 쓰지 않아요.` : last_batch < batch ? `마지막 배치는 ${count(last_batch)}개뿐이라 평균 기울기의 잡음이 더 커요.` : '배치가 모두 같은 크기예요.'}`,
              `Weight updates: ${count(steps_per_epoch)} an epoch, ${count(total_steps)} in all (epochs: ${count(epochs)}). ${used < samples ? `Samples that drop_last leaves out of each epoch: ${count(samples - used)}.` : last_batch < batch ? `The last batch holds only ${count(last_batch)}, so its mean gradient is noisier.` : 'All batches are of the same size.'}`,
            ),
      numbers: [
        [say('에포크마다 스텝', 'steps per epoch'), count(steps_per_epoch)],
        [say('전체 스텝', 'total steps'), count(total_steps)],
        [say('마지막 배치', 'last batch'), say(`${count(last_batch)}개`, `${count(last_batch)} samples`)],
        [
          say('한 에포크에 쓰는 샘플', 'samples used in an epoch'),
          `${count(used)} (${formatPercent(used / samples)})`,
        ],
        ['drop_last', drop_last ? say('켬', 'on') : say('끔', 'off')],
      ],
    };
  },
  variations: [
    {
      label: { ko: 'drop_last 켜기/끄기', en: 'drop_last on/off' },
      change: ({ drop_last }) => ({ drop_last: !drop_last }),
    },
    {
      label: { ko: '배치 × 2', en: 'batch × 2' },
      change: ({ batch }) => (batch <= 500_000 ? { batch: batch * 2 } : undefined),
    },
    {
      label: { ko: '배치 = 샘플 전체', en: 'batch = all samples' },
      change: ({ samples }) => (samples <= 1_000_000 ? { batch: samples } : undefined),
    },
    { label: { ko: '배치 1 (확률적)', en: 'batch 1 (stochastic)' }, change: () => ({ batch: 1 }) },
  ],
});
