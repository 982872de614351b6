import type { Size } from '../frame.ts';
import type { BoxChart } from '../model.ts';
import { COLOURS, FONT, INK, PAPER } from '../theme.ts';
import { axisOption, base, type Option, textSize } from './parts.ts';

/** Box plots with whiskers, outliers and means (Tukey, Exploratory Data Analysis, 1977). */
export function boxOption(chart: BoxChart, size: Size): Option {
  const { option } = base(chart, size, [], chart.y.name);
  const means = chart.groups.flatMap((group, index) =>
    group.mean === undefined ? [] : [[index, group.mean]],
  );
  return {
    ...option,
    xAxis: {
      ...axisOption({ name: chart.x.name }, size, 'x'),
      type: 'category',
      data: chart.groups.map((group) => group.name),
      splitLine: { show: false },
      axisLabel: { fontSize: textSize(size), color: INK, fontFamily: FONT },
    },
    yAxis: { ...axisOption(chart.y, size, 'y'), boundaryGap: ['6%', '6%'] },
    series: [
      {
        type: 'boxplot',
        boxWidth: [40, 150],
        itemStyle: { color: '#D6E8F4', borderColor: COLOURS.blue, borderWidth: 2.5 },
        data: chart.groups.map((group) => [...group.box]),
      },
      {
        type: 'scatter',
        symbolSize: 15,
        itemStyle: { color: COLOURS.vermillion, borderColor: PAPER, borderWidth: 1, opacity: 1 },
        data: chart.groups.flatMap((group, index) => group.outliers.map((value) => [index, value])),
      },
      {
        type: 'scatter',
        symbol: 'diamond',
        symbolSize: 17,
        itemStyle: { color: COLOURS.black, borderColor: PAPER, borderWidth: 1.5, opacity: 1 },
        data: means,
      },
    ],
  } as Option;
}
