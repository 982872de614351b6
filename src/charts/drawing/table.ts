import { cutTo, headingOf, MARGIN, type Size, textWidth } from '../frame.ts';
import type { TableChart } from '../model.ts';
import { AXIS, GRID, INK, SIZE, SOFT_INK } from '../theme.ts';
import { element, label } from './element.ts';
import { sheet } from './paper.ts';

/** Rows and columns of text; numbers stand to the right. */

const NUMBER = /^[−-]?[\d.,×⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+%?$|^[–∞]$/;

function widthsOf(chart: TableChart, font: number, room: number): number[] {
  const wanted = chart.columns.map(
    (name, column) =>
      Math.max(textWidth(name, font), ...chart.rows.map((row) => textWidth(row[column] ?? '', font))) + 34,
  );
  const sum = wanted.reduce((total, one) => total + one, 0);
  return wanted.map((one) => (one * Math.min(room, sum * 1.6)) / sum);
}

export function tableSvg(chart: TableChart, size: Size): string {
  const heading = headingOf(chart, size);
  const top = heading.bottom + 16;
  const line = Math.min(46, (size.height - top - 24) / (chart.rows.length + 1));
  const font = Math.max(11, Math.min(SIZE.text, line * 0.56));
  const widths = widthsOf(chart, font, size.width - 2 * MARGIN);
  const total = widths.reduce((sum, one) => sum + one, 0);
  const rightAligned = chart.columns.map((_, column) =>
    chart.rows.every((row) => NUMBER.test(row[column] ?? '–')),
  );
  const lineOf = (texts: readonly string[], y: number, colour: string, weight: number): string => {
    let x = MARGIN;
    return texts
      .map((text, column) => {
        const width = widths[column] ?? 0;
        const right = rightAligned[column] === true;
        const drawn = label(
          cutTo(text, font, width - 12),
          right ? x + width - 17 : x + 10,
          y + line * 0.5 + font * 0.36,
          {
            size: font,
            colour,
            weight,
            anchor: right ? 'end' : 'start',
          },
        );
        x += width;
        return drawn;
      })
      .join('');
  };
  const chosen = new Set(chart.chosen ?? []);
  return sheet(
    size,
    heading,
    ...chart.rows.map((_, index) =>
      chosen.has(index)
        ? element('rect', {
            x: MARGIN,
            y: top + line * (index + 1),
            width: total,
            height: line,
            fill: '#FBE9DC',
          })
        : '',
    ),
    lineOf(chart.columns, top, SOFT_INK, 600),
    element('rect', { x: MARGIN, y: top + line - 1, width: total, height: 2, fill: AXIS }),
    ...chart.rows.map((row, index) =>
      lineOf(row, top + line * (index + 1), INK, chosen.has(index) ? 600 : 400),
    ),
    ...chart.rows.map((_, index) =>
      element('rect', { x: MARGIN, y: top + line * (index + 2) - 0.5, width: total, height: 1, fill: GRID }),
    ),
  );
}
