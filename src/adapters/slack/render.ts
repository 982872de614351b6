import type { types } from '@slack/bolt';
import type { Block, Card } from '../../cards/card.ts';
import { cut } from '../../cards/cut.ts';
import { plainText, type RichText } from '../../cards/inline.ts';
import { cardText } from '../../cards/plain.ts';
import type { Chart } from '../../charts/model.ts';
import { type Part, partOf, type TextBlock, toRichText } from './blocks.ts';
import { plain, rowsOf } from './controls.ts';
import {
  MAX_ALT_TEXT,
  MAX_BLOCKS,
  MAX_CHARACTERS,
  MAX_FALLBACK,
  MAX_SMALL,
  MAX_TITLE,
  MAX_VIEW_BLOCKS,
} from './limits.ts';
import { escapeMarkup, lengthOf, words } from './rich-text.ts';

/** Card in, messages out. Pure; more than one where a card is more than a message holds. Why like this: docs/decisions/0009. */

export interface Picture {
  /** Which block it belongs to. */
  readonly block: number;
  readonly file: string;
  readonly chart: Chart;
  readonly alt: string;
}

export interface Document {
  readonly file: string;
  readonly text: string;
}

export interface Payload {
  /** A picture's block has no file yet: it is uploaded first. */
  readonly blocks: readonly types.KnownBlock[];
  /** For notifications and screen readers. */
  readonly text: string;
  readonly pictures: readonly Picture[];
  readonly documents: readonly Document[];
}

/** Collects blocks into messages, each within all limits. */
class Messages {
  readonly #text: string;
  readonly #done: Payload[] = [];
  #blocks: types.KnownBlock[] = [];
  #pictures: Picture[] = [];
  #documents: Document[] = [];
  #characters = 0;

  constructor(text: string) {
    this.#text = text;
  }

