import { boardHeight, boardSvg } from './drawing/board.ts';
import { calendarHeight, calendarSvg } from './drawing/calendar.ts';
import { element } from './drawing/element.ts';
import { ganttSvg } from './drawing/gantt.ts';
import { graphSvg } from './drawing/graph.ts';
import { imagesSvg } from './drawing/images.ts';
import { matrixSvg } from './drawing/matrix.ts';
import { sheet } from './drawing/paper.ts';
import { tableSvg } from './drawing/table.ts';
import { treeSvg } from './drawing/tree.ts';
import { FULL, headingOf, type Size } from './frame.ts';
import type { Chart, PanelsChart, SingleChart } from './model.ts';
import { barsOption } from './plot/bars.ts';
import { boxOption } from './plot/box.ts';
import { histogramOption } from './plot/histogram.ts';
import { planeOption } from './plot/plane.ts';
import { plotSvg } from './plot/render.ts';
import { xyOption } from './plot/xy.ts';

/** A chart as an SVG document: plots with axes by echarts, everything made of cells and boxes drawn here. */

function singleSvg(chart: SingleChart, size: Size): string {
  switch (chart.kind) {
    case 'xy':
      return plotSvg(xyOption(chart, size), size);
    case 'plane':
      return plotSvg(planeOption(chart, size), size);
    case 'bars':
      return plotSvg(barsOption(chart, size), size);
    case 'histogram':
      return plotSvg(histogramOption(chart, size), size);
    case 'box':
      return plotSvg(boxOption(chart, size), size);
    case 'matrix':
      return matrixSvg(chart, size);
    case 'tree':
      return treeSvg(chart, size);
    case 'graph':
      return graphSvg(chart, size);
    case 'gantt':
      return ganttSvg(chart, size);
    case 'images':
      return imagesSvg(chart, size);
    case 'table':
      return tableSvg(chart, size);
    case 'board':
      return boardSvg(chart, size);
    case 'calendar':
      return calendarSvg(chart, size);
  }
}

/** Names of clips are counted from 0 in every document; in one sheet they must not meet. */
function nested(svg: string, index: number, x: number, y: number): string {
  const own = svg.replaceAll(/(id="|url\(#)(e\d+)/g, `$1p${index}$2`);
  return own.replace(/^<svg /, `<svg x="${x}" y="${y}" `);
}

function panelsSvg(chart: PanelsChart, size: Size): string {
  const heading = headingOf(chart, size);
  const count = Math.max(1, chart.panels.length);
  const columns = count === 4 ? 2 : count;
  const rows = Math.ceil(count / columns);
  const top = Math.ceil(heading.bottom + 2);
  const one: Size = {
    width: Math.floor(size.width / columns),
    height: Math.floor((size.height - top) / rows),
  };
  return sheet(
    size,
    heading,
    ...chart.panels.map((panel, index) =>
      nested(
        singleSvg(panel, one),
        index,
        (index % columns) * one.width,
        top + Math.floor(index / columns) * one.height,
      ),
    ),
    ...Array.from({ length: columns - 1 }, (_, column) =>
      element('rect', {
        x: (column + 1) * one.width - 0.5,
        y: top + 12,
        width: 1,
        height: size.height - top - 24,
        fill: '#E3E7EB',
      }),
    ),
  );
}

/** Pictures made of rows are as tall as their rows; all others have one size. */
function sizeOf(chart: Chart): Size {
  switch (chart.kind) {
    case 'board':
      return { width: FULL.width, height: boardHeight(chart) };
    case 'calendar':
      return { width: FULL.width, height: calendarHeight(chart) };
    default:
      return FULL;
  }
}

/** Deterministic: the same chart gives the same text. */
export function chartSvg(chart: Chart, size: Size = sizeOf(chart)): string {
  return chart.kind === 'panels' ? panelsSvg(chart, size) : singleSvg(chart, size);
}
