import type { types } from '@slack/bolt';
import { type Inline, plainText, type RichText, type TimeStyle } from '../../cards/inline.ts';
import { MAX_BUTTON_URL } from './limits.ts';
import { SLASH } from './settings.ts';

/**
 * Text to `rich_text`, where a string is only ever a string: no markup is read in it, nobody is mentioned, no link appears
 * (reference/block-kit/blocks/rich-text-block). And Slack's own markup back to text.
 */

export type Element = types.RichTextElement;
type Words = Extract<Element, { type: 'text' }>;

export function words(text: string, style?: Words['style']): Element[] {
  return text === '' ? [] : [{ type: 'text', text, ...(style === undefined ? {} : { style }) }];
}

/** An address a link may have, or nothing. */
export function webAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return ['http:', 'https:'].includes(protocol) && href.length <= MAX_BUTTON_URL ? href : undefined;
}

/** Slack shows them in the reader's zone and language (messaging/formatting-message-text#date-formatting). */
const DATE_FORMATS: Readonly<Record<TimeStyle, string>> = {
  date: '{date}',
  minute: '{date} {time}',
  relative: '{ago}',
};

/** Commands are words of the one slash command here. */
function codeWords(text: string): string {
  return /^\/[a-z]{2,}(?: [a-z]+)?$/.test(text) ? `${SLASH} ${text.slice(1)}` : text;
}

function pieceElements(piece: Inline): Element[] {
  if (typeof piece === 'string') return words(piece);
  switch (piece.kind) {
    case 'bold':
    case 'covered':
      return words(piece.text, { bold: true });
    case 'italic':
    case 'missed':
      return words(piece.text, { italic: true });
    case 'code':
      return words(codeWords(piece.text), { code: true });
    case 'time':
      return [
        {
          type: 'date',
          timestamp: Math.floor(piece.at / 1000),
          format: DATE_FORMATS[piece.as],
          fallback: piece.text,
        },
      ];
    case 'channel':
      // A direct chat or a place that is not a channel has no name to show.
      return /^[CG]/.test(piece.id) ? [{ type: 'channel', channel_id: piece.id }] : words(piece.text);
    case 'link': {
      const url = webAddress(piece.url);
      if (url === undefined) return words(piece.label);
      return [{ type: 'link', url, ...(piece.label === '' ? {} : { text: piece.label }) }];
    }
  }
}

export function elementsOf(text: RichText): Element[] {
  return text.flatMap(pieceElements);
}

export function boldElements(text: RichText): Element[] {
  return words(plainText(text), { bold: true });
}

/** The text's first `count` code points, piece by piece. */
export function firstOf(text: RichText, count: number): RichText {
  const kept: Inline[] = [];
  let left = count;
  for (const piece of text) {
    if (left <= 0) break;
    const letters = [...plainText([piece])];
    const short = letters.slice(0, left).join('');
    left -= letters.length;
    if (typeof piece === 'string') kept.push(short);
    else kept.push(piece.kind === 'link' ? { ...piece, label: short } : { ...piece, text: short });
  }
  return kept;
}

/** What people read of it, for counting. */
export function lengthOf(elements: readonly Element[]): number {
  return elements.reduce((sum, one) => {
    if (one.type === 'text') return sum + one.text.length;
    if (one.type === 'link') return sum + (one.text ?? one.url).length;
    return sum + 40;
  }, 0);
}

/** The three characters that are markup in `text` (messaging/formatting-message-text#escaping). */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * What a member wrote, from Slack's markup: `<https://a.b|a.b>` is an address again, `<@U01|name>` a name. A channel stays as it is
 * where a command may take one.
 */
export function fromMarkup(text: string, channels: 'kept' | 'named'): string {
  const plain = text.replaceAll(/<([^<>]*)>/g, (whole, inside: string) => {
    const [target = '', label] = inside.split('|', 2);
    if (target.startsWith('#')) return channels === 'kept' ? whole : `#${label ?? target.slice(1)}`;
    if (target.startsWith('@')) return `@${label ?? target.slice(1)}`;
    if (target.startsWith('!')) return `@${label?.replace(/^@/, '') ?? target.slice(1).split('^')[0]}`;
    return label ?? target;
  });
  return plain.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
