import type { Axis, Colour, XySeries } from '../../charts/model.ts';
import { ORDER } from '../../charts/theme.ts';
import { distinct, extent } from '../../math/summary.ts';
import { column, linspace, type Rows } from '../../math/vector.ts';
import type { Say } from '../demo.ts';

/** Pieces of pictures of labelled rows in the plane of their first two features. */

/** More names than this would fill the picture with its legend. */
const LISTED = 8;

export function colourAt(index: number): Colour {
  return ORDER[index % ORDER.length] ?? 'blue';
}

/** One series a label, with the colours in order of `labels`. */
export function groupSeries(
  at: { readonly x: readonly number[]; readonly y: readonly number[] },
  groups: readonly number[],
  labels: readonly number[],
  name: (label: number) => string,
): XySeries[] {
  return labels.map((label, index) => {
    const own = groups.flatMap((group, i) => (group === label ? [i] : []));
    return {
      name: name(label),
      x: own.map((i) => at.x[i] ?? 0),
      y: own.map((i) => at.y[i] ?? 0),
      look: 'points',
      colour: colourAt(index),
      ...(index < LISTED ? {} : { unlisted: true }),
    };
  });
}

export function classSeries(
  at: { readonly x: readonly number[]; readonly y: readonly number[] },
  y: readonly number[],
  say: Say,
): XySeries[] {
  return groupSeries(at, y, distinct(y), (label) => say(`클래스 ${label}`, `class ${label}`));
}

/** Places of rows by their first two features; one feature alone lies on the axis. */
export function placesOf(rows: Rows): { readonly x: number[]; readonly y: number[] } {
  return {
    x: column(rows, 0),
    y: rows.map((row) => row[1] ?? 0),
  };
}

export function featureAxes(features: number): { readonly x: Axis; readonly y: Axis } {
  return { x: { name: 'x0' }, y: { name: features > 1 ? 'x1' : '' } };
}

/** Says that not all features are to be seen; empty where they are. */
export function hiddenFeatures(features: number, say: Say): string {
  return features > 2
    ? say(
        `특성 ${features}개 가운데 처음 두 개만 그렸어요`,
        `only the first two of ${features} features are drawn`,
      )
    : '';
}

/** Axes with the same unit are of use only where one of them would not be squeezed to nothing. */
export function nearlySquare(at: { readonly x: readonly number[]; readonly y: readonly number[] }): boolean {
  const [x, y] = [extent(at.x), extent(at.y)];
  const [width, height] = [x.max - x.min, y.max - y.min];
  return width <= 8 * height && height <= 4 * width;
}

export function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

/** Equally spaced values over a list's range and a margin round it. */
export function gridOver(values: readonly number[], count: number): number[] {
  const { min, max } = extent(values);
  const pad = max > min ? (max - min) * 0.15 : 1;
  return linspace(min - pad, max + pad, count);
}
