import { parseInline, type RichText } from '../cards/inline.ts';
import { type CompiledRubric, compileRubric } from '../grading/compile.ts';
import { GRADER_VERSION } from '../grading/grade.ts';
import { type Lexicon, makeLexicon } from '../grading/lexicon.ts';
import type { Bank } from './bank.ts';
import { paragraphs } from './markdown.ts';
import type { Question } from './question.ts';
import type { RawContent } from './raw.ts';
import type { Term } from './term.ts';
import { TOPICS } from './topics.ts';

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

function toQuestion(
  { data, model, hash }: RawContent['questions'][number],
  lexicon: () => Lexicon,
): Question {
  const { points, misconceptions, words, enough, ...rest } = data;
  const rubric = lazy<CompiledRubric>(() =>
    compileRubric(
      {
        question: [data.question.ko, data.question.en],
        words,
        points,
        misconceptions,
        ...(enough === undefined ? {} : { enough }),
      },
      lexicon(),
    ),
  );
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
    get lexicon() {
      return lexicon();
    },
  };
}
