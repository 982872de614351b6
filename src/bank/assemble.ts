import { parseInline, type RichText } from '../cards/inline.ts';
import { type CompiledRubric, compileRubric } from '../grading/compile.ts';
import { GRADER_VERSION } from '../grading/grade.ts';
import { type Lexicon, makeLexicon } from '../grading/lexicon.ts';
import { phrasePattern } from '../grading/phrase.ts';
import type { Bank } from './bank.ts';
import type { Holidays } from './holidays.ts';
import { paragraphs } from './markdown.ts';
import type { AcceptedPhrase, Question } from './question.ts';
import type { RawContent } from './raw.ts';
import type { Term } from './term.ts';
import { TOPICS } from './topics.ts';

/** Compiled rubrics kept a question for workspaces with phrases of their own. */
const KEPT = 8;

/** Computes a value when it is first asked for: a start must not wait for rubrics that nobody needs yet. */
function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function toTerm({ topic, term }: RawContent['terms'][number]): Term {
  const { formula, definition, ...rest } = term;
  return {
    ...rest,
    topic,
    definition: { ko: parseInline(definition.ko), en: parseInline(definition.en) },
    ...(formula === undefined ? {} : { formula }),
  };
}

function toHolidays({ from, until, dates }: RawContent['holidays'][number]['list']): Holidays {
  return { from, until, dates: new Map(dates.map(({ date, ko, en }) => [date, { ko, en }])) };
}

function toQuestion(
  { data, model, hash }: RawContent['questions'][number],
  lexicon: () => Lexicon,
): Question {
  const { points, misconceptions, words, enough, ...rest } = data;
  const compile = (phrases: readonly AcceptedPhrase[]): CompiledRubric => {
    const accepted = (pointId: string): string[] =>
      phrases.filter((one) => one.pointId === pointId).flatMap((one) => phrasePattern(one.phrase) ?? []);
    const grown = points.map((point) => ({ ...point, say: [...point.say, ...accepted(point.id)] }));
    return compileRubric(
      {
        question: [data.question.ko, data.question.en],
        words,
        points: grown,
        misconceptions,
        ...(enough === undefined ? {} : { enough }),
      },
      lexicon(),
    );
  };
  const rubric = lazy(() => compile([]));
  // A workspace's phrases change rarely and are few: the last few sets are enough.
  const grown = new Map<string, CompiledRubric>();
  const texts = lazy<{ ko: RichText[]; en: RichText[] }>(() => ({
    ko: paragraphs(model.ko),
    en: paragraphs(model.en),
  }));
  return {
    ...rest,
    points: points.map(({ id, weight, ko, en }) => ({ id, weight, ko, en })),
    misconceptions: misconceptions.map(({ id, ko, en }) => ({ id, ko, en })),
    modelText: model,
    version: `${GRADER_VERSION}.${hash}`,
    get model() {
      return texts();
    },
    get rubric() {
      return rubric();
    },
    rubricWith(phrases) {
      if (phrases.length === 0) return rubric();
      const key = JSON.stringify(phrases.map(({ pointId, phrase }) => [pointId, phrase]));
      const known = grown.get(key) ?? compile(phrases);
      const oldest = grown.keys().next().value;
      if (grown.size >= KEPT && oldest !== undefined) grown.delete(oldest);
      grown.set(key, known);
      return known;
    },
  };
}

/** Makes the bank from checked content. Rubrics and the lexicon are compiled on first use, once. */
export function assembleBank(raw: RawContent): Bank {
  const lexicon = lazy(() =>
    makeLexicon([
      ...raw.terms.map(({ term }) => ({ id: term.id, words: [term.ko, term.en, ...term.aliases] })),
      ...raw.lexicon.map(({ id, words, opposite, complement }) => ({
        id,
        words,
        ...(opposite === undefined ? {} : { opposite }),
        ...(complement === undefined ? {} : { complement }),
      })),
    ]),
  );
  const questions = new Map(
    raw.questions.map((question) => [question.data.id, toQuestion(question, lexicon)]),
  );
  const used = new Set([...questions.values()].map((question) => question.topic));
  return {
    questions,
    terms: new Map(raw.terms.map((one) => [one.term.id, toTerm(one)])),
    topics: Object.keys(TOPICS).filter((topic) => used.has(topic)),
    holidays: new Map(raw.holidays.map(({ id, list }) => [id, toHolidays(list)])),
    get lexicon() {
      return lexicon();
    },
  };
}
