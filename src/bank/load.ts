import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseInline } from '../cards/inline.ts';
import { compileRubric } from '../grading/compile.ts';
import { GRADER_VERSION } from '../grading/grade.ts';
import { type Lexicon, makeLexicon, type Synset } from '../grading/lexicon.ts';
import { PatternError, parsePattern } from '../grading/pattern.ts';
import type { Bank } from './bank.ts';
import { paragraphs, splitQuestion } from './markdown.ts';
import { parseChecked } from './parse.ts';
import { ContentError, type Problem } from './problem.ts';
import type { Question } from './question.ts';
import { lexiconSchema, type QuestionFile, questionSchema, termsSchema } from './schema.ts';
import type { Term } from './term.ts';

/** Terms, word classes and questions as far as they could be read, and all faults found on the way. */
export interface Loaded {
  readonly bank: Bank;
  readonly problems: readonly Problem[];
}

function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending)).sort().map((name) => join(folder, name));
}

class Loader {
  readonly problems: Problem[] = [];
  readonly terms = new Map<string, Term>();
  readonly questions = new Map<string, Question>();
  readonly synsets: Synset[] = [];
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  #read(path: string): { file: string; source: string } {
    return { file: relative(join(this.#root, '..'), path).replaceAll('\\', '/'), source: readFileSync(path, 'utf8') };
  }

  loadTerms(path: string): void {
    const { file, source } = this.#read(path);
    const parsed = parseChecked(termsSchema, source, file);
    if ('problems' in parsed) {
      this.problems.push(...parsed.problems);
      return;
    }
    const topic = file.replace(/^.*\/([^/]+)\.yaml$/, '$1');
    for (const term of parsed.value) {
      if (this.terms.has(term.id)) this.problems.push({ file, field: term.id, message: 'this term exists already' });
      const { formula, definition, ...rest } = term;
      const texts = { ko: parseInline(definition.ko), en: parseInline(definition.en) };
      this.terms.set(term.id, { ...rest, topic, definition: texts, ...(formula === undefined ? {} : { formula }) });
      this.synsets.push({ id: term.id, words: [term.ko, term.en, ...term.aliases] });
    }
  }

  loadLexicon(path: string): void {
    if (!existsSync(path)) return;
    const { file, source } = this.#read(path);
    const parsed = parseChecked(lexiconSchema, source, file);
    if ('problems' in parsed) {
      this.problems.push(...parsed.problems);
      return;
    }
    const ids = new Set(parsed.value.map((synset) => synset.id));
    for (const { id, words, opposite, complement } of parsed.value) {
      if (opposite !== undefined && !ids.has(opposite)) this.problems.push({ file, field: id, message: `no word class is called "${opposite}"` });
      if (this.terms.has(id)) this.problems.push({ file, field: id, message: 'a glossary term has this id; rename the word class' });
      this.synsets.push({ id, words, ...(opposite === undefined ? {} : { opposite }), ...(complement === undefined ? {} : { complement }) });
    }
  }

  loadQuestion(path: string, lexicon: Lexicon): void {
    const { file, source } = this.#read(path);
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
    const data = parsed.value;
    const faults = this.#faults(data, file);
    this.problems.push(...faults);
    if (faults.length > 0) return;
    const { points, misconceptions, words, enough, ...rest } = data;
    const rubric = compileRubric(
      { question: [data.question.ko, data.question.en], words, points, misconceptions, ...(enough === undefined ? {} : { enough }) },
      lexicon,
    );
    this.questions.set(data.id, {
      ...rest,
      points: points.map(({ id, weight, ko, en }) => ({ id, weight, ko, en })),
      misconceptions: misconceptions.map(({ id, ko, en }) => ({ id, ko, en })),
      model: { ko: paragraphs(split.model.ko), en: paragraphs(split.model.en) },
      modelText: split.model,
      rubric,
      version: `${GRADER_VERSION}.${createHash('sha256').update(source).digest('hex').slice(0, 8)}`,
    });
  }

  #faults(data: QuestionFile, file: string): Problem[] {
    const problems: Problem[] = [];
    const fault = (field: string, message: string): number => problems.push({ file, field, message });
    if (!file.endsWith(`/${data.topic}/${data.id}.md`)) fault('id', `the file must be called ${data.topic}/${data.id}.md`);
    if (this.questions.has(data.id)) fault('id', `the question "${data.id}" exists already`);
    const checkPatterns = (group: 'points' | 'misconceptions'): void => {
      const seen = new Set<string>();
      data[group].forEach(({ id, say }, index) => {
        if (seen.has(id)) fault(`${group}[${index}].id`, `"${id}" is used twice`);
        seen.add(id);
        say.forEach((pattern, place) => {
          try {
            parsePattern(pattern);
          } catch (error) {
            if (!(error instanceof PatternError)) throw error;
            fault(`${group}[${index}].say[${place}]`, `${error.message} at character ${error.at + 1} of ${JSON.stringify(pattern)}`);
          }
        });
      });
    };
    checkPatterns('points');
    checkPatterns('misconceptions');
    const total = data.points.reduce((sum, point) => sum + point.weight, 0);
    if (data.enough !== undefined && data.enough > total) fault('enough', `is above the sum of the weights, ${total}`);
    return problems;
  }
}

/** Reads a content folder. Throws nothing for faulty content: the faults are in `problems`, the rest in `bank`. */
export function readContent(root: string): Loaded {
  const loader = new Loader(root);
  for (const path of filesIn(join(root, 'terms'), '.yaml')) loader.loadTerms(path);
  loader.loadLexicon(join(root, 'lexicon.yaml'));
  const lexicon = makeLexicon(loader.synsets);
  for (const path of filesIn(join(root, 'questions'), '.md')) loader.loadQuestion(path, lexicon);
  const topics = [...new Set([...loader.questions.values()].map((question) => question.topic))].sort();
  return { bank: { questions: loader.questions, terms: loader.terms, topics, lexicon }, problems: loader.problems };
}

/** The bank, whole or not at all: throws ContentError with every fault when there is one. */
export function loadBank(root: string): Bank {
  const { bank, problems } = readContent(root);
  if (problems.length > 0) throw new ContentError(problems);
  return bank;
}
