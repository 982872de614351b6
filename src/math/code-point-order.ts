/**
 * Compares two texts by their code points, for `sort`. The built-in order goes by UTF-16 units, which puts an emoji before
 * the full-width forms; Python and most libraries order by code point.
 */
export function byCodePoint(a: string, b: string): number {
  const [one, other] = [[...a], [...b]];
  const shared = Math.min(one.length, other.length);
  for (let i = 0; i < shared; i++) {
    const gap = (one[i]?.codePointAt(0) ?? 0) - (other[i]?.codePointAt(0) ?? 0);
    if (gap !== 0) return gap;
  }
  return one.length - other.length;
}
