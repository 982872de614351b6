import { formatNumber } from '../../charts/number.ts';
import { broadcast, multiplied, reshaped, type Shape, sizeOf, stridesOf } from '../../math/array-shape.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { choice, ints } from '../parameters.ts';
import { elementsPicture, type Operation, shapeText, sidesPicture } from './shape-pictures.ts';

const RESULT: Readonly<Record<Operation, (a: Shape, b: Shape) => number[] | undefined>> = {
  reshape: reshaped,
  broadcast,
  matmul: multiplied,
};

/** Why the shapes do not go together. */
function reason(op: Operation, a: Shape, b: Shape, say: Say): string {
  const [from, to] = [shapeText(a), shapeText(b)];
  if (op === 'broadcast')
    return say(
      `${from}와 ${to}는 뒤에서부터 맞춰 볼 때 길이가 다르고 어느 쪽도 1이 아닌 축이 있어서 함께 계산할 수 없어요.`,
      `${from} and ${to} do not broadcast: counted from the end, some axis has two different lengths and neither is 1.`,
    );
  if (op === 'matmul')
    return say(
      `${from} @ ${to}는 되지 않아요. a의 마지막 축과 b의 뒤에서 둘째 축이 같아야 하고, 그 앞의 축들은 브로드캐스트돼야 해요.`,
      `${from} @ ${to} does not go: the last axis of a must equal the last but one of b, and the axes before them must broadcast.`,
    );
  return say(
    `원소 ${formatNumber(sizeOf(a))}개를 ${to} 모양에 남김없이 담을 수 없어요. reshape는 원소를 버리거나 채우지 않아요.`,
    `The ${formatNumber(sizeOf(a))} elements do not fill the shape ${to} exactly; reshape neither drops nor adds any.`,
  );
}

function success(op: Operation, a: Shape, b: Shape, shape: Shape, strides: Shape, say: Say): string {
  const made = shapeText(shape);
  const steps = shapeText(strides);
  if (op === 'broadcast')
    return say(
      `${shapeText(a)}와 ${shapeText(b)}를 뒤에서부터 맞추면 결과는 ${made} 모양이에요. 길이가 1이거나 없는 축은 값을 복사하지 않고 보폭 0으로 늘려 읽어요.`,
      `${shapeText(a)} and ${shapeText(b)}, aligned at the end, give ${made}. Axes of length 1 or missing ones are read with stride 0, without copying anything.`,
    );
  if (op === 'matmul')
    return say(
      `${shapeText(a)} @ ${shapeText(b)}는 맞닿는 축이 더해져 없어지고 ${made} 모양이 남아요.`,
      `${shapeText(a)} @ ${shapeText(b)} sums the axes that meet and leaves ${made}.`,
    );
  return say(
    `원소 ${formatNumber(sizeOf(a))}개를 그대로 ${made} 모양으로 읽어요. 보폭은 ${steps}이라서 첫 축으로 한 칸 가면 원소 ${formatNumber(strides[0] ?? 0)}개를 건너뛰어요.`,
    `The same ${formatNumber(sizeOf(a))} elements are read as ${made}. The strides are ${steps}: one step along the first axis skips ${formatNumber(strides[0] ?? 0)} elements.`,
  );
}

export const arrayShapes = defineDemo({
  id: 'array-shapes',
  title: { ko: '배열 모양(reshape·broadcast·matmul)', en: 'Array shapes: reshape, broadcast, matmul' },
  about: {
    ko: 'NumPy의 규칙으로 결과의 모양을 구해요. reshape는 a를 b 모양으로 바꾸고(b의 -1 하나는 자동), broadcast는 뒤에서부터 맞추고, matmul은 마지막 두 축을 곱해요. 보폭은 새 C 순서 배열의 원소 수예요.',
    en: "Finds the shape of the result by NumPy's rules: reshape turns a into shape b (one -1 is worked out), broadcast aligns from the end, matmul multiplies the last two axes. Strides count elements of a fresh array in C order.",
  },
  parameters: {
    op: choice(['reshape', 'broadcast', 'matmul'], 'reshape'),
    a: ints([5, 4], '1..6', '0..10000'),
    b: ints([2, -1], '1..6', '-1..10000'),
  },
  results: { ok: 'bool', shape: 'int[]', size: 'int', strides: 'int[]' },
  run({ op, a, b }) {
    const unknown = b.filter((side) => side === -1).length;
    if (op !== 'reshape' && unknown > 0)
      refuse('b', '-1은 reshape에서만 쓸 수 있어요.', 'may hold -1 with reshape only.');
    if (unknown > 1) refuse('b', '-1은 하나만 쓸 수 있어요.', 'may hold at most one -1.');
    const shape = RESULT[op](a, b);
    return shape === undefined
      ? { ok: false, shape: [], size: 0, strides: [] }
      : { ok: true, shape, size: sizeOf(shape), strides: stridesOf(shape) };
  },
  view({ op, a, b }, { ok, shape, size, strides }, say) {
    return {
      chart:
        (ok ? elementsPicture(op, a, b, shape, say) : undefined) ?? sidesPicture(op, ok, a, b, shape, say),
      see: ok ? success(op, a, b, shape, strides, say) : reason(op, a, b, say),
      numbers: ok
        ? [
            [say('결과 모양', 'shape of the result'), shapeText(shape)],
            [say('원소 수', 'elements'), formatNumber(size)],
            [say('보폭 (원소)', 'strides (elements)'), shapeText(strides)],
          ]
        : [
            [say('결과', 'result'), say('오류 (ValueError)', 'error (ValueError)')],
            [say('a의 원소 수', 'elements of a'), formatNumber(sizeOf(a))],
          ],
    };
  },
  variations: [
    {
      label: { ko: 'reshape(-1): 펼치기', en: 'reshape(-1): flatten' },
      change: () => ({ op: 'reshape', b: [-1] }),
    },
    {
      label: { ko: 'reshape(3, -1): 오류', en: 'reshape(3, -1): error' },
      change: () => ({ op: 'reshape', a: [5, 4], b: [3, -1] }),
    },
    {
      label: { ko: '(5, 1) + (4,)', en: '(5, 1) + (4,)' },
      change: () => ({ op: 'broadcast', a: [5, 1], b: [4] }),
    },
    {
      label: { ko: '(3, 4) @ (4, 2)', en: '(3, 4) @ (4, 2)' },
      change: () => ({ op: 'matmul', a: [3, 4], b: [4, 2] }),
    },
    {
      label: { ko: '배치 matmul', en: 'batched matmul' },
      change: () => ({ op: 'matmul', a: [8, 1, 3, 4], b: [5, 4, 2] }),
    },
  ],
});
