import type { Axis, XySeries } from '../model.ts';

/**
 * Takes away what lies far outside axes with fixed ends. The plot's edge would hide it anyway, but the renderer (resvg) gives
 * up, and takes the process with it, on shapes that reach several canvases out of the picture.
 */

export type Point = [number, number | null];

interface Span {
  readonly low: number;
  readonly high: number;
}

/** Spans of the axis beyond its ends that are left alone. */
const BEYOND = 1;

function scaled(value: number, axis: Axis): number {
  return axis.log === true ? Math.log10(value) : value;
}

function unscaled(value: number, axis: Axis): number {
  return axis.log === true ? 10 ** value : value;
}

/** Everything, where the axis is as long as its values need. */
function spanOf(values: readonly number[], axis: Axis): Span {
  const all = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  if (axis.min === undefined && axis.max === undefined) return all;
  let low = axis.min === undefined ? Number.POSITIVE_INFINITY : scaled(axis.min, axis);
  let high = axis.max === undefined ? Number.NEGATIVE_INFINITY : scaled(axis.max, axis);
  for (const value of values) {
    if (axis.min === undefined) low = Math.min(low, value);
    if (axis.max === undefined) high = Math.max(high, value);
  }
  if (!(high > low)) return all;
  const room = (high - low) * BEYOND;
  return { low: low - room, high: high + room };
}

type Place = readonly [number, number];

function within([x, y]: Place, across: Span, up: Span): boolean {
  return x >= across.low && x <= across.high && y >= up.low && y <= up.high;
}

/** The part of the way from a to b inside the box as shares of it (Liang & Barsky, ACM TOG 3(1), 1984). */
function visiblePart(a: Place, b: Place, across: Span, up: Span): readonly [number, number] | undefined {
  let [from, to] = [0, 1];
  for (const [i, span] of [across, up].entries()) {
    const start = a[i] ?? 0;
    const length = (b[i] ?? 0) - start;
    if (length === 0 && (start < span.low || start > span.high)) return undefined;
    if (length === 0) continue;
    const [one, other] = [(span.low - start) / length, (span.high - start) / length];
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
  }
  return from < to ? [from, to] : undefined;
}

/** Points of a line, ended and begun again where it crosses the edge of the box; lone points outside become gaps. */
export function withoutFarAway(points: readonly Point[], x: Axis, y: Axis, look: XySeries['look']): Point[] {
  const places = points.map(([at, value]): Place | undefined =>
    value === null ? undefined : [scaled(at, x), scaled(value, y)],
  );
  const known = places.filter((place) => place !== undefined);
  const across = spanOf(
    known.map(([at]) => at),
    x,
  );
  const up = spanOf(
    known.map(([, value]) => value),
    y,
  );
  if (known.every((place) => within(place, across, up))) return [...points];
  const joined = !['points', 'hollow', 'crosses', 'stems'].includes(look);
  return points.flatMap((point, i): Point[] => {
    const [before, here] = [places[i - 1], places[i]];
    if (here === undefined) return [point];
    const inside = within(here, across, up);
    const gap: Point = [point[0], null];
    if (!joined || before === undefined || (inside && within(before, across, up)))
      return [inside ? point : gap];
    const part = visiblePart(before, here, across, up);
    if (part === undefined) return [gap];
    const at = (share: number): Point => [
      unscaled(before[0] + (here[0] - before[0]) * share, x),
      unscaled(before[1] + (here[1] - before[1]) * share, y),
    ];
    return [...(part[0] > 0 ? [at(part[0])] : []), ...(inside ? [point] : [at(part[1]), gap])];
  });
}
