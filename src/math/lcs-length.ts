/**
 * Length of the longest common subsequence of two lists, by dynamic programming over prefixes, one row at a time
 * (Wagner & Fischer, JACM 21(1), 1974). Time n * m, space m.
 */
export function lcsLength<T>(a: readonly T[], b: readonly T[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const item of a) {
    const next = [0];
    b.forEach((other, j) => {
      next.push(item === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    });
    row = next;
  }
  return row[b.length] ?? 0;
}
