import type { Block, Card, Control, Mark } from './card.ts';
import { plainText } from './inline.ts';

/** A card as plain text, for terminals, logs and the fall-back text of notifications. */

const SIGNS: Readonly<Record<Mark, string>> = {
  covered: '✓ ',
  missed: '○ ',
  misconception: '✗ ',
  streak: '∇ ',
  heading: '',
  small: '',
  quote: '> ',
};
const METER_CELLS = 10;

export function meterCells(share: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * METER_CELLS);
  return '▰'.repeat(full) + '▱'.repeat(METER_CELLS - full);
}

/** Kilobytes of 1,000 bytes, one decimal below ten. */
export function fileSize(text: string): string {
  const kilobytes = new TextEncoder().encode(text).length / 1000;
  return `${kilobytes < 10 ? kilobytes.toFixed(1) : Math.round(kilobytes)} kB`;
}

function controlText(item: Control): string {
  switch (item.kind) {
    case 'button':
      return `[${item.label}] ${item.line}`;
    case 'link':
      return `[${item.label}] ${item.url}`;
    case 'menu':
      return [`${item.label}:`, ...item.items.map((one) => `  [${one.label}] ${one.line}`)].join('\n');
  }
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'text': {
      const words = plainText(block.text);
      if (block.mark === 'heading') return `\n${words}`;
      return (block.mark === undefined ? '' : SIGNS[block.mark]) + words;
    }
    case 'fields':
      return block.fields.map((field) => `${field.label}: ${field.value}`).join('\n');
    case 'code':
      return block.text;
    case 'meter':
      return `${meterCells(block.share)} ${block.text}`;
    case 'board':
      return block.rows
        .map(
          (row) =>
            `${row.place}. ${row.name}  ${row.value}${row.note === undefined ? '' : `  (${row.note})`}${row.self ? '  ←' : ''}`,
        )
        .join('\n');
    case 'chart':
      return block.alt;
    case 'table':
      return [block.columns, ...block.rows].map((row) => row.join('  ')).join('\n');
    case 'file':
      return `${block.name} (${fileSize(block.text)})`;
    case 'divider':
      return '---';
    case 'controls':
      return block.items.map(controlText).join('\n');
  }
}

export function cardText(card: Card): string {
  return [card.title, ...card.blocks.map(blockText)]
    .filter((part) => part !== undefined)
    .join('\n')
    .trim();
}
