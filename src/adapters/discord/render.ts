import {
  type APIActionRowComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Block, Card, Control, Tone } from '../../cards/card.ts';
import { cut } from '../../cards/cut.ts';
import type { Chart } from '../../charts/model.ts';
import { blockText, bytesOf } from './blocks.ts';
import {
  BYTES_PER_DISPLAY,
  MAX_ALT_TEXT,
  MAX_BUTTON_LABEL,
  MAX_BUTTON_URL,
  MAX_BYTES,
  MAX_CHARACTERS,
  MAX_COMPONENTS,
  MAX_FILES,
  MAX_ITEM_TEXT,
  MAX_MENU_ITEMS,
  MAX_PLACEHOLDER,
  ROW_BUTTONS,
} from './limits.ts';
import { escapeText, webAddress } from './markdown.ts';

/** Card in, messages out. Pure; more than one where a card is more than a message holds. Why containers: docs/decisions/0008. */

export interface Picture {
  readonly file: string;
  readonly chart: Chart;
  readonly alt: string;
}

export interface Document {
  readonly file: string;
  readonly mime: string;
  readonly text: string;
}

export interface Payload {
  readonly container: APIContainerComponent;
  readonly pictures: readonly Picture[];
  readonly documents: readonly Document[];
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** The colours of the playground's cards, on Discord's dark and light themes alike. */
const COLOURS: Readonly<Record<Tone, number>> = {
  neutral: 0x6a76e8,
  good: 0x2e9e6b,
  warn: 0xc98a1b,
  bad: 0xcc4b4b,
};

function buttonOf(item: Extract<Control, { kind: 'button' | 'link' }>): APIComponentInMessageActionRow[] {
  const label = cut(item.label, MAX_BUTTON_LABEL);
  if (item.kind === 'link') {
    const url = webAddress(item.url, MAX_BUTTON_URL);
    return url === undefined ? [] : [{ type: ComponentType.Button, style: ButtonStyle.Link, label, url }];
  }
  const style =
    item.style === 'primary'
      ? ButtonStyle.Primary
      : item.style === 'danger'
        ? ButtonStyle.Danger
        : ButtonStyle.Secondary;
  return [{ type: ComponentType.Button, style, label, custom_id: item.line }];
}

/** A choice carries its line as its value; the menu itself only needs an id of its own in the message. */
function menuOf(item: Extract<Control, { kind: 'menu' }>, id: string): Row {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: id,
        placeholder: cut(item.label, MAX_PLACEHOLDER),
        options: item.items
          .slice(0, MAX_MENU_ITEMS)
          .map(({ label, line }) => ({ label: cut(label, MAX_ITEM_TEXT), value: line })),
      },
    ],
  };
}

function rowsOf(items: readonly Control[], block: number): Row[] {
  const rows: Row[] = [];
  let open: APIComponentInMessageActionRow[] | undefined;
  for (const [index, item] of items.entries()) {
    if (item.kind === 'menu') {
      rows.push(menuOf(item, `menu-${block}-${index}`));
      open = undefined;
      continue;
    }
    const buttons = buttonOf(item);
    if (buttons.length === 0) continue;
    if (open === undefined || open.length === ROW_BUTTONS) {
      open = [];
      rows.push({ type: ComponentType.ActionRow, components: open });
    }
    open.push(...buttons);
  }
  return rows;
}

/** Collects parts into messages, each within all limits. */
class Messages {
  readonly #tone: Tone;
  readonly #done: Payload[] = [];
  #parts: APIComponentInContainer[] = [];
  #pictures: Picture[] = [];
  #documents: Document[] = [];
  #components = 1;
  #characters = 0;
  #bytes = 0;

  constructor(tone: Tone) {
    this.#tone = tone;
  }

