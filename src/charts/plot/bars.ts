import { MARGIN, type Size, textWidth } from '../frame.ts';
import type { BarChart, BarSeries } from '../model.ts';
import { formatNumber } from '../number.ts';
import { colourOf, FONT, INK, MUTED, PAPER } from '../theme.ts';
import {
  axisOption,
  base,
  LEAST_ON_LOG,
  markerSeries,
  type Option,
  onAxis,
  roomFor,
  type SeriesOption,
  textSize,
} from './parts.ts';

/** Bars by category, side by side or stacked, upright or lying. */

/** Figures at the bars are written only where each bar has this much room (in em of its text). */
const FIGURE_ROOM = 1.02;
/** A border round thinner bars would leave nothing of them. */
const MAX_BORDERED = 60;

function figuresFit(chart: BarChart, size: Size): boolean {
  if (chart.figures === false || (chart.stacked === true && chart.series.length > 1)) return false;
  const bars = chart.categories.length * chart.series.length;
  if (chart.horizontal === true) return (size.height - 170) / bars >= 19;
  const longest = roomFor(
    chart.series.flatMap((one) => textsOf(one)),
    textSize(size) - 1,
  );
  return longest * FIGURE_ROOM <= ((size.width - 130) / bars) * 0.92;
}

function textsOf(series: BarSeries): string[] {
  return series.values.map(
    (value, index) => series.notes?.[index] ?? (value === null ? '' : formatNumber(value, 3)),
  );
}

function barSeries(
  chart: BarChart,
  series: BarSeries,
  index: number,
  size: Size,
  figures: boolean,
): SeriesOption {
  const colour = colourOf(series.colour, index);
  const texts = textsOf(series);
  const chosen = chart.chosen === undefined ? undefined : new Set(chart.chosen);
  return {
    type: 'bar',
    name: series.name,
    stack: chart.stacked === true ? 'all' : undefined,
    color: colour,
    barMaxWidth: 90,
    barCategoryGap: '26%',
    barGap: '6%',
    data: series.values.map((value, at) => ({
      value: onAxis(value, chart.y),
      itemStyle: { color: chosen === undefined || chosen.has(at) ? colour : MUTED },
      label: {
        show: figures && value !== null,
        formatter: (texts[at] ?? '').replaceAll(/[{}]/g, ''),
        position:
          chart.horizontal === true
            ? value !== null && value < 0
              ? 'left'
              : 'right'
            : value !== null && value < 0
              ? 'bottom'
              : 'top',
        fontSize: textSize(size) - 1,
        color: INK,
        fontFamily: FONT,
      },
    })),
    itemStyle: {
      borderRadius: 2,
      ...(chart.stacked === true && chart.categories.length <= MAX_BORDERED
        ? { borderColor: PAPER, borderWidth: 1 }
        : {}),
    },
  } as unknown as SeriesOption;
}

function categoryAxis(chart: BarChart, size: Size): Record<string, unknown> {
  const font = textSize(size);
  const lying = chart.horizontal === true;
  const slot = (size.width - 130) / Math.max(1, chart.categories.length);
  const lines = chart.categories.map((name) => name.split('\n'));
  const longest = Math.max(1, ...lines.flat().map((line) => textWidth(line, font)));
  const extra = (Math.max(1, ...lines.map((one) => one.length)) - 1) * font;
  const turned = !lying && longest > slot * 0.95 && chart.categories.length <= 24 && longest > 40;
  return {
    ...axisOption({ name: chart.x.name }, size, lying ? 'y' : 'x'),
    type: 'category',
    data: [...chart.categories],
    inverse: lying,
    scale: undefined,
    nameGap: turned ? Math.min(150, longest * 0.55 + 34) : font + 20 + extra,
    splitLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      fontSize: font,
      color: INK,
      fontFamily: FONT,
      interval: chart.categories.length <= 24 ? 0 : undefined,
      rotate: turned ? 30 : 0,
      hideOverlap: true,
      overflow: 'truncate',
      width: lying ? size.width * 0.32 : turned ? 170 : undefined,
    },
  };
}

/** On a logarithmic axis bars would hang from 1; they stand on the power of ten below the smallest instead. */
function logFloor(chart: BarChart): number | undefined {
  if (chart.y.min !== undefined) return chart.y.min;
  let least = Number.POSITIVE_INFINITY;
  for (const { values } of chart.series)
    for (const value of values) if (value !== null && value >= LEAST_ON_LOG && value < least) least = value;
  return Number.isFinite(least) ? 10 ** (Math.ceil(Math.log10(least)) - 1) : undefined;
}

export function barsOption(chart: BarChart, size: Size): Option {
  const figures = figuresFit(chart, size);
  const lying = chart.horizontal === true;
  const legend = chart.series.length > 1 ? chart.series : [];
  const { option } = base(chart, size, legend, lying ? chart.x.name : chart.y.name, lying ? 90 : 34);
  const floor = chart.y.log === true ? logFloor(chart) : undefined;
  const value = {
    ...axisOption(chart.y, size, lying ? 'x' : 'y'),
    ...(floor === undefined ? {} : { min: floor, startValue: floor }),
    scale: chart.y.log === true,
    // A bar that ends at the edge leaves no room for its figure.
    boundaryGap: figures && chart.y.log !== true && chart.y.max === undefined ? ['0%', '8%'] : undefined,
  };
  const category = categoryAxis(chart, size);
  return {
    ...option,
    grid: { ...(option.grid as object), left: MARGIN },
    xAxis: lying ? value : category,
    yAxis: lying ? category : value,
    series: [
      ...chart.series.map((one, index) => barSeries(chart, one, index, size, figures)),
      ...markerSeries(chart.marks, size),
    ],
  } as Option;
}
