import type {
  BarChart,
  BoardChart,
  CalendarChart,
  CalendarMark,
  Chart,
  MatrixChart,
  SingleChart,
  XySeries,
} from './model.ts';
import { formatNumber } from './number.ts';

/** A chart for a terminal: bars and lines of block characters, tables as columns; empty where only a picture can show it. */

const WIDTH = 48;
const MAX_ROWS = 16;
const STEPS = ' ▁▂▃▄▅▆▇█';

/** Columns that a terminal gives a text: two for Hangul and other wide characters. */
export function cellsOf(text: string): number {
  let cells = 0;
  for (const char of text)
    cells += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(char) ? 2 : 1;
  return cells;
}

function padded(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - cellsOf(text)));
}

/** Rows of cells in columns as wide as they need; terminals alone have cells of one width. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => cellsOf(row[at] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, at) => padded(cell, widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function barsText(chart: BarChart): string {
  const values = chart.series.flatMap((one) => one.values.map((value) => Math.abs(value ?? 0)));
  const most = Math.max(...values, Number.MIN_VALUE);
  const rows = chart.categories
    .slice(0, MAX_ROWS)
    .map((name) => name.replaceAll('\n', ' '))
    .flatMap((category, at) =>
      chart.series.map((one, index) => {
        const value = one.values[at] ?? null;
        const length = value === null ? 0 : Math.round((Math.abs(value) / most) * WIDTH);
        return [
          index === 0 ? category : '',
          chart.series.length > 1 ? one.name : '',
          `${'█'.repeat(length)} ${one.notes?.[at] ?? (value === null ? '–' : formatNumber(value))}`,
        ];
      }),
    );
  return columns(rows);
}

/** The mean of each of WIDTH slices of the x axis, as a block between the least and the largest value. */
function lineText(series: XySeries): string {
  const points = series.x.flatMap((x, i) => {
    const y = series.y[i];
    return y === null || y === undefined ? [] : [[x, y] as const];
  });
  if (points.length === 0) return '';
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const slices = Array.from({ length: WIDTH }, () => ({ sum: 0, count: 0 }));
  for (const [x, y] of points) {
    const slice =
      slices[right > left ? Math.min(WIDTH - 1, Math.floor(((x - left) / (right - left)) * WIDTH)) : 0];
    if (slice === undefined) continue;
    slice.sum += y;
    slice.count += 1;
  }
  const line = slices.map(({ sum, count }) => {
    if (count === 0) return ' ';
    const share = high > low ? (sum / count - low) / (high - low) : 0.5;
    return STEPS[1 + Math.round(share * (STEPS.length - 2))] ?? ' ';
  });
  return `${line.join('')}  ${formatNumber(low)} … ${formatNumber(high)}`;
}

function matrixText(chart: MatrixChart): string {
  const shown = chart.values.slice(0, MAX_ROWS);
  return columns([
    ['', ...chart.columns.slice(0, MAX_ROWS)],
    ...shown.map((row, at) => [
      chart.rows[at] ?? '',
      ...row
        .slice(0, MAX_ROWS)
        .map(
          (value, column) => chart.cells?.[at]?.[column] ?? (value === null ? '–' : formatNumber(value, 3)),
        ),
    ]),
  ]);
}

const BOARD_WIDTH = 24;

function boardText(chart: BoardChart): string {
  const most = Math.max(...chart.rows.map((row) => row.value), Number.MIN_VALUE);
  return columns(
    chart.rows.map((row) => [
      `${row.place}.`,
      `${row.name}${row.self === true ? ' *' : ''}`,
      `${'█'.repeat(Math.round((row.value / most) * BOARD_WIDTH))} ${row.figure}`,
      (row.streak ?? 0) > 0 ? `∇ ${row.streak}` : '',
    ]),
  );
}

const DAYS: Readonly<Record<CalendarMark, string>> = {
  active: '■',
  frozen: '▣',
  vacation: '○',
  idle: '□',
  off: '·',
  outside: ' ',
};

function calendarText(chart: CalendarChart): string {
  const weeks = Array.from({ length: Math.ceil(chart.days.length / 7) }, (_, week) => week);
  const lines = chart.weekdays.map((name, day) => [
    name,
    weeks
      .map((week) => DAYS[chart.days[week * 7 + day] ?? 'outside'])
      .join('')
      .trimEnd(),
  ]);
  return columns(lines);
}

function singleText(chart: SingleChart): string {
  switch (chart.kind) {
    case 'bars':
      return barsText(chart);
    case 'xy':
      return columns(
        chart.series.filter((one) => one.unlisted !== true).map((one) => [one.name, lineText(one)]),
      );
    case 'matrix':
      return matrixText(chart);
    case 'table':
      return columns([chart.columns, ...chart.rows]);
    case 'board':
      return boardText(chart);
    case 'calendar':
      return calendarText(chart);
    case 'plane':
    case 'histogram':
    case 'box':
    case 'tree':
    case 'graph':
    case 'gantt':
    case 'images':
      return '';
  }
}

export function chartText(chart: Chart): string {
  const parts = chart.kind === 'panels' ? chart.panels : [chart];
  return parts
    .map((part) => [part.title, singleText(part)])
    .filter(([, drawn]) => drawn !== '')
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
