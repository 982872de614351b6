import { createHash } from 'node:crypto';
import type { Localised } from '../cards/inline.ts';
import { formOf } from '../grading/form.ts';
import { type Pattern, PatternError, parsePattern } from '../grading/pattern.ts';
import type { ContentFile } from './files.ts';
import { HOLIDAYS } from './holidays.ts';
import { splitQuestion } from './markdown.ts';
import { parseChecked } from './parse.ts';
import type { Problem } from './problem.ts';
import {
  type HolidaysFile,
  holidaysSchema,
  type LexiconFile,
  lexiconSchema,
  type QuestionFile,
  questionSchema,
  type TermFile,
  termsSchema,
} from './schema.ts';
import { isTopic } from './topics.ts';

/** The content as its files say it, checked against the schemas; plain data, so that it can be kept as JSON. */
export interface RawContent {
  readonly terms: readonly { readonly topic: string; readonly term: TermFile }[];
  readonly lexicon: LexiconFile;
  readonly questions: readonly {
    readonly data: QuestionFile;
    readonly model: Localised;
    readonly hash: string;
  }[];
  readonly holidays: readonly { readonly id: string; readonly list: HolidaysFile }[];
}

export interface RawResult {
  readonly raw: RawContent;
  readonly problems: readonly Problem[];
}

class Reader {
  readonly problems: Problem[] = [];
  readonly terms: { topic: string; term: TermFile }[] = [];
  readonly lexicon: LexiconFile = [];
  readonly questions: { data: QuestionFile; model: Localised; hash: string }[] = [];
  readonly holidays: { id: string; list: HolidaysFile }[] = [];
  readonly #termIds = new Set<string>();
  readonly #questionIds = new Set<string>();

  readTerms({ file, source }: ContentFile): void {
    const parsed = parseChecked(termsSchema, source, file);
    if ('problems' in parsed) {
      this.problems.push(...parsed.problems);
      return;
    }
    const topic = file.replace(/^.*\/([^/]+)\.yaml$/, '$1');
    for (const term of parsed.value) {
      if (this.#termIds.has(term.id))
        this.problems.push({ file, field: term.id, message: 'this term exists already' });
      this.#termIds.add(term.id);
      this.terms.push({ topic, term });
    }
  }

  readLexicon({ file, source }: ContentFile): void {
    const parsed = parseChecked(lexiconSchema, source, file);
    if ('problems' in parsed) {
      this.problems.push(...parsed.problems);
      return;
    }
    this.lexicon.push(...parsed.value);
    const ids = new Set<string>();
    for (const { id, opposite } of parsed.value) {
      if (ids.has(id)) this.problems.push({ file, field: id, message: 'this word class exists already' });
      if (this.#termIds.has(id))
        this.problems.push({
          file,
          field: id,
          message: 'a glossary term has this id; rename the word class',
        });
      ids.add(id);
      const partner = parsed.value.some((one) => one.id === opposite);
      if (opposite !== undefined && !partner)
        this.problems.push({ file, field: id, message: `no word class is called "${opposite}"` });
    }
  }

  readHolidays({ file, source }: ContentFile): void {
    const parsed = parseChecked(holidaysSchema, source, file);
    if ('problems' in parsed) {
      this.problems.push(...parsed.problems);
      return;
    }
    const id = file.replace(/^.*\/([^/]+)\.yaml$/, '$1');
    if (!Object.hasOwn(HOLIDAYS, id))
      this.problems.push({ file, message: `there is no list of holidays "${id}" in src/bank/holidays.ts` });
    this.holidays.push({ id, list: parsed.value });
  }

  readQuestion({ file, source }: ContentFile): void {
    const split = splitQuestion(source, file);
    if ('message' in split) {
      this.problems.push(split);
      return;
    }
    const parsed = parseChecked(questionSchema, split.front, file, split.frontLine);
    if ('problems' in parsed) {
      this.problems.push(...parsed.problems);
      return;
    }
    const faults = [...this.#nameFaults(parsed.value, file), ...patternFaults(parsed.value, file)];
    this.problems.push(...faults);
    this.#questionIds.add(parsed.value.id);
    const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
    if (faults.length === 0) this.questions.push({ data: parsed.value, model: split.model, hash });
  }

  #nameFaults(data: QuestionFile, file: string): Problem[] {
    const problems: Problem[] = [];
    if (!file.endsWith(`/${data.topic}/${data.id}.md`))
      problems.push({ file, field: 'id', message: `the file must be called ${data.topic}/${data.id}.md` });
    if (!isTopic(data.topic))
      problems.push({ file, field: 'topic', message: `there is no topic "${data.topic}"` });
    if (this.#questionIds.has(data.id))
      problems.push({ file, field: 'id', message: `the question "${data.id}" exists already` });
    const total = data.points.reduce((sum, point) => sum + point.weight, 0);
    if (data.enough !== undefined && data.enough > total)
      problems.push({ file, field: 'enough', message: `is above the sum of the weights, ${total}` });
    return problems;
  }
}

/** A word of signs only, which no answer could ever be found to contain. */
function emptyWord(pattern: Pattern, words: QuestionFile['words']): string | undefined {
  switch (pattern.kind) {
    case 'word':
      return Object.hasOwn(words, pattern.text) || formOf(pattern.text) !== undefined
        ? undefined
        : pattern.text;
    case 'formula':
      return undefined;
    case 'all':
    case 'order':
    case 'either':
      return pattern.items.map((item) => emptyWord(item, words)).find((word) => word !== undefined);
  }
}

function patternFault(pattern: string, words: QuestionFile['words']): string | undefined {
  try {
    const empty = emptyWord(parsePattern(pattern), words);
    return empty === undefined
      ? undefined
      : `${JSON.stringify(empty)} in ${JSON.stringify(pattern)} has no letter or digit to be found by`;
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return `${error.message} at character ${error.at + 1} of ${JSON.stringify(pattern)}`;
  }
}

function patternFaults(data: QuestionFile, file: string): Problem[] {
  const problems: Problem[] = [];
  for (const group of ['points', 'misconceptions'] as const) {
    const seen = new Set<string>();
    data[group].forEach(({ id, say }, index) => {
      if (seen.has(id))
        problems.push({ file, field: `${group}[${index}].id`, message: `"${id}" is used twice` });
      seen.add(id);
      say.forEach((pattern, place) => {
        const message = patternFault(pattern, data.words);
        if (message !== undefined)
          problems.push({ file, field: `${group}[${index}].say[${place}]`, message });
      });
    });
  }
  return problems;
}

/** Reads and checks every file; all faults are reported, not only the first. */
export function readRaw(files: readonly ContentFile[]): RawResult {
  const reader = new Reader();
  for (const file of files) if (file.file.startsWith('content/terms/')) reader.readTerms(file);
  for (const file of files) if (file.file === 'content/lexicon.yaml') reader.readLexicon(file);
  for (const file of files) if (file.file.startsWith('content/questions/')) reader.readQuestion(file);
  for (const file of files) if (file.file.startsWith('content/holidays/')) reader.readHolidays(file);
  const { terms, lexicon, questions, holidays, problems } = reader;
  return { raw: { terms, lexicon, questions, holidays }, problems };
}
