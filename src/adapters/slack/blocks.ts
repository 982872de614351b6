import type { types } from '@slack/bolt';
import type { Block, BoardRow, Mark } from '../../cards/card.ts';
import { plainText, type RichText } from '../../cards/inline.ts';
import { fileSize, meterCells } from '../../cards/plain.ts';
import { boldElements, type Element, elementsOf, firstOf, lengthOf, words } from './rich-text.ts';

/** Blocks that are words, as parts of rich text that fit one message. */

export type TextBlock = Exclude<Block, { kind: 'chart' | 'divider' | 'controls' }>;
type Shape = 'rich_text_section' | 'rich_text_quote' | 'rich_text_preformatted';

export interface Part {
  readonly shape: Shape;
  readonly elements: readonly Element[];
}

/** Something that can be shown in part: how many pieces it has, and its first `count`. */
interface Cuttable {
  readonly size: number;
  first(count: number): Element[];
}

/** All of it, or as much as fits with a mark that says how much is left out. */
function fitted(all: Cuttable, max: number): Element[] {
  const whole = all.first(all.size);
  if (lengthOf(whole) <= max) return whole;
  const short = (count: number): Element[] => [
    ...all.first(count),
    ...words(`\n… (+${(all.size - count).toLocaleString('en')})`),
  ];
  let low = 0;
  let high = all.size;
  while (low < high - 1) {
    const middle = Math.floor((low + high) / 2);
    if (lengthOf(short(middle)) <= max) low = middle;
    else high = middle;
  }
  return short(low);
}

const SIGNS: Readonly<Record<Exclude<Mark, 'heading' | 'small' | 'quote'>, string>> = {
  covered: '✓ ',
  missed: '○ ',
  misconception: '✗ ',
  streak: '∇ ',
};

function markedElements(text: RichText, mark: Mark | undefined): Element[] {
  switch (mark) {
    case undefined:
    case 'small':
    case 'quote':
      return elementsOf(text);
    case 'heading':
      return boldElements(text);
    case 'covered':
    case 'missed':
    case 'misconception':
    case 'streak':
      return [...words(SIGNS[mark]), ...elementsOf(text)];
  }
}

function letters(text: RichText, mark: Mark | undefined): Cuttable {
  return {
    size: [...plainText(text)].length,
    first: (count) => markedElements(firstOf(text, count), mark),
  };
}

function lines<T>(all: readonly T[], line: (one: T) => Element[], head: readonly Element[] = []): Cuttable {
  return {
    size: all.length,
    first: (count) => [
      ...head,
      ...all
        .slice(0, count)
        .flatMap((one, index) => [...(index > 0 || head.length > 0 ? words('\n') : []), ...line(one)]),
    ],
  };
}

/** A cell or value of its own is a few words; one of thousands of characters would push out everything else. */
const MAX_CELL = 600;

function cell(text: string): string {
  const all = [...text];
  return all.length > MAX_CELL ? `${all.slice(0, MAX_CELL - 1).join('')}…` : text;
}

function boardLine(row: BoardRow): Element[] {
  const note = row.note === undefined ? '' : ` (${cell(row.note)})`;
  return [
    ...words(`${row.place}. `),
    ...words(cell(row.name), row.self ? { bold: true } : undefined),
    ...words(` · ${cell(row.value)}${note}${row.self ? ' ◂' : ''}`),
  ];
}

/** A row is a line: Slack's own table goes into messages only, one a message, and not into modals or the Home tab. */
function tableRow(cells: readonly string[]): Element[] {
  return words(cells.map((one) => cell(one) || '–').join(' · '));
}

function elementsIn(block: TextBlock, max: number): Element[] {
  switch (block.kind) {
    case 'text':
      return fitted(letters(block.text, block.mark), max);
    case 'fields':
      return fitted(
        lines(block.fields, ({ label, value }) => [
          ...words(label, { bold: true }),
          ...words(` ${cell(value)}`),
        ]),
        max,
      );
    case 'code': {
      const all = [...block.text];
      return fitted({ size: all.length, first: (count) => words(all.slice(0, count).join('')) }, max);
    }
    case 'meter':
      return words(`${meterCells(block.share)} ${cell(block.text)}`);
    case 'board':
      return fitted(lines(block.rows, boardLine), max);
    case 'table':
      return fitted(
        lines(block.rows, tableRow, words(block.columns.map(cell).join(' · '), { bold: true })),
        max,
      );
    case 'file':
      return words(`${block.name} (${fileSize(block.text)})`, { code: true });
  }
}

function shapeOf(block: TextBlock): Shape {
  if (block.kind === 'code') return 'rich_text_preformatted';
  return block.kind === 'text' && block.mark === 'quote' ? 'rich_text_quote' : 'rich_text_section';
}

/** Undefined where there is nothing to read. */
export function partOf(block: TextBlock, max: number): Part | undefined {
  const elements = elementsIn(block, max);
  const blank = elements.every((one) => one.type === 'text' && one.text.trim() === '');
  return blank ? undefined : { shape: shapeOf(block), elements };
}

export function toRichText({ shape, elements }: Part): types.RichTextBlock['elements'][number] {
  // Inside code only words and links are allowed, and only words are made for it.
  return { type: shape, elements: [...elements] } as types.RichTextBlock['elements'][number];
}
