import type { Locale, Localised, RichText } from '../cards/inline.ts';
import type { CompiledRubric } from '../grading/compile.ts';

export type Level = 1 | 2 | 3;

export interface QuestionPoint extends Localised {
  readonly id: string;
  readonly weight: number;
}

export interface Misconception extends Localised {
  readonly id: string;
}

export type SampleKind =
  | 'full'
  | 'partial'
  | 'wrong'
  | 'keywords'
  | 'noisy'
  | 'negation'
  | 'off-topic'
  | 'vague';

/** An answer with the range that its score must fall in; the content check grades it. */
export interface Sample {
  readonly kind: SampleKind;
  readonly lang: Locale | 'mixed';
  readonly answer: string;
  readonly score: readonly [number, number];
}

/** A wording accepted for a point beside its patterns. */
export interface AcceptedPhrase {
  readonly pointId: string;
  readonly phrase: string;
}

export interface Question {
  readonly id: string;
  readonly topic: string;
  readonly level: Level;
  readonly question: Localised;
  readonly hint: Localised;
  readonly points: readonly QuestionPoint[];
  readonly misconceptions: readonly Misconception[];
  readonly followUps: readonly string[];
  readonly terms: readonly string[];
  readonly demos: readonly string[];
  readonly samples: readonly Sample[];
  /** The model answer, a paragraph or list item each. */
  readonly model: Localised<readonly RichText[]>;
  readonly modelText: Localised;
  readonly rubric: CompiledRubric;
  /** The rubric with wordings that a workspace accepts besides; the same ones are compiled once. */
  rubricWith(phrases: readonly AcceptedPhrase[]): CompiledRubric;
  /** Changes whenever the file changes; stored with every grade. */
  readonly version: string;
}
