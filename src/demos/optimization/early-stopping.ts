import type { Marker } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { earlyStop } from '../../math/early-stopping.ts';
import { argMin } from '../../math/summary.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { float, floats, int } from '../parameters.ts';

/** A label this close to the left edge (as a share of the width) would cover the name of the axis. */
const EDGE = 0.08;

export const earlyStopping = defineDemo({
  id: 'early-stopping',
  title: { ko: '조기 종료', en: 'Early stopping' },
  about: {
    ko: 'Keras의 EarlyStopping과 같아요. 손실이 지금까지의 최저에서 min_delta보다 더 낮아져야 나아진 것이고, 나아지지 않은 에포크가 patience번 이어지면 멈춰요. 에포크는 1부터 세요.',
    en: "As Keras' EarlyStopping: a loss improves when it is below the best so far by more than min_delta, and training stops after patience epochs in a row without improvement. Epochs count from 1.",
  },
  parameters: {
    val_loss: floats(
      [1, 0.8, 0.65, 0.6, 0.58, 0.59, 0.6, 0.57, 0.61, 0.63, 0.64, 0.65],
      '1..500',
      '0..1000000',
    ),
    patience: int(3, '1..100'),
    min_delta: float(0, '0..1000'),
  },
  results: { best_epoch: 'int', best_loss: 'float', stop_epoch: 'int?', stopped: 'bool', wait: 'int[k]' },
  run({ val_loss, patience, min_delta }) {
    const { bestEpoch, bestLoss, stopEpoch, wait } = earlyStop(val_loss, patience, min_delta);
    return {
      best_epoch: bestEpoch,
      best_loss: bestLoss,
      stop_epoch: stopEpoch ?? null,
      stopped: stopEpoch !== undefined,
      wait,
    };
  },
  view({ val_loss, patience, min_delta }, { best_epoch, best_loss, stop_epoch, wait }, say) {
    const epochs = val_loss.map((_, i) => i + 1);
    const seen = wait.length;
    const look = val_loss.length <= 60 ? 'line-points' : 'line';
    const later = argMin(val_loss.slice(seen));
    const missed = later >= 0 && (val_loss[seen + later] ?? best_loss) < best_loss;
    const marks: Marker[] = [
      {
        axis: 'x',
        at: best_epoch,
        label: best_epoch > 1 + EDGE * val_loss.length ? say('최저', 'best') : '',
        colour: 'green',
      },
      ...(stop_epoch === null
        ? []
        : [{ axis: 'x', at: stop_epoch, label: say('멈춤', 'stop'), colour: 'vermillion' } as const]),
    ];
    return {
      chart: {
        kind: 'xy',
        title: say('검증 손실과 조기 종료', 'Validation loss and early stopping'),
        subtitle: say(
          `인내(patience) ${patience}, min_delta ${formatNumber(min_delta)}`,
          `patience ${patience}, min_delta ${formatNumber(min_delta)}`,
        ),
        x: { name: say('에포크', 'epoch'), whole: true },
        y: { name: say('검증 손실', 'validation loss') },
        series: [
          {
            name: say('본 에포크', 'epochs seen'),
            x: epochs.slice(0, seen),
            y: val_loss.slice(0, seen),
            look,
            colour: 'blue',
          },
          ...(seen < val_loss.length
            ? [
                {
                  name: say('멈추지 않았다면', 'had it gone on'),
                  x: epochs.slice(seen - 1),
                  y: val_loss.slice(seen - 1),
                  look: 'dashed',
                  colour: 'grey',
                } as const,
              ]
            : []),
          {
            name: say('최저', 'best'),
            x: [best_epoch],
            y: [best_loss],
            look: 'hollow',
            colour: 'green',
            unlisted: true,
          },
        ],
        marks,
      },
      see:
        stop_epoch === null
          ? say(
              `${seen}에포크 동안 멈추지 않았어요. 최저는 에포크 ${best_epoch}의 ${formatNumber(best_loss)}, 지금까지 나아지지 않고 이어진 것은 ${wait.at(-1) ?? 0}번이에요.`,
              `It never stops within ${countOf(seen, 'epoch')}; the best is ${formatNumber(best_loss)} in epoch ${best_epoch}, and the last improvement was ${countOf(wait.at(-1) ?? 0, 'epoch')} ago.`,
            )
          : say(
              `에포크 ${best_epoch}에서 최저였고, ${patience}번 나아지지 않아 에포크 ${stop_epoch}에서 멈췄어요. ${missed ? `멈추지 않았다면 에포크 ${seen + later + 1}에서 ${formatNumber(val_loss[seen + later] ?? 0)}까지 내려갔을 거예요.` : `마지막이 아니라 에포크 ${best_epoch}의 가중치를 되살려 써야 해요.`}`,
              `The best epoch is ${best_epoch}; after ${countOf(patience, 'epoch')} without improvement training stops in epoch ${stop_epoch}. ${missed ? `Going on would have reached ${formatNumber(val_loss[seen + later] ?? 0)} in epoch ${seen + later + 1}.` : `Restore the weights of epoch ${best_epoch}, not the last ones.`}`,
            ),
      numbers: [
        [say('가장 좋은 에포크', 'best epoch'), String(best_epoch)],
        [say('그때의 손실', 'its loss'), formatNumber(best_loss)],
        [say('멈춘 에포크', 'stopped in epoch'), stop_epoch === null ? '–' : String(stop_epoch)],
        [say('아낀 에포크', 'epochs saved'), String(val_loss.length - seen)],
      ],
      table: {
        columns: [say('에포크', 'epoch'), say('손실', 'loss'), say('기다린 횟수', 'wait')],
        rows: wait.map((count, i) => [String(i + 1), formatNumber(val_loss[i] ?? 0), String(count)]),
      },
    };
  },
  variations: [
    { label: { ko: '인내 1 (성급함)', en: 'patience 1 (hasty)' }, change: () => ({ patience: 1 }) },
    { label: { ko: '인내 2', en: 'patience 2' }, change: () => ({ patience: 2 }) },
    { label: { ko: '인내 10', en: 'patience 10' }, change: () => ({ patience: 10 }) },
    { label: { ko: 'min_delta 0.05', en: 'min_delta 0.05' }, change: () => ({ min_delta: 0.05 }) },
  ],
});
