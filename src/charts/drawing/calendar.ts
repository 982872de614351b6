import { cutTo, headingOf, MARGIN, type Size, textWidth } from '../frame.ts';
import type { CalendarChart, CalendarMark } from '../model.ts';
import { COLOURS, GRID, INK, PAPER, SIZE, SOFT_INK, WIDTH } from '../theme.ts';
import { element, label } from './element.ts';
import { sheet } from './paper.ts';

/** A year of days: figures, weeks as columns, bars. */

const FACTS = 78;
const MONTHS = 26;
const LEGEND = 46;
const BAR = 36;
const BARS_HEAD = 40;
/** Room for the names of weekdays. */
const LEFT = 34;

function pitchOf(chart: CalendarChart, width: number): number {
  const weeks = Math.max(1, Math.ceil(chart.days.length / 7));
  return Math.min(22, (width - 2 * MARGIN - LEFT) / weeks);
}

function barsHeight(chart: CalendarChart): number {
  const count = chart.bars?.items.length ?? 0;
  return count === 0 ? 0 : BARS_HEAD + count * BAR;
}

export function calendarHeight(chart: CalendarChart): number {
  const { bottom } = headingOf(chart, { width: WIDTH, height: 0 });
  const facts = chart.facts.length === 0 ? 0 : FACTS;
  return Math.ceil(bottom + 8 + facts + MONTHS + 7 * pitchOf(chart, WIDTH) + LEGEND + barsHeight(chart) + 12);
}

/** Each kind of day has a shape of its own beside its colour. */
function cell(mark: CalendarMark, x: number, y: number, side: number): string {
  const box = { x, y, width: side, height: side, rx: side * 0.2 };
  const inner = { cx: x + side / 2, cy: y + side / 2 };
  switch (mark) {
    case 'active':
      return element('rect', { ...box, fill: COLOURS.blue });
    case 'frozen':
      return (
        element('rect', { ...box, fill: COLOURS.sky }) +
        element('circle', { ...inner, r: side * 0.22, fill: PAPER })
      );
    case 'vacation':
      return (
        element('rect', { ...box, fill: '#F8EACD' }) +
        element('circle', { ...inner, r: side * 0.2, fill: COLOURS.orange })
      );
    case 'idle':
      return element('rect', { ...box, fill: GRID });
    case 'off':
      return element('circle', { ...inner, r: side * 0.12, fill: '#C9D0D8' });
    case 'outside':
      return element('rect', { ...box, fill: 'none', stroke: GRID, 'stroke-width': 1 });
  }
}

function factsSvg(chart: CalendarChart, size: Size, top: number): string {
  const wide = (size.width - 2 * MARGIN) / Math.max(1, chart.facts.length);
  return chart.facts
    .map(({ name, value }, index) => {
      const x = MARGIN + index * wide;
      return (
        label(cutTo(value, 30, wide - 8), x, top + 36, { size: 30, colour: INK, weight: 600 }) +
        label(cutTo(name, SIZE.small, wide - 8), x, top + 60, { size: SIZE.small, colour: SOFT_INK })
      );
    })
    .join('');
}

function daysSvg(chart: CalendarChart, size: Size, top: number): string {
  const pitch = pitchOf(chart, size.width);
  const small = { size: Math.min(SIZE.small - 2, pitch * 0.9), colour: SOFT_INK };
  const left = MARGIN + LEFT;
  return [
    ...chart.months.map(({ week, name }) => label(name, left + week * pitch, top + MONTHS - 9, small)),
    ...chart.weekdays.map((name, day) =>
      label(name, MARGIN, top + MONTHS + (day + 0.5) * pitch + small.size * 0.36, small),
    ),
    ...chart.days.map((mark, index) =>
      cell(
        mark,
        left + Math.floor(index / 7) * pitch,
        top + MONTHS + (index % 7) * pitch,
        pitch - Math.max(1.5, pitch * 0.16),
      ),
    ),
  ].join('');
}

function legendSvg(chart: CalendarChart, size: Size, top: number): string {
  let x = MARGIN + LEFT;
  return chart.legend
    .map(({ mark, name }) => {
      const drawn =
        cell(mark, x, top + 12, 15) +
        label(name, x + 22, top + 25, { size: SIZE.small - 1, colour: SOFT_INK });
      x += 22 + textWidth(name, SIZE.small - 1) + 26;
      return x > size.width ? '' : drawn;
    })
    .join('');
}

function barsSvg(chart: CalendarChart, size: Size, top: number): string {
  if (chart.bars === undefined || chart.bars.items.length === 0) return '';
  const { name, items } = chart.bars;
  const font = SIZE.small + 1;
  const names = Math.min(size.width * 0.3, Math.max(...items.map((item) => textWidth(item.name, font))) + 4);
  const left = MARGIN + names + 16;
  const room =
    size.width - MARGIN - left - Math.max(...items.map((item) => textWidth(item.figure, font))) - 14;
  return [
    label(name, MARGIN, top + 24, { size: SIZE.small + 1, colour: INK, weight: 600 }),
    ...items.map((item, index) => {
      const middle = top + BARS_HEAD + (index + 0.5) * BAR;
      const length = Math.max(2, item.share * room);
      return (
        label(cutTo(item.name, font, names), MARGIN, middle + font * 0.36, { size: font, colour: INK }) +
        element('rect', { x: left, y: middle - 9, width: room, height: 18, rx: 4, fill: '#EEF0F2' }) +
        element('rect', { x: left, y: middle - 9, width: length, height: 18, rx: 4, fill: COLOURS.orange }) +
        label(item.figure, size.width - MARGIN, middle + font * 0.36, {
          size: font,
          colour: INK,
          anchor: 'end',
        })
      );
    }),
  ].join('');
}

export function calendarSvg(chart: CalendarChart, size: Size): string {
  const heading = headingOf(chart, size);
  const facts = heading.bottom + 8;
  const days = facts + (chart.facts.length === 0 ? 0 : FACTS);
  const legend = days + MONTHS + 7 * pitchOf(chart, size.width);
  return sheet(
    size,
    heading,
    factsSvg(chart, size, facts),
    daysSvg(chart, size, days),
    legendSvg(chart, size, legend),
    barsSvg(chart, size, legend + LEGEND),
  );
}
