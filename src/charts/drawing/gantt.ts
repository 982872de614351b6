import { cutTo, headingOf, MARGIN, type Size, textWidth } from '../frame.ts';
import type { Axis, GanttChart } from '../model.ts';
import { formatNumber } from '../number.ts';
import { AXIS, COLOURS, GRID, INK, PAPER, SIZE, SOFT_INK } from '../theme.ts';
import { centred, element, label } from './element.ts';
import { legend, legendHeight, sheet } from './paper.ts';

/** Spans of time on rows. */

const NICE = [1, 2, 2.5, 5, 10] as const;

/** Round values that cut a range into about `count` parts. */
export function ticksOf(min: number, max: number, count: number, whole: boolean): number[] {
  const raw = (max - min) / Math.max(1, count);
  if (!(raw > 0)) return [min];
  const power = 10 ** Math.floor(Math.log10(raw));
  const nice = NICE.find((one) => one * power >= raw * 0.999) ?? 10;
  const step = whole ? Math.max(1, Math.ceil(nice * power)) : nice * power;
  const ticks: number[] = [];
  for (let i = Math.ceil(min / step - 1e-9); i * step <= max + step * 1e-9; i++) ticks.push(i * step);
  return ticks;
}

function rangeOf(chart: GanttChart): { min: number; max: number } {
  const axis: Axis = chart.x;
  const min = axis.min ?? Math.min(0, ...chart.spans.map((span) => span.from));
  const max = axis.max ?? Math.max(min + 1e-9, ...chart.spans.map((span) => span.to));
  return { min, max };
}

export function ganttSvg(chart: GanttChart, size: Size): string {
  const heading = headingOf(chart, size);
  const items = (chart.legend ?? []).map((item) => ({ name: item.name, colour: COLOURS[item.colour] }));
  const top = heading.bottom + legendHeight(items, size) + 12;
  const bottom = size.height - 66;
  const row = Math.min(84, (bottom - top) / Math.max(1, chart.rows.length));
  const font = Math.min(SIZE.small, Math.max(6, row * 0.75));
  const room = Math.min(size.width * 0.25, Math.max(0, ...chart.rows.map((name) => textWidth(name, font))));
  const left = MARGIN + room + 14;
  const { min, max } = rangeOf(chart);
  const at = (value: number): number =>
    left + ((value - min) / (max - min || 1)) * (size.width - MARGIN - 10 - left);
  const floor = top + row * chart.rows.length;
  const ticks = ticksOf(min, max, size.width < 700 ? 5 : 9, chart.x.whole === true);
  return sheet(
    size,
    heading,
    legend(items, size, heading.bottom + 2),
    ...ticks.map(
      (tick) =>
        element('rect', { x: at(tick) - 0.5, y: top, width: 1, height: floor - top, fill: GRID }) +
        label(formatNumber(tick, 4), at(tick), floor + 24, {
          size: SIZE.small,
          colour: SOFT_INK,
          anchor: 'middle',
        }),
    ),
    element('rect', { x: left, y: floor, width: size.width - MARGIN - 10 - left, height: 1.5, fill: AXIS }),
    centred(chart.x.name, (left + size.width - MARGIN) / 2, floor + 46, {
      size: SIZE.small,
      colour: SOFT_INK,
    }),
    ...chart.rows.map((name, index) =>
      label(cutTo(name, font, room + 2), left - 10, top + (index + 0.5) * row + font * 0.36, {
        size: font,
        colour: INK,
        anchor: 'end',
      }),
    ),
    ...chart.spans.map((span) => bar(span, at, top, row)),
    ...(chart.marks ?? []).map(
      (mark) =>
        element('rect', {
          x: at(mark.at) - 1,
          y: top,
          width: 2,
          height: floor - top,
          fill: COLOURS[mark.colour ?? 'black'],
        }) +
        label(mark.label, at(mark.at) + 5, top + 14, {
          size: SIZE.small - 2,
          colour: COLOURS[mark.colour ?? 'black'],
        }),
    ),
  );
}

function bar(
  span: GanttChart['spans'][number],
  at: (value: number) => number,
  top: number,
  row: number,
): string {
  const x = at(span.from);
  const width = Math.max(2, at(span.to) - x);
  const y = top + span.row * row + row * 0.12;
  const height = row * 0.76;
  const size = Math.min(SIZE.small, height * 0.7);
  const shape = element('rect', {
    x,
    y,
    width: Math.max(1.5, width - 1.5),
    height,
    rx: Math.min(4, height / 4),
    fill: COLOURS[span.colour ?? 'blue'],
  });
  const fits = span.label !== undefined && size >= 10 && textWidth(span.label, size) <= width - 4;
  return fits
    ? shape + centred(span.label ?? '', x + width / 2, y + height / 2, { size, colour: PAPER, weight: 600 })
    : shape;
}
