import { type Inline, plainText, type RichText, type TimeStyle } from '../../cards/inline.ts';

/** Text to Discord's Markdown: what somebody wrote stays what they wrote, and nobody is ever mentioned. */

/** Shows nothing; keeps a mention from being one, and a mark of emphasis from touching punctuation. */
const INVISIBLE = '\u200b';

/** Allowed mentions are none in every message; this keeps the words from even looking like a mention. */
function withoutMention(text: string): string {
  return text.replaceAll(/@(?=everyone|here)/gi, `@${INVISIBLE}`);
}

/** Escapes all that Discord would take for markup (support.discord.com: Markdown Text 101). */
export function escapeText(text: string): string {
  const marks = text.replaceAll(/[\\*_~`|<>[\]]/g, '\\$&');
  // Headings, lists and small print begin a line.
  const lines = marks
    .replaceAll(/^(\s*)(-#|#{1,3}|[+-])(?=\s)/gm, '$1\\$2')
    .replaceAll(/^(\s*\d+)\.(?=\s)/gm, '$1\\.');
  return withoutMention(lines);
}

const PUNCTUATION = /[^\p{L}\p{N}\s]/u;

const LETTER = /[\p{L}\p{N}]/u;

/** The characters that emphasised words stand between; empty at the ends of a text. */
interface Between {
  readonly before: string;
  readonly after: string;
}

/**
 * Emphasis between letters, as before a Korean particle: **"값"**은 is not closed under the rules of CommonMark, since the mark
 * stands between punctuation and a letter. An invisible character inside makes it close.
 */
function emphasised(mark: string, text: string, { before, after }: Between): string {
  const inner = text.trim();
  if (inner === '') return escapeText(text);
  const lead = text.slice(0, text.length - text.trimStart().length);
  const tail = text.slice(text.trimEnd().length);
  const opens = lead === '' && LETTER.test(before) && PUNCTUATION.test(inner.slice(0, 1));
  const closes = tail === '' && LETTER.test(after) && PUNCTUATION.test(inner.slice(-1));
  // A mark does not reach over an empty line.
  const lines = inner.split(/\n+/).map(escapeText).join(`${mark}\n${mark}`);
  return `${lead}${mark}${opens ? INVISIBLE : ''}${lines}${closes ? INVISIBLE : ''}${mark}${tail}`;
}

export function boldText(text: string, between: Between = { before: '', after: '' }): string {
  return emphasised('**', text, between);
}

/** Code keeps its characters; a back-tick inside asks for two around. */
export function codeText(text: string): string {
  const line = withoutMention(text.replaceAll(/\s*\n\s*/g, ' '));
  if (line.trim() === '') return '';
  return line.includes('`') ? `\`\` ${line.replaceAll('``', `\`${INVISIBLE}\``)} \`\`` : `\`${line}\``;
}

export function codeBlock(text: string): string {
  return `\`\`\`\n${withoutMention(text).replaceAll('```', `\`${INVISIBLE}\`\``)}\n\`\`\``;
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}

/** An address a link may have, or nothing. */
export function webAddress(url: string, max = Number.POSITIVE_INFINITY): string | undefined {
  if (!isWebAddress(url)) return undefined;
  // A closing bracket would end the link too early.
  const address = new URL(url).href.replaceAll('(', '%28').replaceAll(')', '%29');
  return address.length > max ? undefined : address;
}

/** Shown in the reader's zone and language (docs: reference#message-formatting-timestamp-styles). */
const TIME_STYLES: Readonly<Record<TimeStyle, string>> = { date: 'D', minute: 'f', relative: 'R' };

function pieceText(piece: Inline, between: Between): string {
  if (typeof piece === 'string') return escapeText(piece);
  switch (piece.kind) {
    case 'bold':
    case 'covered':
      return boldText(piece.text, between);
    case 'italic':
    case 'missed':
      return emphasised('*', piece.text, between);
    case 'code':
      return codeText(piece.text);
    case 'time':
      return `<t:${Math.floor(piece.at / 1000)}:${TIME_STYLES[piece.as]}>`;
    // Shown by its name; a channel's mention rings nowhere (docs: reference#message-formatting).
    case 'channel':
      return /^\d+$/.test(piece.id) ? `<#${piece.id}>` : escapeText(piece.text);
    case 'link': {
      const address = webAddress(piece.url);
      const label = escapeText(piece.label);
      return address === undefined ? label : `[${label}](${address})`;
    }
  }
}

function wordsOf(piece: Inline | undefined): string {
  return piece === undefined ? '' : plainText([piece]);
}

export function richText(text: RichText): string {
  return text
    .map((piece, index) =>
      pieceText(piece, {
        before: wordsOf(text[index - 1]).slice(-1),
        after: wordsOf(text[index + 1]).slice(0, 1),
      }),
    )
    .join('');
}

/** The text's first `count` code points, piece by piece, so that no mark is cut in two. */
export function firstOf(text: RichText, count: number): RichText {
  const kept: Inline[] = [];
  let left = count;
  for (const piece of text) {
    if (left <= 0) break;
    const words = typeof piece === 'string' ? piece : piece.kind === 'link' ? piece.label : piece.text;
    const letters = [...words];
    const short = letters.slice(0, left).join('');
    left -= letters.length;
    if (typeof piece === 'string') kept.push(short);
    else kept.push(piece.kind === 'link' ? { ...piece, label: short } : { ...piece, text: short });
  }
  return kept;
}
