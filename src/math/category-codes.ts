/** Categories as whole numbers and as indicator vectors. */

/** By code point: JavaScript's own order compares UTF-16 units and puts U+1F600 before U+FF21. */
export function compareCodePoints(a: string, b: string): number {
  const one = [...a];
  const other = [...b];
  for (let i = 0; i < Math.min(one.length, other.length); i++) {
    const gap = (one[i]?.codePointAt(0) ?? 0) - (other[i]?.codePointAt(0) ?? 0);
    if (gap !== 0) return gap;
  }
  return one.length - other.length;
}

export interface CategoryCodes {
  /** Different labels in code-point order. */
  readonly classes: readonly string[];
  /** Index into `classes` of each label. */
  readonly codes: readonly number[];
}

export function categoryCodes(labels: readonly string[]): CategoryCodes {
  const classes = [...new Set(labels)].sort(compareCodePoints);
  const place = new Map(classes.map((name, index) => [name, index]));
  return { classes, codes: labels.map((label) => place.get(label) ?? 0) };
}

/** A 1 at the place of the code, 0 elsewhere. */
export function indicator(code: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => (i === code ? 1 : 0));
}
