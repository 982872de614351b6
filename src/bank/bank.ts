import type { Lexicon } from '../grading/lexicon.ts';
import type { HolidayLists } from './holidays.ts';
import type { Question } from './question.ts';
import type { Term } from './term.ts';

/** Everything the bot teaches, loaded and checked once at start. */
export interface Bank {
  readonly questions: ReadonlyMap<string, Question>;
  readonly terms: ReadonlyMap<string, Term>;
  readonly topics: readonly string[];
  readonly lexicon: Lexicon;
  readonly holidays: HolidayLists;
}
