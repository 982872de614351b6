import type { FormulaText } from './formula.ts';

/** Where a formula stands in a text: a range of the normalised text, end exclusive. */
export type Place = readonly [from: number, to: number];

const NOWHERE: readonly Place[] = [];

/** All places of a formula, in order; so are their ends. */
export function placesOf(key: string, text: FormulaText): readonly Place[] {
  if (key === '') return NOWHERE;
  const found: Place[] = [];
  for (let at = text.key.indexOf(key); at >= 0; at = text.key.indexOf(key, at + 1)) {
    const from = text.places[at] ?? 0;
    const to = (text.places[at + key.length - 1] ?? 0) + 1;
    // "x" of a formula is not the x inside "max".
    const inWord =
      at > 0 &&
      /[a-z]/.test(key.charAt(0)) &&
      /[a-z]/.test(text.key.charAt(at - 1)) &&
      text.places[at - 1] === from - 1;
    // "O(n)" is not what "O(n²)" says, nor "0.1" what "0.15" does.
    const next = text.key.charAt(at + key.length);
    const goesOn =
      (next === '^' && /[a-z0-9]$/.test(key)) ||
      (/\d/.test(next) && /\d$/.test(key) && text.places[at + key.length] === to);
    if (!inWord && !goesOn) found.push([from, to]);
  }
  return found;
}

/** The first of the places that has a part in a range: by bisection, as a text may have as many clauses as places. */
export function firstWithin(places: readonly Place[], from: number, to: number): Place | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.[1] ?? 0) > from) high = middle;
    else low = middle + 1;
  }
  const place = places[low];
  return place !== undefined && place[0] < to ? place : undefined;
}
