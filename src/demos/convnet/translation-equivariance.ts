import type { SingleChart } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { correlateRing, shiftRing } from '../../math/circular.ts';
import { multiply, range, type Vector } from '../../math/vector.ts';
import { defineDemo } from '../demo.ts';
import { floats, int } from '../parameters.ts';

/** A dense layer whose weights differ from place to place: W[i][j] = ((3i + 5j) mod 7) - 3. */
function dense(x: Vector): number[] {
  return multiply(
    range(x.length).map((i) => range(x.length).map((j) => ((3 * i + 5 * j) % 7) - 3)),
    x,
  );
}

function gap(a: Vector, b: Vector): number {
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? 0))), 0);
}

export const translationEquivariance = defineDemo({
  id: 'translation-equivariance',
  title: { ko: '이동 등변성: CNN과 MLP', en: 'Translation equivariance, CNN against MLP' },
  about: {
    ko: '신호를 먼저 옮기고 층을 통과시킨 f(이동 x)와, 통과시킨 뒤 옮긴 이동 f(x)를 견줘요. 끝이 이어진 고리 위의 합성곱은 둘이 같고(등변), 자리마다 가중치가 다른 완전 연결층은 달라요.',
    en: 'Compares f(shift x), shifted before the layer, with shift f(x), shifted after it. For a convolution on a ring they are equal (equivariance); for a dense layer, whose weights differ from place to place, they are not.',
  },
  parameters: {
    signal: floats([0, 0, 1, 2, 1, 0, 0, 0], '3..64', '-100..100'),
    kernel: floats([1, 0, -1], '1..9', '-10..10'),
    shift: int(2, '0..63'),
  },
  results: {
    conv_shifted: 'float[n]',
    shifted_conv: 'float[n]',
    conv_gap: 'float',
    dense_gap: 'float',
  },
  run({ signal, kernel, shift }) {
    const moved = shiftRing(signal, shift);
    const conv_shifted = correlateRing(moved, kernel);
    const shifted_conv = shiftRing(correlateRing(signal, kernel), shift);
    return {
      conv_shifted,
      shifted_conv,
      conv_gap: gap(conv_shifted, shifted_conv),
      dense_gap: gap(dense(moved), shiftRing(dense(signal), shift)),
    };
  },
  view({ signal, shift }, { conv_shifted, shifted_conv, conv_gap, dense_gap }, say) {
    const panel = (title: string, before: Vector, after: Vector): SingleChart => ({
      kind: 'xy',
      title,
      x: { name: say('위치', 'position'), whole: true, min: 0, max: before.length - 1 },
      y: { name: say('출력', 'output') },
      series: [
        {
          name: say('옮긴 뒤 통과', 'shift, then layer'),
          x: range(before.length),
          y: before,
          look: 'line',
          colour: 'blue',
        },
        {
          name: say('통과한 뒤 옮김', 'layer, then shift'),
          x: range(after.length),
          y: after,
          look: 'hollow',
          colour: 'vermillion',
        },
      ],
    });
    const still = shift % signal.length === 0;
    return {
      chart: {
        kind: 'panels',
        title: say(
          `신호를 ${shift}칸 옮길 때: 합성곱과 완전 연결층`,
          `The signal shifted by ${shift}: convolution and dense layer`,
        ),
        panels: [
          panel(
            say(`합성곱: 차이 ${formatNumber(conv_gap)}`, `convolution: gap ${formatNumber(conv_gap)}`),
            conv_shifted,
            shifted_conv,
          ),
          panel(
            say(
              `완전 연결층: 차이 ${formatNumber(dense_gap)}`,
              `dense layer: gap ${formatNumber(dense_gap)}`,
            ),
            dense(shiftRing(signal, shift)),
            shiftRing(dense(signal), shift),
          ),
        ],
      },
      see: still
        ? say(
            `${shift}칸 옮기면 신호가 제자리라서 두 층 모두 차이가 ${formatNumber(Math.max(conv_gap, dense_gap))}이에요. 다른 이동으로 견줘 보세요.`,
            `A shift by ${shift} leaves the signal in place, so the gap of both layers is ${formatNumber(Math.max(conv_gap, dense_gap))}; try another shift.`,
          )
        : say(
            `합성곱의 차이는 ${formatNumber(conv_gap)}, 완전 연결층의 차이는 ${formatNumber(dense_gap)}이에요. 합성곱은 같은 가중치를 모든 위치에서 쓰므로 입력이 움직인 만큼 출력도 움직여요. 이것은 등변성이고, 출력이 그대로인 불변성과는 달라요.`,
            `The gap is ${formatNumber(conv_gap)} for the convolution and ${formatNumber(dense_gap)} for the dense layer. Shared weights make the output move along with the input; this is equivariance, not invariance, where the output would stay the same.`,
          ),
      numbers: [
        [say('합성곱의 차이', 'gap of the convolution'), formatNumber(conv_gap)],
        [say('완전 연결층의 차이', 'gap of the dense layer'), formatNumber(dense_gap)],
        [say('이동', 'shift'), say(`${shift}칸`, `${shift} places`)],
      ],
      table: {
        columns: [
          say('위치', 'position'),
          say('옮긴 뒤 합성곱', 'shift, then conv'),
          say('합성곱 뒤 옮김', 'conv, then shift'),
        ],
        rows: conv_shifted.map((value, i) => [
          String(i),
          formatNumber(value),
          formatNumber(shifted_conv[i] ?? 0),
        ]),
      },
    };
  },
  variations: [
    {
      label: { ko: '한 칸 더 옮기기', en: 'shift by one more' },
      change: ({ shift }) => (shift < 63 ? { shift: shift + 1 } : undefined),
    },
    { label: { ko: '옮기지 않기', en: 'no shift' }, change: () => ({ shift: 0 }) },
    { label: { ko: '흐림 커널', en: 'blur kernel' }, change: () => ({ kernel: [0.25, 0.5, 0.25] }) },
    {
      label: { ko: '상수 신호', en: 'constant signal' },
      change: ({ signal }) => ({ signal: signal.map(() => 1) }),
    },
  ],
});
