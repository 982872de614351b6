import { cutTo, headingOf, MARGIN, type Size, textWidth } from '../frame.ts';
import type { BoardChart } from '../model.ts';
import { COLOURS, GRID, INK, MUTED, SIZE, SOFT_INK, WIDTH } from '../theme.ts';
import { element, label } from './element.ts';
import { sheet } from './paper.ts';
import { nabla } from './streak-mark.ts';

/** Ranked rows: place, name, bar with its figure, running streak. */

type Row = BoardChart['rows'][number];

const ROW = 42;
/** Height of the mark of a gap between places, in rows. */
const GAP = 0.6;
const OWN_TINT = '#FBE9DC';

interface Columns {
  readonly font: number;
  readonly name: number;
  readonly bar: number;
  readonly barRoom: number;
  /** Left edge of the marks of streaks. */
  readonly streak: number;
  readonly right: number;
}

const DRAWN =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{M}\u0020-\u007e\u00a0-\u00bf\u2010-\u2027]/u;

/** What Pretendard has letters for; a name of none of them (Han, Thai, emoji) is a dash, and stands in the list beside the picture. */
function drawable(name: string): string {
  const letters = [...name.normalize('NFC')].filter((one) => DRAWN.test(one) && !/\p{Cf}/u.test(one));
  return letters.join('').replaceAll(/\s+/g, ' ').trim() || '–';
}

/** Rows with the top of each, counted in rows; a place that does not follow the one before leaves a gap. */
function stacked(rows: readonly Row[]): { readonly row: Row; readonly top: number; readonly gap: boolean }[] {
  let top = 0;
  return rows.map((row, index) => {
    const before = rows[index - 1];
    const gap = before !== undefined && row.place !== before.place + 1;
    if (gap) top += GAP;
    const placed = { row, top, gap };
    top += 1;
    return placed;
  });
}

function rowsIn(chart: BoardChart): number {
  const last = stacked(chart.rows).at(-1);
  return last === undefined ? 1 : last.top + 1;
}

export function boardHeight(chart: BoardChart): number {
  const { bottom } = headingOf(chart, { width: WIDTH, height: 0 });
  return Math.ceil(bottom + 14 + rowsIn(chart) * ROW + 18);
}

function columnsOf(chart: BoardChart, size: Size, row: number): Columns {
  const font = Math.max(10, Math.min(SIZE.text, row * 0.48));
  const wide = (texts: readonly string[]): number => Math.max(0, ...texts.map((one) => textWidth(one, font)));
  const place = wide(chart.rows.map((one) => String(one.place)));
  const streaks = chart.rows.map((one) => one.streak ?? 0);
  const days = wide(streaks.map(String)) + font * 1.25;
  const streak = Math.max(...streaks, 0) === 0 ? 0 : days + font * 0.65;
  const name = MARGIN + 12 + place + 16;
  const nameRoom = Math.min(size.width * 0.27, wide(chart.rows.map((one) => drawable(one.name))) + 4);
  const bar = name + nameRoom + 18;
  const right = size.width - MARGIN - 12;
  const figure = wide(chart.rows.map((one) => one.figure));
  return {
    font,
    name,
    bar,
    barRoom: Math.max(20, right - streak - figure - 12 - bar),
    streak: right - days,
    right,
  };
}

function rowSvg(row: Row, y: number, height: number, most: number, at: Columns): string {
  const { font } = at;
  const middle = y + height / 2;
  const base = middle + font * 0.36;
  const own = row.self === true;
  const weight = own ? 600 : 400;
  const thick = Math.min(22, height * 0.5);
  const length = most > 0 ? (Math.max(0, row.value) / most) * at.barRoom : 0;
  const days = String(row.streak ?? 0);
  return [
    own
      ? element('rect', {
          x: MARGIN,
          y: y + 2,
          width: at.right + 12 - MARGIN,
          height: height - 4,
          rx: 6,
          fill: OWN_TINT,
        })
      : '',
    label(String(row.place), at.name - 16, base, {
      size: font,
      colour: row.place <= 3 || own ? INK : SOFT_INK,
      anchor: 'end',
      weight: row.place <= 3 || own ? 600 : 400,
    }),
    label(cutTo(drawable(row.name), font, at.bar - 18 - at.name), at.name, base, {
      size: font,
      colour: INK,
      weight,
    }),
    element('rect', {
      x: at.bar,
      y: middle - thick / 2,
      width: Math.max(2, length),
      height: thick,
      rx: Math.min(4, thick / 4),
      fill: length > 0 ? COLOURS.blue : MUTED,
    }),
    label(row.figure, at.bar + Math.max(2, length) + 10, base, { size: font, colour: INK, weight }),
    (row.streak ?? 0) > 0
      ? nabla(at.streak, middle, font * 0.78, COLOURS.vermillion) +
        label(days, at.right, base, { size: font, colour: INK, anchor: 'end', weight })
      : '',
  ].join('');
}

export function boardSvg(chart: BoardChart, size: Size): string {
  const heading = headingOf(chart, size);
  const top = heading.bottom + 14;
  const height = Math.min(ROW, (size.height - top - 18) / rowsIn(chart));
  const at = columnsOf(chart, size, height);
  const most = Math.max(0, ...chart.rows.map((row) => row.value));
  return sheet(
    size,
    heading,
    ...stacked(chart.rows).flatMap(({ row, top: rows, gap }) => {
      const y = top + rows * height;
      const dots = [0, 1, 2].map((dot) =>
        element('circle', {
          cx: at.name + 8 + dot * 10,
          cy: y - (GAP * height) / 2,
          r: 2,
          fill: SOFT_INK,
        }),
      );
      const line = element('rect', {
        x: MARGIN,
        y: y - 0.5,
        width: size.width - 2 * MARGIN,
        height: 1,
        fill: GRID,
      });
      return [gap ? dots.join('') : '', rows > 0 ? line : '', rowSvg(row, y, height, most, at)];
    }),
  );
}
