import type { ImageChart, MatrixChart } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { type Shape, sizeOf } from '../../math/array-shape.ts';
import { matmul, range } from '../../math/vector.ts';
import type { Say } from '../demo.ts';

/** Pictures of array shapes: the elements themselves where they are few and flat, the sides as boxes otherwise. */

export type Operation = 'reshape' | 'broadcast' | 'matmul';

export function shapeText(shape: Shape): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

const MAX_SIDE = 12;

function isSmall(shape: Shape): boolean {
  return shape.length <= 2 && shape.every((side) => side >= 1 && side <= MAX_SIDE);
}

/** 0, 1, 2, … in C order as rows; a vector is one row, on the right of a matmul one column. */
function counted(shape: Shape, standing = false): number[][] {
  const columns = shape.length === 0 || (standing && shape.length === 1) ? 1 : (shape.at(-1) ?? 1);
  return range(sizeOf(shape) / columns).map((i) => range(columns).map((j) => i * columns + j));
}

/** Sum of two grids of which either side may be 1. */
function added(a: number[][], b: number[][]): number[][] {
  const at = (grid: number[][], i: number, j: number): number => {
    const row = grid[grid.length === 1 ? 0 : i] ?? [];
    return row[row.length === 1 ? 0 : j] ?? 0;
  };
  const columns = Math.max(a[0]?.length ?? 0, b[0]?.length ?? 0);
  return range(Math.max(a.length, b.length)).map((i) => range(columns).map((j) => at(a, i, j) + at(b, i, j)));
}

/** Undefined where an array is too large or has more than two axes. */
export function elementsPicture(
  op: Operation,
  a: Shape,
  b: Shape,
  shape: Shape,
  say: Say,
): ImageChart | undefined {
  if (![a, ...(op === 'reshape' ? [] : [b]), shape].every(isSmall)) return undefined;
  const image = (title: string, values: number[][], chosen: [number, number][] = []) => ({
    title,
    values,
    scale: 'sequential' as const,
    chosen,
  });
  const left = counted(a);
  const subtitle = say(
    '값은 0부터 C 순서(행 먼저)로 채웠어요',
    'filled with 0, 1, 2, … in C order (row by row)',
  );
  if (op === 'reshape')
    return {
      kind: 'images',
      title: say('reshape: 순서는 그대로, 모양만', 'reshape: the order stays, the shape changes'),
      subtitle,
      images: [image(`a ${shapeText(a)}`, left), image(`a.reshape → ${shapeText(shape)}`, counted(shape))],
    };
  const right = counted(b, op === 'matmul');
  if (op === 'broadcast')
    return {
      kind: 'images',
      title: say('broadcast: 길이 1인 축을 늘려서 더하기', 'broadcast: axes of length 1 are stretched'),
      subtitle,
      images: [
        image(`a ${shapeText(a)}`, left),
        image(`b ${shapeText(b)}`, right),
        image(`a + b ${shapeText(shape)}`, added(left, right)),
      ],
    };
  const product = matmul(left, right);
  return {
    kind: 'images',
    title: say('matmul: a의 행과 b의 열의 내적', 'matmul: rows of a times columns of b'),
    subtitle: say(
      `${subtitle} (주황: 첫 칸을 만드는 행과 열)`,
      `${subtitle} (orange: what makes the first cell)`,
    ),
    images: [
      image(
        `a ${shapeText(a)}`,
        left,
        (left[0] ?? []).map((_, j): [number, number] => [0, j]),
      ),
      image(
        `b ${shapeText(b)}`,
        right,
        right.map((_, i): [number, number] => [i, 0]),
      ),
      image(`a @ b ${shapeText(shape)}`, product, [[0, 0]]),
    ],
  };
}

/** Tints of the boxes, in the order of the theme. */
const PLAIN = 0;
const CLASH = 1;
const MATCH = 2;

interface Aligned {
  readonly a: (number | null)[];
  readonly b: (number | null)[];
  readonly shape: (number | null)[];
}

function padded(shape: Shape, rank: number, after = 0): (number | null)[] {
  const before = rank - shape.length - after;
  return [...range(before).map(() => null), ...shape, ...range(after).map(() => null)];
}

/** Sides under one another as the operation compares them. */
function aligned(op: Operation, a: Shape, b: Shape, shape: Shape): Aligned {
  if (op === 'reshape') {
    const rank = Math.max(a.length, b.length, shape.length);
    const left = (one: Shape) => padded(one, rank, rank - one.length);
    return { a: left(a), b: left(b), shape: left(shape) };
  }
  const column = op === 'matmul' && b.length === 1 ? 1 : 0;
  const rank = Math.max(a.length, b.length + column, shape.length);
  const taken = op === 'matmul' && b.length === 1 ? 1 : 0;
  return { a: padded(a, rank), b: padded(b, rank, column), shape: padded(shape, rank, taken) };
}

function colourOf(op: Operation, ok: boolean, one: Aligned, row: 'a' | 'b' | 'shape', axis: number): number {
  const [a = null, b = null] = [one.a[axis], one.b[axis]];
  if (op === 'reshape') return row === 'b' && (b === -1 || !ok) ? (ok ? MATCH : CLASH) : PLAIN;
  const inner = op === 'matmul' && axis >= one.a.length - 2;
  if (inner) {
    const [last, before] = [one.a.at(-1), one.b.at(-2)];
    const meets = (row === 'a' && axis === one.a.length - 1) || (row === 'b' && axis === one.b.length - 2);
    return meets ? (last === before ? MATCH : CLASH) : PLAIN;
  }
  if (a !== null && b !== null && a !== b) {
    if (a !== 1 && b !== 1) return row === 'shape' ? PLAIN : CLASH;
    return op === 'broadcast' && one[row][axis] === 1 ? MATCH : PLAIN;
  }
  return PLAIN;
}

/** The sides of both arrays and of the result as boxes, one axis a column. */
export function sidesPicture(
  op: Operation,
  ok: boolean,
  a: Shape,
  b: Shape,
  shape: Shape,
  say: Say,
): MatrixChart {
  const sides = aligned(op, a, b, shape);
  const rows = ok ? (['a', 'b', 'shape'] as const) : (['a', 'b'] as const);
  const rank = Math.max(1, sides.a.length);
  const clash = say('주황: 맞지 않는 축', 'orange: axes that clash');
  const match = {
    reshape: say('초록: -1이 정해지는 축', 'green: the axis that -1 stands for'),
    broadcast: say('초록: 늘어나는 축', 'green: axes that are stretched'),
    matmul: say('초록: 맞닿는(더해 없어지는) 축', 'green: axes that meet and are summed away'),
  }[op];
  return {
    kind: 'matrix',
    title: say(`${op}: 두 모양의 축`, `${op}: the axes of both shapes`),
    subtitle: ok ? match : clash,
    x: {
      name:
        op === 'reshape'
          ? say('축 (앞에서부터)', 'axis (from the front)')
          : say('축 (뒤에서부터)', 'axis (from the end)'),
    },
    y: { name: '' },
    columns: range(rank).map((axis) => formatNumber(op === 'reshape' ? axis : axis - rank)),
    rows: rows.map((row) => (row === 'shape' ? say('결과', 'result') : row)),
    values: rows.map((row) =>
      range(rank).map((axis) =>
        (sides[row][axis] ?? null) === null ? null : colourOf(op, ok, sides, row, axis),
      ),
    ),
    cells: rows.map((row) =>
      range(rank).map((axis) => {
        const side = sides[row][axis] ?? null;
        return side === null ? '' : formatNumber(side);
      }),
    ),
    scale: 'classes',
    value: say('길이', 'length'),
  };
}
