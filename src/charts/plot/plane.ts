import { contours } from 'd3-contour';
import type { Size } from '../frame.ts';
import { mix } from '../mix.ts';
import type { PlaneChart } from '../model.ts';
import { formatNumber } from '../number.ts';
import { GRID, SEQUENTIAL, SOFT_INK, TINTS } from '../theme.ts';
import { axisOption, base, edgeless, type Option, type SeriesOption } from './parts.ts';
import { seriesOf } from './series.ts';

/** A field over the plane, drawn as contours (marching squares, d3-contour), with points and paths on top. */

type Field = PlaneChart['field'];

const LEVELS = { contours: 14, colours: 24 } as const;

function levelsOf(field: Field): number[] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const row of field.z)
    for (const value of row) {
      if (!Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  if (!(high > low)) return [];
  const count = LEVELS[field.show === 'colours' ? 'colours' : 'contours'];
  const steps = Array.from({ length: count }, (_, i) => (i + 1) / (count + 1));
  if (field.log !== true) return steps.map((step) => low + (high - low) * step);
  const floor = Math.max(low, high * 1e-5, Number.MIN_VALUE);
  return steps.map((step) => floor * (high / floor) ** step);
}

interface Band {
  readonly rings: readonly (readonly (readonly [number, number])[])[];
  readonly fill: string;
  readonly stroke: string | undefined;
}

/** Grid places (cell centres at +0.5) to values of the axes. */
function toAxis(values: readonly number[], place: number): number {
  const first = values[0] ?? 0;
  const step = ((values.at(-1) ?? first) - first) / Math.max(1, values.length - 1);
  const at = first + step * (place - 0.5);
  return Math.min(
    Math.max(at, Math.min(first, values.at(-1) ?? first)),
    Math.max(first, values.at(-1) ?? first),
  );
}

function rampColour(share: number): string {
  const place = Math.min(0.999, Math.max(0, share)) * (SEQUENTIAL.length - 1);
  const [from = '#ffffff', to = '#000000'] = [
    SEQUENTIAL[Math.floor(place)],
    SEQUENTIAL[Math.floor(place) + 1],
  ];
  return mix(from, to, place - Math.floor(place));
}

function ringsOf(field: Field, values: readonly number[], level: number): Band['rings'] {
  const [shape] = contours().size([field.xs.length, field.ys.length]).thresholds([level])([...values]);
  return (shape?.coordinates ?? []).flatMap((polygon) =>
    polygon.map((ring) => ring.map(([x = 0, y = 0]) => [toAxis(field.xs, x), toAxis(field.ys, y)] as const)),
  );
}

function bandsOf(field: Field): Band[] {
  const flat = field.z.flat();
  if (field.show === 'classes') {
    const classes = [...new Set(flat)].sort((a, b) => a - b);
    return classes.map((one) => ({
      rings: ringsOf(
        field,
        flat.map((value) => (value === one ? 1 : 0)),
        0.5,
      ),
      fill: TINTS[one % TINTS.length] ?? GRID,
      stroke: undefined,
    }));
  }
  const levels = levelsOf(field);
  return levels.map((level, index) => ({
    rings: ringsOf(field, flat, level),
    fill: rampColour(((index + 1) / (levels.length + 1)) * (field.show === 'contours' ? 0.72 : 1)),
    stroke: field.show === 'contours' ? '#7FA9C6' : undefined,
  }));
}

interface Api {
  coord(value: readonly [number, number]): [number, number];
}

function pathOf(band: Band, api: Api): string {
  return band.rings
    .map((ring) => {
      const places = ring.map((place) =>
        api
          .coord(place)
          .map((value) => Math.round(value * 10) / 10)
          .join(','),
      );
      return `M${places.join('L')}Z`;
    })
    .join('');
}

function fieldSeries(field: Field): SeriesOption {
  const bands = bandsOf(field);
  return {
    type: 'custom',
    silent: true,
    clip: true,
    z: 1,
    data: bands.map((_, index) => [index]),
    renderItem: (params: { dataIndex: number }, api: Api) => {
      const band = bands[params.dataIndex];
      return {
        type: 'path',
        shape: { pathData: band === undefined ? '' : pathOf(band, api), layout: 'none' },
        style: { fill: band?.fill ?? 'none', stroke: band?.stroke, lineWidth: 0.8 },
      };
    },
  } as unknown as SeriesOption;
}

function extent(values: readonly number[]): { min: number; max: number } {
  return { min: Math.min(...values), max: Math.max(...values) };
}

/** Names the lightest and the darkest value in the corner, as contour lines carry no figures. */
function scaleNote(field: Field): string {
  const flat = field.z.flat().filter(Number.isFinite);
  if (field.show === 'classes' || flat.length === 0) return '';
  const { min, max } = flat.reduce(
    (span, value) => ({ min: Math.min(span.min, value), max: Math.max(span.max, value) }),
    { min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY },
  );
  return `${field.name}: ${formatNumber(min, 3)} ○ → ● ${formatNumber(max, 3)}`;
}

export function planeOption(chart: PlaneChart, size: Size): Option {
  const shown = chart.series.filter((one) => one.unlisted !== true);
  const { option } = base(chart, size, shown, chart.y.name);
  const x = { ...chart.x, ...extent(chart.field.xs) };
  const y = { ...chart.y, ...extent(chart.field.ys) };
  const note = scaleNote(chart.field);
  const titles = Array.isArray(option.title) ? option.title : [];
  const corner = {
    text: note,
    right: 28,
    top: Number(titles.at(-1)?.top ?? 0),
    textStyle: { fontSize: 16, fontWeight: 400, color: SOFT_INK },
  };
  return {
    ...option,
    title: note === '' ? titles : [...titles, corner],
    xAxis: {
      ...axisOption(x, size, 'x'),
      splitLine: { show: false },
      axisLabel: edgeless(x, size, 'x'),
    },
    yAxis: { ...axisOption(y, size, 'y'), splitLine: { show: false }, axisLabel: edgeless(y, size, 'y') },
    series: [
      fieldSeries(chart.field),
      ...chart.series.flatMap((one, index) => seriesOf(one, index, x, y, size)),
    ],
  } as Option;
}
