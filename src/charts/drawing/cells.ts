import { textWidth } from '../frame.ts';
import { mix } from '../mix.ts';
import { formatNumber } from '../number.ts';
import { DIVERGING, GREYS, GRID, INK, PAPER, SEQUENTIAL, TINTS } from '../theme.ts';
import { centred, element } from './element.ts';

/** Coloured cells in rows and columns, with a figure in each where it fits. */

export type Scale = 'sequential' | 'diverging' | 'classes' | 'marks' | 'grey';

const RAMPS: Readonly<Record<'sequential' | 'diverging' | 'grey', readonly string[]>> = {
  sequential: SEQUENTIAL,
  diverging: DIVERGING,
  grey: GREYS,
};

export interface Range {
  readonly min: number;
  readonly max: number;
}

export function rangeOf(values: readonly (readonly (number | null)[])[], scale: Scale): Range {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const row of values)
    for (const value of row) {
      if (value === null || !Number.isFinite(value)) continue;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  if (min > max) return { min: 0, max: 1 };
  if (scale === 'diverging') {
    const most = Math.max(Math.abs(min), Math.abs(max), Number.MIN_VALUE);
    return { min: -most, max: most };
  }
  if (min === max) return min === 0 ? { min: 0, max: 1 } : { min: Math.min(0, min), max: Math.max(0, max) };
  return { min, max };
}

/** The colour at `share` (0 to 1) of a scale. */
export function rampAt(scale: 'sequential' | 'diverging' | 'grey', share: number): string {
  const ramp = RAMPS[scale];
  const place = Math.min(1, Math.max(0, share)) * (ramp.length - 1);
  const low = Math.min(ramp.length - 2, Math.floor(place));
  return mix(ramp[low] ?? PAPER, ramp[low + 1] ?? PAPER, place - low);
}

export function cellColour(value: number | null, scale: Scale, range: Range): string {
  if (value === null || !Number.isFinite(value)) return '#F1F3F5';
  if (scale === 'classes') return TINTS[Math.abs(Math.trunc(value)) % TINTS.length] ?? PAPER;
  if (scale === 'marks') return value > 0 ? '#0072B2' : '#F1F4F7';
  return rampAt(scale, (value - range.min) / (range.max - range.min));
}

/** Dark or light ink, whichever reads better on the cell (relative luminance, WCAG 2.2). */
export function inkOn(colour: string): string {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return (luminance + 0.05) / 0.05 >= 1.05 / (luminance + 0.05) ? INK : PAPER;
}

export interface Grid {
  readonly values: readonly (readonly (number | null)[])[];
  readonly scale: Scale;
  readonly range: Range;
  /** Left upper corner and size of one cell, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly texts?: readonly (readonly string[])[];
  readonly chosen?: readonly (readonly [number, number])[];
}

const MAX_FIGURE = 27;
const MIN_FIGURE = 13;

function textOf(grid: Grid, row: number, column: number): string {
  if (grid.texts !== undefined) return grid.texts[row]?.[column] ?? '';
  const value = grid.values[row]?.[column];
  return value === null || value === undefined ? '–' : formatNumber(value, 3);
}

/** One size for all figures of a grid; 0 where they do not fit. */
function figureSize(grid: Grid): number {
  let widest = 0;
  for (const [row, line] of grid.values.entries())
    for (const column of line.keys()) widest = Math.max(widest, textWidth(textOf(grid, row, column), 1));
  if (widest === 0) return 0;
  const size = Math.min(MAX_FIGURE, grid.cellHeight * 0.6, ((grid.cellWidth - 6) * 0.96) / widest);
  return size >= MIN_FIGURE ? Math.floor(size) : 0;
}

export function cells(grid: Grid): string {
  const size = figureSize(grid);
  const gap = grid.cellWidth > 14 && grid.cellHeight > 14 ? 1.5 : 0;
  let drawn = '';
  for (const [row, line] of grid.values.entries()) {
    for (const [column, value] of line.entries()) {
      const fill = cellColour(value, grid.scale, grid.range);
      const x = grid.x + column * grid.cellWidth;
      const y = grid.y + row * grid.cellHeight;
      drawn += element('rect', {
        x,
        y,
        width: grid.cellWidth - gap,
        height: grid.cellHeight - gap,
        fill,
        stroke: gap > 0 && fill === PAPER ? GRID : undefined,
      });
      if (size > 0 && !(grid.scale === 'marks' && grid.texts === undefined))
        drawn += centred(
          textOf(grid, row, column),
          x + (grid.cellWidth - gap) / 2,
          y + (grid.cellHeight - gap) / 2,
          {
            size,
            colour: inkOn(fill),
          },
        );
    }
  }
  for (const [row, column] of grid.chosen ?? [])
    drawn += element('rect', {
      x: grid.x + column * grid.cellWidth + 1,
      y: grid.y + row * grid.cellHeight + 1,
      width: grid.cellWidth - gap - 2,
      height: grid.cellHeight - gap - 2,
      fill: 'none',
      stroke: '#D55E00',
      'stroke-width': 4,
    });
  return drawn;
}
