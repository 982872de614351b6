import type { Block, BoardRow, Mark } from '../../cards/card.ts';
import { plainText, type RichText } from '../../cards/inline.ts';
import { meterCells } from '../../cards/plain.ts';
import { BYTES_PER_DISPLAY, MAX_BYTES, MAX_CHARACTERS } from './limits.ts';
import { boldText, codeBlock, escapeText, firstOf, richText } from './markdown.ts';

/** Blocks that are words, as Markdown that fits one message. */

type TextBlock = Exclude<Block, { kind: 'chart' | 'divider' | 'controls' | 'file' }>;

/** Something that can be shown in part: how many pieces it has, and its first `count` as text. */
interface Cuttable {
  readonly size: number;
  first(count: number): string;
}

export function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

function fits(text: string, spare: number): boolean {
  return text.length <= MAX_CHARACTERS - spare && bytesOf(text) + BYTES_PER_DISPLAY <= MAX_BYTES - 3 * spare;
}

/** All of it, or as much as fits with a mark that says how much is left out. `spare`: characters kept for other text. */
export function fitted(all: Cuttable, spare: number): string {
  const whole = all.first(all.size);
  if (fits(whole, spare)) return whole;
  const short = (count: number): string =>
    `${all.first(count)}\n-# … (+${(all.size - count).toLocaleString('en')})`;
  let low = 0;
  let high = all.size;
  while (low < high - 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(short(middle), spare)) low = middle;
    else high = middle;
  }
  return short(low);
}

const SIGNS: Readonly<Record<Exclude<Mark, 'heading' | 'small' | 'quote'>, string>> = {
  covered: '✓',
  missed: '○',
  misconception: '✗',
  streak: '∇',
};

function eachLine(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((line) => (line.trim() === '' && prefix === '-# ' ? '' : prefix + line))
    .join('\n');
}

function markedText(text: RichText, mark: Mark | undefined): string {
  switch (mark) {
    case undefined:
      return richText(text);
    case 'heading':
      return boldText(plainText(text));
    case 'small':
      return eachLine(richText(text), '-# ');
    case 'quote':
      return eachLine(richText(text), '> ');
    case 'covered':
    case 'missed':
    case 'misconception':
    case 'streak':
      return `${SIGNS[mark]} ${richText(text)}`;
  }
}

function letters(text: RichText, mark: Mark | undefined): Cuttable {
  return {
    size: [...plainText(text)].length,
    first: (count) => markedText(firstOf(text, count), mark),
  };
}

function lines<T>(all: readonly T[], line: (one: T) => string, head: readonly string[] = []): Cuttable {
  return { size: all.length, first: (count) => [...head, ...all.slice(0, count).map(line)].join('\n') };
}

/** A cell or value of its own is a few words; one of thousands of characters would push out everything else. */
const MAX_CELL = 600;

function cell(text: string): string {
  const all = [...text];
  return escapeText(all.length > MAX_CELL ? `${all.slice(0, MAX_CELL - 1).join('')}…` : text);
}

/** Never a number and a full stop at the beginning of a line: Discord would count on its own. */
function boardLine(row: BoardRow): string {
  const name = row.self ? boldText(row.name) : cell(row.name);
  const note = row.note === undefined ? '' : ` (${cell(row.note)})`;
  return `${row.place}\\. ${name} · ${cell(row.value)}${note}${row.self ? ' ◂' : ''}`;
}

/** Columns padded with spaces never line up where Hangul is wider than Latin (PEERS: TLE issue 177), so a row is a line. */
function tableRow(cells: readonly string[]): string {
  return cells.map((one) => cell(one) || '–').join(' · ');
}

export function blockText(block: TextBlock, spare: number): string {
  switch (block.kind) {
    case 'text':
      return fitted(letters(block.text, block.mark), spare);
    case 'fields':
      return fitted(
        lines(block.fields, ({ label, value }) => `${boldText(label)} ${cell(value)}`),
        spare,
      );
    case 'code': {
      const all = [...block.text];
      return fitted({ size: all.length, first: (count) => codeBlock(all.slice(0, count).join('')) }, spare);
    }
    case 'meter':
      return `${meterCells(block.share)} ${cell(block.text)}`;
    case 'board':
      return fitted(lines(block.rows, boardLine), spare);
    case 'table':
      return fitted(lines(block.rows, tableRow, [boldText(block.columns.join(' · '))]), spare);
  }
}
