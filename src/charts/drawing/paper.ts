import { type Heading, LEGEND, legendRows, MARGIN, type Size, textWidth } from '../frame.ts';
import { FONT, PAPER, SIZE, SOFT_INK } from '../theme.ts';
import { element, label } from './element.ts';

/** The sheet that a drawing lies on: white paper, title, legend. */

export interface LegendItem {
  readonly name: string;
  readonly colour: string;
}

/** Squares of colour with their names, in rows; `top` is where the first row begins. */
export function legend(items: readonly LegendItem[], size: Size, top: number): string {
  let x = MARGIN;
  let y = top;
  let drawn = '';
  for (const item of items) {
    const wide = LEGEND.mark + 8 + textWidth(item.name, SIZE.small);
    if (x > MARGIN && x + wide > size.width - MARGIN) {
      x = MARGIN;
      y += LEGEND.row;
    }
    drawn += element('rect', { x, y: y + 6, width: 18, height: 18, rx: 3, fill: item.colour });
    drawn += label(item.name, x + 26, y + 21, { size: SIZE.small, colour: SOFT_INK });
    x += wide + LEGEND.gap;
  }
  return drawn;
}

export function legendHeight(items: readonly LegendItem[], size: Size): number {
  return legendRows(
    items.map((item) => item.name),
    size,
  ).height;
}

/** A whole SVG document of this size. */
export function sheet(size: Size, heading: Heading, ...body: readonly string[]): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: size.width,
      height: size.height,
      viewBox: `0 0 ${size.width} ${size.height}`,
      'font-family': FONT,
    },
    element('rect', { width: size.width, height: size.height, fill: PAPER }),
    ...heading.lines.map((line) =>
      label(line.text, MARGIN, line.y, { size: line.size, colour: line.colour, weight: line.weight }),
    ),
    ...body,
  );
}
