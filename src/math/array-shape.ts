/** Shapes of arrays by numpy's rules; undefined where an operation does not go. An empty shape is a scalar. */

export type Shape = readonly number[];

/** Number of elements, exact for any shape. */
function exactSize(shape: Shape): bigint {
  return shape.reduce((product, side) => product * BigInt(side), 1n);
}

export function sizeOf(shape: Shape): number {
  return Number(exactSize(shape));
}

/** Elements between neighbours along each axis of a fresh array in C order; 0 throughout where there are no elements. */
export function stridesOf(shape: Shape): number[] {
  const empty = shape.includes(0);
  return shape.map((_, axis) => (empty ? 0 : sizeOf(shape.slice(axis + 1))));
}

/** numpy.reshape: as many elements as before; one side may be -1, which stands for what is left over. */
export function reshaped(shape: Shape, target: Shape): number[] | undefined {
  const size = exactSize(shape);
  const known = exactSize(target.filter((side) => side !== -1));
  if (!target.includes(-1)) return known === size ? [...target] : undefined;
  // Beside a 0 any length would fit, so numpy refuses to choose one.
  if (known === 0n || size % known !== 0n) return undefined;
  return target.map((side) => (side === -1 ? Number(size / known) : side));
}

/** Aligned at the last axis, sides are equal or one of them is 1 (numpy, "Broadcasting"). */
export function broadcast(a: Shape, b: Shape): number[] | undefined {
  const rank = Math.max(a.length, b.length);
  const shape: number[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const left = a[axis - rank + a.length] ?? 1;
    const right = b[axis - rank + b.length] ?? 1;
    if (left !== right && left !== 1 && right !== 1) return undefined;
    shape.push(left === 1 ? right : left);
  }
  return shape;
}

/**
 * numpy.matmul: the last axis of a meets the last but one of b, the axes before them are broadcast. A vector stands as a row on
 * the left or as a column on the right, and that axis is taken out of the result again.
 */
export function multiplied(a: Shape, b: Shape): number[] | undefined {
  const left = a.length === 1 ? [1, ...a] : a;
  const right = b.length === 1 ? [...b, 1] : b;
  if (left.at(-1) !== right.at(-2)) return undefined;
  const batch = broadcast(left.slice(0, -2), right.slice(0, -2));
  if (batch === undefined) return undefined;
  return [
    ...batch,
    ...(a.length === 1 ? [] : [left.at(-2) ?? 1]),
    ...(b.length === 1 ? [] : [right.at(-1) ?? 1]),
  ];
}
