import { MARGIN, type Size } from '../frame.ts';
import type { Axis, XyChart, XySeries } from '../model.ts';
import { axisOption, base, edgeless, markerSeries, type Option } from './parts.ts';
import { seriesOf } from './series.ts';

/** Lines and points over two axes. */

function listed(series: readonly XySeries[]): XySeries[] {
  const shown = series.filter((one) => one.unlisted !== true);
  // One series needs no legend: the title and the axis say what it is.
  return shown.length > 1 ? shown : [];
}

interface Span {
  readonly min: number;
  readonly max: number;
}

function spanOf(axis: Axis, all: readonly (readonly (number | null)[])[]): Span {
  let min = axis.min ?? Number.POSITIVE_INFINITY;
  let max = axis.max ?? Number.NEGATIVE_INFINITY;
  for (const list of all)
    for (const value of list) {
      if (value === null) continue;
      if (axis.min === undefined) min = Math.min(min, value);
      if (axis.max === undefined) max = Math.max(max, value);
    }
  if (!(max > min)) return { min: min - 1, max: min + 1 };
  const pad = (max - min) * 0.06;
  return { min: axis.min ?? min - pad, max: axis.max ?? max + pad };
}

/** Widens the shorter axis until one unit is as long on both, given the plot's width and height in pixels. */
export function squared(x: Span, y: Span, width: number, height: number): { x: Span; y: Span } {
  const unit = Math.max((x.max - x.min) / width, (y.max - y.min) / height);
  const widen = (span: Span, length: number): Span => {
    const extra = (unit * length - (span.max - span.min)) / 2;
    return { min: span.min - extra, max: span.max + extra };
  };
  return { x: widen(x, width), y: widen(y, height) };
}

/** Room for axis labels inside the plot's outer box, roughly. */
const LABELS = { left: 64, bottom: 62 } as const;

export function xyOption(chart: XyChart, size: Size): Option {
  const { option, top } = base(chart, size, listed(chart.series), chart.y.name);
  let { x, y } = chart;
  if (chart.square === true) {
    const spans = squared(
      spanOf(
        x,
        chart.series.map((one) => one.x),
      ),
      spanOf(
        y,
        chart.series.map((one) => one.y),
      ),
      size.width - 2 * MARGIN - LABELS.left,
      size.height - top - 20 - LABELS.bottom,
    );
    x = { ...x, ...spans.x };
    y = { ...y, ...spans.y };
  }
  const tidy = (axis: Axis, which: 'x' | 'y') => ({
    ...axisOption(axis, size, which),
    // The ends of a widened axis are odd numbers that nobody needs to read.
    ...(chart.square === true ? { axisLabel: { ...edgeless(axis, size, which) } } : {}),
  });
  return {
    ...option,
    xAxis: tidy(x, 'x'),
    yAxis: tidy(y, 'y'),
    series: [
      ...chart.series.flatMap((one, index) => seriesOf(one, index, x, y, size)),
      ...markerSeries(chart.marks, size),
    ],
  } as Option;
}
