import { cutTo, headingOf, MARGIN, type Size } from '../frame.ts';
import type { ImageChart } from '../model.ts';
import { AXIS, INK, SIZE } from '../theme.ts';
import { cells, rangeOf } from './cells.ts';
import { element, label } from './element.ts';
import { sheet } from './paper.ts';

/** Small images side by side: input, kernel, output. */

type Image = ImageChart['images'][number];

const GAP = 30;
const TITLE = 30;

interface Layout {
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}

/** The number of columns that gives the largest cells. */
function layoutOf(count: number, width: number, height: number): Layout {
  let best: Layout = { columns: 1, width: 0, height: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const one = {
      columns,
      width: (width - GAP * (columns - 1)) / columns,
      height: (height - GAP * (rows - 1)) / rows - TITLE,
    };
    if (Math.min(one.width, one.height) > Math.min(best.width, best.height)) best = one;
  }
  return best;
}

function imageOf(image: Image, x: number, y: number, layout: Layout): string {
  const rows = Math.max(1, image.values.length);
  const columns = Math.max(1, image.values[0]?.length ?? 1);
  const cell = Math.min(layout.width / columns, layout.height / rows, 118);
  const range =
    image.range === undefined
      ? rangeOf(image.values, image.scale)
      : { min: image.range[0], max: image.range[1] };
  const left = x + (layout.width - cell * columns) / 2;
  const drop = Math.min(40, (layout.height - cell * rows) / 2);
  const top = y + TITLE + drop;
  return (
    label(cutTo(image.title, SIZE.small + 1, layout.width), x + layout.width / 2, y + drop + 20, {
      size: SIZE.small + 1,
      colour: INK,
      anchor: 'middle',
    }) +
    element('rect', {
      x: left - 2,
      y: top - 2,
      width: cell * columns + 3,
      height: cell * rows + 3,
      fill: 'none',
      stroke: AXIS,
      'stroke-width': 1.5,
    }) +
    cells({
      values: image.values,
      scale: image.scale,
      range,
      x: left,
      y: top,
      cellWidth: cell,
      cellHeight: cell,
      ...(image.chosen === undefined ? {} : { chosen: image.chosen }),
    })
  );
}

export function imagesSvg(chart: ImageChart, size: Size): string {
  const heading = headingOf(chart, size);
  const top = heading.bottom + 14;
  const layout = layoutOf(chart.images.length, size.width - 2 * MARGIN, size.height - top - 24);
  return sheet(
    size,
    heading,
    ...chart.images.map((image, index) =>
      imageOf(
        image,
        MARGIN + (index % layout.columns) * (layout.width + GAP),
        top + Math.floor(index / layout.columns) * (layout.height + TITLE + GAP),
        layout,
      ),
    ),
  );
}
