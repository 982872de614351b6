import { formatNumber } from '../../charts/number.ts';
import { clipScale, clipValues } from '../../math/gradient-clipping.ts';
import { dot, norm, range } from '../../math/vector.ts';
import { countOf } from '../count-of.ts';
import { defineDemo } from '../demo.ts';
import { choice, float, floats } from '../parameters.ts';

/** Cosine of the angle, by unit vectors so that very short ones do not underflow; null for a zero vector. */
function cosineOf(a: readonly number[], b: readonly number[]): number | null {
  const [first, second] = [norm(a), norm(b)];
  if (first === 0 || second === 0) return null;
  const found = dot(
    a.map((value) => value / first),
    b.map((value) => value / second),
  );
  return Math.min(1, Math.max(-1, found));
}

export const gradientClipping = defineDemo({
  id: 'gradient-clipping',
  title: { ko: '기울기 클리핑', en: 'Gradient clipping' },
  about: {
    ko: 'PyTorch와 같아요. norm은 벡터 전체에 min(1, 기준/(노름 + 10⁻⁶))을 곱하고(clip_grad_norm_), value는 성분마다 ±기준에서 잘라요(clip_grad_value_).',
    en: 'As in PyTorch: norm multiplies the whole vector by min(1, threshold/(norm + 10⁻⁶)) (clip_grad_norm_), value cuts each entry at ± the threshold (clip_grad_value_).',
  },
  parameters: {
    grads: floats([3, 4], '1..100', '-1000000..1000000'),
    mode: choice(['norm', 'value'], 'norm'),
    threshold: float(1, '0<..1000000'),
  },
  results: {
    clipped: 'float[n]',
    norm_before: 'float',
    norm_after: 'float',
    scale: 'float?',
    cosine: 'float?',
  },
  run({ grads, mode, threshold }) {
    const scale = mode === 'norm' ? clipScale(grads, threshold) : null;
    const clipped = scale === null ? clipValues(grads, threshold) : grads.map((value) => value * scale);
    return {
      clipped,
      norm_before: norm(grads),
      norm_after: norm(clipped),
      scale,
      cosine: cosineOf(grads, clipped),
    };
  },
  view({ grads, mode, threshold }, { clipped, norm_before, norm_after, scale, cosine }, say) {
    const changed = grads.filter((value, i) => value !== clipped[i]).length;
    const angle = cosine === null ? undefined : (Math.acos(cosine) * 180) / Math.PI;
    const turned = angle === undefined || angle < 1e-4 ? 0 : angle;
    const limit = formatNumber(threshold);
    return {
      chart: {
        kind: 'bars',
        title: say('클리핑 앞뒤의 기울기', 'Gradient before and after clipping'),
        subtitle:
          mode === 'norm'
            ? say(`노름 기준 ${limit}`, `by norm, threshold ${limit}`)
            : say(`값 기준 ±${limit}`, `by value, ±${limit}`),
        categories: range(grads.length).map((i) => `g${i}`),
        x: { name: say('성분', 'entry') },
        y: { name: say('기울기', 'gradient') },
        series: [
          { name: say('앞', 'before'), values: grads, colour: 'grey' },
          { name: say('뒤', 'after'), values: clipped, colour: 'vermillion' },
        ],
        ...(mode === 'value' && threshold <= Math.max(...grads.map(Math.abs))
          ? {
              marks: [
                { axis: 'y', at: threshold, label: `+${limit}`, colour: 'black' },
                { axis: 'y', at: -threshold, label: `−${limit}`, colour: 'black' },
              ] as const,
            }
          : {}),
      },
      see:
        changed === 0
          ? say(
              `기울기의 노름 ${formatNumber(norm_before)}에서 기준 ${limit}에 걸린 것이 없어서 그대로예요. 클리핑은 폭주하는 기울기만 건드려요.`,
              `Nothing exceeds the threshold ${limit} (the norm is ${formatNumber(norm_before)}), so all stays as it is: clipping touches exploding gradients only.`,
            )
          : mode === 'norm'
            ? say(
                `노름이 ${formatNumber(norm_before)}에서 ${formatNumber(norm_after)}까지 줄고 방향은 그대로예요. 모든 성분에 같은 수를 곱하기 때문이에요.`,
                `The norm falls from ${formatNumber(norm_before)} to ${formatNumber(norm_after)} while the direction stays, as every entry is multiplied by the same number.`,
              )
            : say(
                `${grads.length}개 성분 가운데 ${changed}개가 잘려 방향이 ${formatNumber(turned, 3)}° 돌아갔어요. 노름으로 클리핑하면 방향이 그대로예요.`,
                `${changed} of ${countOf(grads.length, 'entry', 'entries')} got cut, which turns the direction by ${formatNumber(turned, 3)}°. Clipping by norm would keep it.`,
              ),
      numbers: [
        [say('노름 (앞)', 'norm before'), formatNumber(norm_before)],
        [say('노름 (뒤)', 'norm after'), formatNumber(norm_after)],
        [say('곱한 수', 'factor'), scale === null ? '–' : formatNumber(scale)],
        [say('앞뒤의 코사인', 'cosine between them'), cosine === null ? '–' : formatNumber(cosine)],
      ],
      table: {
        columns: [say('성분', 'entry'), say('앞', 'before'), say('뒤', 'after')],
        rows: grads.map((value, i) => [`g${i}`, formatNumber(value), formatNumber(clipped[i] ?? 0)]),
      },
    };
  },
  variations: [
    { label: { ko: '값으로 클리핑', en: 'clip by value' }, change: () => ({ mode: 'value' }) },
    { label: { ko: '노름으로 클리핑', en: 'clip by norm' }, change: () => ({ mode: 'norm' }) },
    {
      label: { ko: '기준 × 10', en: 'threshold × 10' },
      change: ({ threshold }) => (threshold <= 100_000 ? { threshold: threshold * 10 } : undefined),
    },
    {
      label: { ko: '한 성분만 폭주', en: 'one exploding entry' },
      change: () => ({ grads: [0.5, -0.3, 100, 0.2] }),
    },
  ],
});
