import type { EChartsOption } from 'echarts';
import { headingOf, LEGEND, legendRows, MARGIN, type Size, textWidth } from '../frame.ts';
import type { Axis, Chart, Colour, Marker, XySeries } from '../model.ts';
import { formatNumber, scientific } from '../number.ts';
import { AXIS, COLOURS, FONT, GRID, INK, PAPER, SIZE, SOFT_INK } from '../theme.ts';

/** What the plots with axes have in common, as pieces of an echarts option. */

export type Option = EChartsOption;
export type SeriesOption = Exclude<NonNullable<Option['series']>, readonly unknown[]>;

export interface Base {
  readonly option: Option;
  /** Upper edge of the plot area, from the top of the sheet. */
  readonly top: number;
}

const TICKS = { small: 4, large: 6 } as const;

export function isSmall(size: Size): boolean {
  return size.width < 700;
}

export function textSize(size: Size): number {
  return isSmall(size) ? SIZE.small - 1 : SIZE.small + 1;
}

interface LegendEntry {
  readonly name: string;
  /** Of a series of lines or points; bars have none. */
  readonly look?: XySeries['look'];
}

const STROKE = 'path://M0,0H28V4H0Z';
const DASHES = 'path://M0,0H11V4H0ZM17,0H28V4H17Z';

/** A legend shows a series as it is drawn: a stroke for a line, a dot for points. */
function legendIcon(look: LegendEntry['look']): string | undefined {
  switch (look) {
    case undefined:
      return 'roundRect';
    case 'line':
    case 'step':
    case 'area':
      return STROKE;
    case 'dashed':
      return DASHES;
    case 'points':
    case 'stems':
      return 'circle';
    case 'hollow':
    case 'crosses':
    case 'line-points':
    case 'path':
      return undefined;
  }
}

function titles(chart: Pick<Chart, 'title'> & { subtitle?: string }, size: Size): Option['title'] {
  return headingOf(chart, size).lines.map((line) => ({
    text: line.text,
    left: MARGIN - 5,
    top: line.y - line.size - 4,
    textStyle: {
      fontSize: line.size,
      fontWeight: line.weight === 600 ? 600 : 400,
      color: line.colour,
      fontFamily: FONT,
    },
  }));
}

/** Sheet, title, legend and plot area. The legend stands between title and plot and takes as many rows as it needs. */
export function base(
  chart: Pick<Chart, 'title'> & { subtitle?: string },
  size: Size,
  entries: readonly LegendEntry[],
  yName: string,
  right = 34,
): Base {
  const heading = headingOf(chart, size);
  const legend = legendRows(
    entries.map((entry) => entry.name),
    size,
  );
  const nameRow = yName === '' ? 10 : 32;
  const top = heading.bottom + (legend.height > 0 ? legend.height + 6 : 4) + nameRow;
  const gridTop = top;
  const titleList = titles(chart, size);
  const yTitle = {
    text: yName,
    left: MARGIN - 5,
    top: gridTop - 32,
    textStyle: { fontSize: textSize(size), fontWeight: 400 as const, color: SOFT_INK, fontFamily: FONT },
  };
  return {
    top: gridTop,
    option: {
      animation: false,
      backgroundColor: PAPER,
      textStyle: { fontFamily: FONT },
      title: [...(Array.isArray(titleList) ? titleList : []), ...(yName === '' ? [] : [yTitle])],
      legend: {
        show: entries.length > 0,
        left: MARGIN - 6,
        top: heading.bottom + 2,
        width: size.width - 2 * MARGIN + 12,
        itemWidth: LEGEND.mark,
        itemHeight: 14,
        itemGap: LEGEND.gap - 6,
        selectedMode: false,
        data: entries.map((entry) => {
          const icon = legendIcon(entry.look);
          return icon === undefined ? entry.name : { name: entry.name, icon };
        }),
        textStyle: { fontSize: SIZE.small, color: INK, fontFamily: FONT },
      },
      grid: {
        left: MARGIN,
        right,
        top: gridTop,
        bottom: 14,
        outerBoundsMode: 'same',
        outerBoundsContain: 'all',
      },
    },
  };
}

/** Ticks stand close together, so millions are written as powers of ten. */
export function axisNumber(value: number): string {
  return Math.abs(value) >= 1e6 ? scientific(value, 3) : formatNumber(value, 5);
}

export function axisOption(axis: Axis, size: Size, which: 'x' | 'y'): Record<string, unknown> {
  const font = textSize(size);
  return {
    type: axis.log === true ? 'log' : 'value',
    name: which === 'x' ? axis.name : undefined,
    nameLocation: 'middle',
    nameGap: font + 20,
    nameTextStyle: { fontSize: font, color: SOFT_INK, fontFamily: FONT },
    scale: true,
    splitNumber: isSmall(size) ? TICKS.small : TICKS.large,
    // Shares: steps that end at 1 instead of 0.9 and then 1.
    interval:
      axis.log !== true && axis.min === 0 && axis.max === 1 ? (isSmall(size) ? 0.25 : 0.2) : undefined,
    minInterval: axis.whole === true ? 1 : undefined,
    min: axis.min,
    max: axis.max,
    axisLabel: {
      fontSize: font,
      color: SOFT_INK,
      fontFamily: FONT,
      hideOverlap: true,
      formatter: axisNumber,
    },
    axisLine: { show: true, onZero: false, lineStyle: { color: AXIS, width: 1.5 } },
    axisTick: { show: which === 'x', lineStyle: { color: AXIS } },
    splitLine: { show: true, lineStyle: { color: GRID, width: 1 } },
  };
}

/** Labels without those of the two ends, for axes whose ends are odd numbers. */
export function edgeless(axis: Axis, size: Size, which: 'x' | 'y'): Record<string, unknown> {
  const { axisLabel } = axisOption(axis, size, which) as { axisLabel: Record<string, unknown> };
  return { ...axisLabel, showMinLabel: false, showMaxLabel: false };
}

/** Room that the longest of these texts takes beside a plot. */
export function roomFor(texts: readonly string[], size: number): number {
  return texts.reduce((most, text) => Math.max(most, textWidth(text, size)), 0);
}

/** Lines across the plot, carried by a series without data. */
export function markerSeries(marks: readonly Marker[] | undefined, size: Size): SeriesOption[] {
  if (marks === undefined || marks.length === 0) return [];
  const data = marks.map((mark) => {
    const colour = COLOURS[mark.colour ?? 'black'];
    return {
      [mark.axis === 'x' ? 'xAxis' : 'yAxis']: mark.at,
      lineStyle: { color: colour, type: [7, 6], width: 2 },
      label: {
        formatter: mark.label,
        position: mark.axis === 'x' ? 'end' : 'insideEndTop',
        rotate: 0,
        distance: 5,
        color: colour,
        fontSize: textSize(size) - 1,
        fontFamily: FONT,
        textBorderColor: PAPER,
        textBorderWidth: 4,
      },
    };
  });
  return [
    {
      type: 'line',
      data: [],
      // By default echarts rounds the place of a line to two decimals.
      markLine: { symbol: 'none', silent: true, animation: false, precision: -1, data },
    } as unknown as SeriesOption,
  ];
}

/** The ticks of a logarithmic axis below this would underflow, and nothing would be drawn. */
export const LEAST_ON_LOG = 1e-250;

/** A logarithmic axis has no place for values of 0 and less. */
export function onAxis(value: number | null, axis: Axis): number | null {
  return value !== null && axis.log === true && value < LEAST_ON_LOG ? null : value;
}

export function namedColour(colour: Colour): string {
  return COLOURS[colour];
}
