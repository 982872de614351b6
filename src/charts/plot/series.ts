import type { Size } from '../frame.ts';
import type { Axis, XySeries } from '../model.ts';
import { colourOf, FONT, INK, PAPER } from '../theme.ts';
import { type Point, withoutFarAway } from './clip.ts';
import { isSmall, onAxis, type SeriesOption, textSize } from './parts.ts';

/** Lines and points of a plot as echarts series. */

const SYMBOL: Readonly<Record<XySeries['look'], string>> = {
  line: 'none',
  dashed: 'none',
  step: 'none',
  points: 'circle',
  // Filled with the paper: echarts would paint the edge of its emptyCircle in the fill's colour.
  hollow: 'circle',
  crosses: 'path://M0,0L10,10M10,0L0,10',
  'line-points': 'circle',
  stems: 'circle',
  area: 'none',
  path: 'circle',
};

function points(series: XySeries, x: Axis, y: Axis): Point[] {
  const list: Point[] = [];
  for (let i = 0; i < series.x.length; i++) {
    const at = onAxis(series.x[i] ?? null, x);
    if (at !== null) list.push([at, onAxis(series.y[i] ?? null, y)]);
  }
  return list;
}

function symbolSize(look: XySeries['look'], count: number, small: boolean): number {
  if (look === 'path') return small ? 5 : 7;
  const base = count > 150 ? 7 : count > 40 ? 10 : 13;
  return small ? base - 3 : base;
}

function withLabels(data: readonly Point[], series: XySeries, size: Size): unknown[] {
  if (series.labels === undefined) return [...data];
  return data.map((value, index) => {
    const text = series.labels?.[index] ?? '';
    return text === ''
      ? { value }
      : {
          value,
          label: {
            show: true,
            formatter: text.replaceAll(/[{}]/g, ''),
            position: index % 2 === 0 ? 'top' : 'right',
            fontSize: textSize(size) - 1,
            color: INK,
            fontFamily: FONT,
            textBorderColor: PAPER,
            textBorderWidth: 3,
          },
        };
  });
}

/** The first point of a path is hollow, the last one large. */
function pathData(data: readonly Point[], colour: string, small: boolean): unknown[] {
  return data.map((value, index) => {
    if (index === data.length - 1 && index > 0)
      return {
        value,
        symbolSize: small ? 13 : 18,
        itemStyle: { color: colour, borderColor: PAPER, borderWidth: 2 },
      };
    if (index === 0)
      return {
        value,
        symbolSize: small ? 11 : 15,
        itemStyle: { color: PAPER, borderColor: colour, borderWidth: 3 },
      };
    return { value };
  });
}

function stemData(data: readonly Point[], floor: number): Point[] {
  return data.flatMap(([x, y]): Point[] => [
    [x, floor],
    [x, y],
    [x, null],
  ]);
}

const CROWDED = 2500;

function styleOf(series: XySeries, colour: string, small: boolean): Record<string, unknown> {
  const width = small ? 2.5 : 3.5;
  const line = { color: colour, width, type: series.look === 'dashed' ? [9, 7] : 'solid' };
  switch (series.look) {
    case 'line':
    case 'dashed':
      return { type: 'line', showSymbol: false, lineStyle: line };
    case 'step':
      return { type: 'line', step: 'end', showSymbol: false, lineStyle: line };
    case 'area':
      return {
        type: 'line',
        showSymbol: false,
        lineStyle: line,
        areaStyle: { color: colour, opacity: 0.18 },
      };
    case 'line-points':
      return { type: 'line', showSymbol: true, lineStyle: line };
    case 'path':
      return { type: 'line', showSymbol: true, lineStyle: { ...line, width: small ? 1.5 : 2.2 } };
    case 'points':
    case 'hollow':
    case 'crosses':
    case 'stems':
      return { type: 'scatter' };
  }
}

/** One series of the model; a stem plot takes two of echarts'. */
export function seriesOf(series: XySeries, index: number, x: Axis, y: Axis, size: Size): SeriesOption[] {
  const colour = colourOf(series.colour, index);
  const small = isSmall(size);
  const data = withoutFarAway(points(series, x, y), x, y, series.look);
  const hollow = series.look === 'hollow';
  const cross = series.look === 'crosses';
  const main = {
    name: series.name,
    ...styleOf(series, colour, small),
    symbol: SYMBOL[series.look],
    symbolSize: symbolSize(series.look, data.length, small),
    itemStyle: {
      color: hollow ? PAPER : colour,
      borderColor: hollow || cross ? colour : PAPER,
      borderWidth: hollow || cross ? 3 : 1,
      opacity: 1,
    },
    color: colour,
    // Clipping would draw every line twice (as a mask), and our axes hold all values anyway unless they are cut short.
    clip: cutShort(x) || cutShort(y),
    data: series.look === 'path' ? pathData(data, colour, small) : withLabels(data, series, size),
    labelLayout: { hideOverlap: true },
    large: data.length > CROWDED,
    z: series.look.startsWith('line') || series.look === 'dashed' ? 3 : 4,
  } as unknown as SeriesOption;
  if (series.look !== 'stems') return [main];
  const stems = {
    type: 'line',
    showSymbol: false,
    silent: true,
    lineStyle: { color: colour, width: small ? 2 : 3 },
    data: stemData(data, y.min ?? 0),
  } as unknown as SeriesOption;
  return [stems, main];
}

function cutShort(axis: Axis): boolean {
  return axis.min !== undefined || axis.max !== undefined;
}
