import type { Inline, RichText } from '../../cards/inline.ts';

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
  const lines = marks.replaceAll(/^(\s*)([#+-])/gm, '$1\\$2').replaceAll(/^(\s*\d+)\./gm, '$1\\.');
  return withoutMention(lines);
}

const PUNCTUATION = /[^\p{L}\p{N}\s]/u;

/**
 * Emphasis between letters, as before a Korean particle: **"값"**은 is not closed under the rules of CommonMark, since the mark
 * stands between punctuation and a letter. An invisible character inside makes it close.
 */
function emphasised(mark: string, text: string): string {
  const inner = text.trim();
  if (inner === '') return escapeText(text);
  const before = text.slice(0, text.length - text.trimStart().length);
  const after = text.slice(text.trimEnd().length);
  const first = PUNCTUATION.test(inner.slice(0, 1)) ? INVISIBLE : '';
  const last = PUNCTUATION.test(inner.slice(-1)) ? INVISIBLE : '';
  // A mark does not reach over an empty line.
  const lines = inner.split(/\n+/).map(escapeText).join(`${mark}\n${mark}`);
  return `${before}${mark}${first}${lines}${last}${mark}${after}`;
}

export function boldText(text: string): string {
  return emphasised('**', text);
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

function pieceText(piece: Inline): string {
  if (typeof piece === 'string') return escapeText(piece);
  switch (piece.kind) {
    case 'bold':
    case 'covered':
      return boldText(piece.text);
    case 'italic':
    case 'missed':
      return emphasised('*', piece.text);
    case 'code':
      return codeText(piece.text);
    case 'link': {
      const address = webAddress(piece.url);
      const label = escapeText(piece.label);
      return address === undefined ? label : `[${label}](${address})`;
    }
  }
}

export function richText(text: RichText): string {
  return text.map(pieceText).join('');
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