  #close(): void {
    if (this.#blocks.length === 0) return;
    this.#done.push({
      blocks: this.#blocks,
      text: this.#text,
      pictures: this.#pictures,
      documents: this.#documents,
    });
    this.#blocks = [];
    this.#pictures = [];
    this.#documents = [];
    this.#characters = 0;
  }

  block(block: types.KnownBlock, characters: number): void {
    if (this.#blocks.length === MAX_BLOCKS || this.#characters + characters > MAX_CHARACTERS) this.#close();
    this.#characters += characters;
    this.#blocks.push(block);
  }

  /** Lines under lines are one block: a block is one of 50, and stands apart from the next. */
  part(part: Part, gap: string): void {
    const length = lengthOf(part.elements) + gap.length;
    const last = this.#blocks.at(-1);
    if (last?.type !== 'rich_text' || this.#characters + length > MAX_CHARACTERS) {
      this.block({ type: 'rich_text', elements: [toRichText(part)] }, length);
      return;
    }
    this.#characters += length;
    const open = last.elements.at(-1);
    const joins = open?.type === 'rich_text_section' && part.shape === 'rich_text_section';
    if (joins) open.elements.push(...words(gap), ...part.elements);
    else last.elements.push(toRichText(part));
  }

  picture(picture: Omit<Picture, 'block'>): void {
    this.block({ type: 'image', slack_file: { id: '' }, alt_text: picture.alt }, picture.alt.length);
    this.#pictures.push({ ...picture, block: this.#blocks.length - 1 });
  }

  document(document: Document): void {
    this.#documents.push(document);
  }

  divider(): void {
    // Nothing to divide at the head of a message.
    if (this.#blocks.length > 0) this.block({ type: 'divider' }, 0);
  }

  finish(): readonly Payload[] {
    if (this.#blocks.length === 0 && this.#done.length === 0)
      this.part({ shape: 'rich_text_section', elements: words('∇') }, '');
    this.#close();
    return this.#done;
  }
}

function chartInto(block: Extract<Block, { kind: 'chart' }>, index: number, messages: Messages): void {
  const name = block.name.replaceAll(/[^\w-]+/g, '-').slice(0, 60);
  const alt = cut(block.alt.trim() === '' ? name : block.alt, MAX_ALT_TEXT);
  messages.picture({ file: `${name === '' ? 'chart' : name}-${index}.png`, chart: block.chart, alt });
}

/** Small print has a block of its own, without any markup; links and instants need rich text. */
function smallInto(text: RichText, messages: Messages): boolean {
  const needsMore = text.some((one) => typeof one !== 'string' && ['link', 'time'].includes(one.kind));
  const shown = cut(plainText(text), MAX_SMALL);
  if (needsMore || shown.trim() === '') return false;
  messages.block({ type: 'context', elements: [plain(shown)] }, shown.length);
  return true;
}

function wordsInto(block: TextBlock, spare: number, messages: Messages): void {
  const mark = block.kind === 'text' ? block.mark : undefined;
  if (block.kind === 'text' && mark === 'small' && smallInto(block.text, messages)) return;
  const part = partOf(block, MAX_CHARACTERS - spare);
  if (part !== undefined) messages.part(part, mark === 'heading' ? '\n\n' : '\n');
}

function blockInto(block: Block, index: number, spare: number, messages: Messages): void {
  switch (block.kind) {
    case 'file':
      messages.document({ file: block.name.replaceAll(/[^\w.-]+/g, '-').slice(0, 60), text: block.text });
      wordsInto(block, spare, messages);
      return;
    case 'text':
    case 'fields':
    case 'code':
    case 'meter':
    case 'board':
    case 'table':
      wordsInto(block, spare, messages);
      return;
    case 'chart':
      chartInto(block, index, messages);
      return;
    case 'divider':
      messages.divider();
      return;
    case 'controls':
      for (const row of rowsOf(block.items, index)) messages.block(row, 0);
      return;
  }
}

/** The words of a card, without its buttons. */
function fallbackOf(card: Card): string {
  const blocks = card.blocks.filter((block) => block.kind !== 'controls' && block.kind !== 'divider');
  const text = cardText({ ...card, blocks }).trim();
  if (text === '') return '∇';
  const escaped = escapeMarkup(cut(text, MAX_FALLBACK));
  // A character that is escaped has up to five; never cut within one.
  return escaped.length <= 2 * MAX_FALLBACK ? escaped : escapeMarkup(cut(text, MAX_FALLBACK / 3));
}

export function renderCard(card: Card): readonly Payload[] {
  const messages = new Messages(fallbackOf(card));
  const title = cut((card.title ?? '').replaceAll(/\s+/g, ' ').trim(), MAX_TITLE);
  if (title !== '') messages.block({ type: 'header', text: plain(title) }, title.length);
  const spare = title.length + 40;
  for (const [index, block] of card.blocks.entries()) blockInto(block, index, spare, messages);
  return messages.finish();
}

/** Cards one under the other in a modal or a Home tab; what is beyond its blocks is left out, with a mark. */
export function renderView(cards: readonly Card[]): Payload {
  const all = cards.flatMap((card, index) => [
    ...(index === 0
      ? []
      : [{ blocks: [{ type: 'divider' } as const], text: '', pictures: [], documents: [] }]),
    ...renderCard(card),
  ]);
  const blocks: types.KnownBlock[] = [];
  const pictures: Picture[] = [];
  for (const payload of all) {
    pictures.push(...payload.pictures.map((one) => ({ ...one, block: one.block + blocks.length })));
    blocks.push(...payload.blocks);
  }
  const tooMany = blocks.length > MAX_VIEW_BLOCKS;
  const shown = tooMany ? blocks.slice(0, MAX_VIEW_BLOCKS - 1) : blocks;
  const rest = `… (+${blocks.length - shown.length})`;
  return {
    blocks: tooMany ? [...shown, { type: 'context', elements: [plain(rest)] }] : shown,
    text: all[0]?.text ?? '∇',
    pictures: pictures.filter((one) => one.block < shown.length),
    documents: all.flatMap((one) => one.documents),
  };
}
