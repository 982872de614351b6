import { cutTo, headingOf, MARGIN, type Size, textWidth } from '../frame.ts';
import type { MatrixChart } from '../model.ts';
import { formatNumber } from '../number.ts';
import { INK, SIZE, SOFT_INK } from '../theme.ts';
import { cells, type Range, rampAt, rangeOf } from './cells.ts';
import { centred, element, label } from './element.ts';
import { sheet } from './paper.ts';

/** A matrix as a heat map, row 0 at the top, with the names of its rows and columns. */

const MAX_CELL = { width: 190, height: 112 } as const;

interface Frame {
  readonly left: number;
  readonly rowRoom: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly font: number;
  /** Write every n-th name only. */
  readonly everyRow: number;
  readonly everyColumn: number;
  readonly turned: boolean;
}

function frameOf(chart: MatrixChart, size: Size, top: number): Frame {
  const font = size.width < 700 ? SIZE.small - 1 : SIZE.small;
  const rowRoom = Math.min(
    size.width * 0.3,
    Math.max(14, ...chart.rows.map((name) => textWidth(name, font))),
  );
  const scaleRoom = hasScale(chart) ? 92 : 12;
  const width = size.width - rowRoom - 14 - 2 * MARGIN - scaleRoom;
  const nameRow = chart.x.name === '' ? 0 : 26;
  const cellWidth = Math.min(MAX_CELL.width, width / Math.max(1, chart.columns.length));
  const longest = Math.max(1, ...chart.columns.map((name) => textWidth(name, font)));
  const turned = longest > cellWidth * 1.02 && chart.columns.length <= 40 && longest > 3 * font * 0.6;
  const columnRoom = turned ? Math.min(110, longest * 0.72 + 12) : font + 10;
  const gridTop = top + nameRow + Math.max(columnRoom, chart.y.name === '' ? 0 : 48);
  const height = size.height - gridTop - 22;
  const cellHeight = Math.min(MAX_CELL.height, height / Math.max(1, chart.rows.length));
  // A small matrix stands in the middle of the sheet.
  const aside = Math.max(0, width - cellWidth * chart.columns.length) / 2;
  return {
    left: MARGIN + rowRoom + 14 + aside,
    rowRoom,
    top: gridTop,
    cellWidth,
    cellHeight,
    font,
    everyRow: Math.max(1, Math.ceil((font + 3) / cellHeight)),
    everyColumn: turned
      ? Math.max(1, Math.ceil((font + 2) / cellWidth))
      : Math.max(1, Math.ceil((longest + 6) / cellWidth)),
    turned,
  };
}

function hasScale(chart: MatrixChart): boolean {
  return chart.scale === 'sequential' || chart.scale === 'diverging';
}

function names(chart: MatrixChart, frame: Frame): string {
  let drawn = '';
  for (const [row, name] of chart.rows.entries()) {
    if (row % frame.everyRow !== 0) continue;
    drawn += label(
      cutTo(name, frame.font, frame.rowRoom + 4),
      frame.left - 10,
      frame.top + (row + 0.5) * frame.cellHeight + frame.font * 0.36,
      {
        size: frame.font,
        colour: INK,
        anchor: 'end',
      },
    );
  }
  for (const [column, name] of chart.columns.entries()) {
    if (column % frame.everyColumn !== 0) continue;
    const x = frame.left + (column + 0.5) * frame.cellWidth;
    drawn += frame.turned
      ? label(cutTo(name, frame.font, 140), x - 2, frame.top - 8, {
          size: frame.font,
          colour: INK,
          turn: -45,
        })
      : label(name, x, frame.top - 9, { size: frame.font, colour: INK, anchor: 'middle' });
  }
  return drawn;
}

function scaleBar(chart: MatrixChart, range: Range, frame: Frame, size: Size): string {
  if (!hasScale(chart)) return '';
  const scale = chart.scale === 'diverging' ? 'diverging' : 'sequential';
  const height = Math.min(280, frame.cellHeight * chart.rows.length);
  const x = frame.left + frame.cellWidth * chart.columns.length + 22;
  const steps = 24;
  let drawn = '';
  for (let i = 0; i < steps; i++)
    drawn += element('rect', {
      x,
      y: frame.top + (height * i) / steps,
      width: 16,
      height: height / steps + 0.5,
      fill: rampAt(scale, 1 - (i + 0.5) / steps),
    });
  const look = { size: SIZE.small - 2, colour: SOFT_INK };
  drawn += label(formatNumber(range.max, 3), x + 22, frame.top + 12, look);
  drawn += label(formatNumber(range.min, 3), x + 22, frame.top + height - 1, look);
  const wide = textWidth(chart.value, look.size);
  drawn += label(chart.value, Math.min(x, size.width - MARGIN - wide), frame.top - 12, look);
  return drawn;
}

/** Class numbers get their meaning from the title; a strip of tints would only repeat it. */
export function matrixSvg(chart: MatrixChart, size: Size): string {
  const heading = headingOf(chart, size);
  const frame = frameOf(chart, size, heading.bottom + 6);
  const range = rangeOf(chart.values, chart.scale);
  const look = { size: frame.font, colour: SOFT_INK };
  const width = frame.cellWidth * chart.columns.length;
  return sheet(
    size,
    heading,
    chart.y.name === ''
      ? ''
      : label(`↓ ${chart.y.name}`, Math.max(MARGIN, frame.left - frame.rowRoom - 14), frame.top - 36, look),
    chart.x.name === ''
      ? ''
      : centred(`${chart.x.name} →`, frame.left + width / 2, heading.bottom + 16, look),
    names(chart, frame),
    cells({
      values: chart.values,
      scale: chart.scale,
      range,
      x: frame.left,
      y: frame.top,
      cellWidth: frame.cellWidth,
      cellHeight: frame.cellHeight,
      ...(chart.cells === undefined ? {} : { texts: chart.cells }),
      ...(chart.chosen === undefined ? {} : { chosen: chart.chosen }),
    }),
    scaleBar(chart, range, frame, size),
  );
}
