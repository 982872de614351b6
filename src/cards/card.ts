import type { Chart } from '../charts/model.ts';
import type { RichText } from './inline.ts';

/** A command call as text; see core/line.ts. */
export type Line = string & { readonly brand: 'line' };

export type Tone = 'neutral' | 'good' | 'warn' | 'bad';

/** What a line of text stands for: the same mark and colour everywhere. */
export type Mark = 'covered' | 'missed' | 'misconception' | 'streak' | 'heading' | 'small' | 'quote';

export type Control =
  | {
      readonly kind: 'button';
      readonly label: string;
      readonly line: Line;
      readonly style?: 'primary' | 'danger';
    }
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  /** One choice out of several, each a call of its own; `label` says what is chosen. */
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly MenuItem[] };

export interface MenuItem {
  readonly label: string;
  readonly line: Line;
}

export type Block =
  | { readonly kind: 'text'; readonly text: RichText; readonly mark?: Mark }
  | {
      readonly kind: 'fields';
      readonly fields: readonly { readonly label: string; readonly value: string }[];
    }
  | { readonly kind: 'code'; readonly text: string }
  /** A share of a whole, 0 to 1, with the words that say the same. */
  | { readonly kind: 'meter'; readonly share: number; readonly text: string }
  /** Ranked rows; `self` marks the reader's own. Never padded with spaces: renderers lay it out. */
  | { readonly kind: 'board'; readonly rows: readonly BoardRow[] }
  /** Numbers until a renderer draws them; `alt` says what is to be seen, `name` names the picture's file. */
  | { readonly kind: 'chart'; readonly chart: Chart; readonly alt: string; readonly name: string }
  /** A small table; every row has as many cells as there are columns. Never padded with spaces. */
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** A text file to keep. */
  | { readonly kind: 'file'; readonly name: string; readonly mime: string; readonly text: string }
  | { readonly kind: 'divider' }
  | { readonly kind: 'controls'; readonly items: readonly Control[] };

export interface BoardRow {
  readonly place: number;
  readonly name: string;
  readonly value: string;
  readonly note?: string;
  readonly self: boolean;
}

export interface Card {
  readonly title?: string;
  readonly tone: Tone;
  readonly blocks: readonly Block[];
}
