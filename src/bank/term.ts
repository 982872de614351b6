import type { Localised, RichText } from '../cards/inline.ts';

export interface Term {
  readonly id: string;
  readonly topic: string;
  readonly ko: string;
  readonly en: string;
  readonly aliases: readonly string[];
  readonly definition: Localised<RichText>;
  readonly formula?: string;
  readonly related: readonly string[];
  readonly questions: readonly string[];
  readonly demos: readonly string[];
}
