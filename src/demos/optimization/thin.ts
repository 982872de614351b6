/** Indices of at most about `most` of `count` points, evenly spread, the last always among them. */
export function thin(count: number, most: number): number[] {
  const stride = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: count }, (_, i) => i).filter((i) => i % stride === 0 || i === count - 1);
}
