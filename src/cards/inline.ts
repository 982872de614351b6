/** Text as data: renderers escape it, nothing parses it. */

export type Locale = 'ko' | 'en';
export const LOCALES: readonly Locale[] = ['ko', 'en'];

export interface Localised<T = string> {
  readonly ko: T;
  readonly en: T;
}

/** The date; date, hour and minute; or how long until then. */
export type TimeStyle = 'date' | 'minute' | 'relative';

export type Inline =
  | string
  | { readonly kind: 'bold' | 'italic' | 'code' | 'covered' | 'missed'; readonly text: string }
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  /** An instant, epoch milliseconds: shown in the reader's own zone where a door can; `text` says it in words where it cannot. */
  | { readonly kind: 'time'; readonly at: number; readonly as: TimeStyle; readonly text: string }
  /** A channel of the same workspace by the platform's id; `text` names it where a door cannot. Notifies nobody. */
  | { readonly kind: 'channel'; readonly id: string; readonly text: string };

export type RichText = readonly Inline[];

export const bold = (text: string): Inline => ({ kind: 'bold', text });
export const channel = (id: string): Inline => ({ kind: 'channel', id, text: `#${id}` });
export const code = (text: string): Inline => ({ kind: 'code', text });

/** The words alone. */
export function plainText(text: RichText): string {
  return text
    .map((piece) => (typeof piece === 'string' ? piece : piece.kind === 'link' ? piece.label : piece.text))
    .join('');
}

const MARK = /\*\*([^*\n]+)\*\*|`([^`\n]+)`/g;

/** Reads the small Markdown subset of content files: **bold** and `code`; everything else is text. */
export function parseInline(source: string): RichText {
  const pieces: Inline[] = [];
  let at = 0;
  for (const found of source.matchAll(MARK)) {
    if (found.index > at) pieces.push(source.slice(at, found.index));
    pieces.push(found[1] !== undefined ? bold(found[1]) : code(found[2] ?? ''));
    at = found.index + found[0].length;
  }
  if (at < source.length) pieces.push(source.slice(at));
  return pieces;
}