  #close(): void {
    if (this.#parts.length === 0) return;
    this.#done.push({
      container: {
        type: ComponentType.Container,
        accent_color: COLOURS[this.#tone],
        components: this.#parts,
      },
      pictures: this.#pictures,
      documents: this.#documents,
    });
    this.#parts = [];
    this.#pictures = [];
    this.#documents = [];
    this.#components = 1;
    this.#characters = 0;
    this.#bytes = 0;
  }

  /** Text under text joins the same display: a display is one of 40 components and costs bytes of its own. */
  text(content: string, gap: string): void {
    if (content.trim() === '') return;
    const last = this.#parts.at(-1);
    const joined = last?.type === ComponentType.TextDisplay;
    const added = joined ? gap + content : content;
    const bytes = bytesOf(added) + (joined ? 0 : BYTES_PER_DISPLAY);
    if (
      this.#characters + added.length > MAX_CHARACTERS ||
      this.#bytes + bytes > MAX_BYTES ||
      (!joined && this.#components + 1 > MAX_COMPONENTS)
    ) {
      this.#close();
      this.text(content, gap);
      return;
    }
    this.#characters += added.length;
    this.#bytes += bytes;
    if (joined) {
      this.#parts[this.#parts.length - 1] = { ...last, content: last.content + added };
      return;
    }
    this.#components += 1;
    this.#parts.push({ type: ComponentType.TextDisplay, content: added });
  }

  part(part: APIComponentInContainer, components: number, attached?: Picture | Document): void {
    const full = attached !== undefined && this.#pictures.length + this.#documents.length === MAX_FILES;
    if (full || this.#components + components > MAX_COMPONENTS) this.#close();
    this.#components += components;
    this.#parts.push(part);
    if (attached === undefined) return;
    if ('chart' in attached) this.#pictures.push(attached);
    else this.#documents.push(attached);
  }

  divider(): void {
    // Nothing to divide at the head of a message.
    if (this.#parts.length > 0) this.part({ type: ComponentType.Separator, divider: true }, 1);
  }

  finish(): readonly Payload[] {
    if (this.#parts.length === 0 && this.#done.length === 0) this.text('∇', '');
    this.#close();
    return this.#done;
  }
}

function chartInto(block: Extract<Block, { kind: 'chart' }>, index: number, messages: Messages): void {
  const name = block.name.replaceAll(/[^\w-]+/g, '-').slice(0, 60);
  const file = `${name === '' ? 'chart' : name}-${index}.png`;
  const alt = cut(block.alt, MAX_ALT_TEXT);
  const item = { media: { url: `attachment://${file}` }, description: alt };
  messages.part({ type: ComponentType.MediaGallery, items: [item] }, 1, { file, chart: block.chart, alt });
}

function fileInto(block: Extract<Block, { kind: 'file' }>, messages: Messages): void {
  const { mime, text } = block;
  const file = block.name.replaceAll(/[^\w.-]+/g, '-').slice(0, 60);
  messages.part({ type: ComponentType.File, file: { url: `attachment://${file}` } }, 1, { file, mime, text });
}

function blockInto(block: Block, index: number, spare: number, messages: Messages): void {
  switch (block.kind) {
    case 'text':
      messages.text(blockText(block, spare), block.mark === 'heading' ? '\n\n' : '\n');
      return;
    case 'fields':
    case 'code':
    case 'meter':
    case 'board':
    case 'table':
      messages.text(blockText(block, spare), '\n');
      return;
    case 'chart':
      chartInto(block, index, messages);
      return;
    case 'file':
      fileInto(block, messages);
      return;
    case 'divider':
      messages.divider();
      return;
    case 'controls':
      for (const row of rowsOf(block.items, index)) messages.part(row, 1 + row.components.length);
      return;
  }
}

export function renderCard(card: Card): readonly Payload[] {
  const messages = new Messages(card.tone);
  const title = card.title === undefined ? undefined : `### ${escapeText(cut(card.title, 200))}`;
  if (title !== undefined) messages.text(title.replaceAll('\n', ' '), '\n');
  const spare = (title?.length ?? 0) + 40;
  for (const [index, block] of card.blocks.entries()) blockInto(block, index, spare, messages);
  return messages.finish();
}
