import type { Size } from '../frame.ts';
import type { HistogramChart } from '../model.ts';
import { colourOf, PAPER } from '../theme.ts';
import { axisOption, base, markerSeries, type Option, type SeriesOption } from './parts.ts';
import { seriesOf } from './series.ts';

/** Counts between edges, as bars that touch; several series lie over one another, half transparent. */

interface Api {
  value(dimension: number): number;
  coord(value: readonly [number, number]): [number, number];
}

function countSeries(chart: HistogramChart, index: number): SeriesOption {
  const series = chart.series[index];
  const colour = colourOf(series?.colour, index);
  const data = (series?.counts ?? []).map((count, bin) => [
    ((chart.edges[bin] ?? 0) + (chart.edges[bin + 1] ?? 0)) / 2,
    count,
    chart.edges[bin] ?? 0,
    chart.edges[bin + 1] ?? 0,
  ]);
  return {
    type: 'custom',
    name: series?.name ?? '',
    color: colour,
    clip: false,
    dimensions: ['middle', 'count', 'from', 'to'],
    encode: { x: [0, 2, 3], y: 1 },
    data,
    renderItem: (_: unknown, api: Api) => {
      const [left, top] = api.coord([api.value(2), api.value(1)]);
      const [right, floor] = api.coord([api.value(3), 0]);
      return {
        type: 'rect',
        shape: { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, floor - top) },
        style: {
          fill: colour,
          opacity: chart.series.length > 1 ? 0.55 : 0.85,
          stroke: PAPER,
          lineWidth: right - left > 6 ? 1.5 : 0,
        },
      };
    },
  } as unknown as SeriesOption;
}

export function histogramOption(chart: HistogramChart, size: Size): Option {
  const curves = chart.curves ?? [];
  const listed = [...chart.series, ...curves];
  const { option } = base(chart, size, listed.length > 1 ? listed : [], chart.y.name);
  return {
    ...option,
    xAxis: axisOption(chart.x, size, 'x'),
    yAxis: { ...axisOption(chart.y, size, 'y'), scale: false, min: chart.y.min ?? 0 },
    series: [
      ...chart.series.map((_, index) => countSeries(chart, index)),
      ...curves.flatMap((one, index) => seriesOf(one, index + chart.series.length, chart.x, chart.y, size)),
      ...markerSeries(chart.marks, size),
    ],
  } as Option;
}
