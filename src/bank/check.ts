import { grade } from '../grading/grade.ts';
import { assembleBank } from './assemble.ts';
import type { Bank } from './bank.ts';
import { contentFiles } from './files.ts';
import type { Problem } from './problem.ts';
import type { Question } from './question.ts';
import { readRaw } from './raw.ts';

/** A model answer must reach this under its own rubric. */
export const MODEL_SCORE = 90;

export interface ContentReport {
  readonly questions: number;
  readonly terms: number;
  readonly demos: number;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

const REQUIRED_KINDS = ['full', 'partial', 'wrong', 'keywords'] as const;

function fileOf(question: Question): string {
  return `content/questions/${question.topic}/${question.id}.md`;
}

function explain(question: Question, answer: string): string {
  const result = grade(question.rubric, answer);
  const missed = result.points
    .filter((point) => !point.covered)
    .map((point) => `${point.id}${point.contradicted ? ' (contradicted)' : ''}`);
  const covered = result.points.filter((point) => point.covered).map((point) => point.id);
  const spotted = result.misconceptions.map((misconception) => misconception.id);
  return `covered: ${covered.join(', ') || 'none'}; missed: ${missed.join(', ') || 'none'}; misconceptions: ${spotted.join(', ') || 'none'}${result.list ? '; read as a list' : ''}`;
}

function checkGrades(question: Question): Problem[] {
  const problems: Problem[] = [];
  const file = fileOf(question);
  for (const locale of ['ko', 'en'] as const) {
    const { score } = grade(question.rubric, question.modelText[locale]);
    if (score < MODEL_SCORE) {
      const message = `scores ${score} under its own rubric, ${MODEL_SCORE} is needed (${explain(question, question.modelText[locale])})`;
      problems.push({ file, field: `model answer ${locale}`, message });
    }
  }
  question.samples.forEach((sample, index) => {
    const { score } = grade(question.rubric, sample.answer);
    const [low, high] = sample.score;
    if (score >= low && score <= high) return;
    const message = `the ${sample.kind} answer scores ${score}, not ${low} to ${high} (${explain(question, sample.answer)})`;
    problems.push({ file, field: `samples[${index}]`, message });
  });
  return problems;
}

function checkSamples(question: Question): Problem[] {
  const file = fileOf(question);
  const kinds = new Set(question.samples.map((sample) => sample.kind));
  const langs = new Set(question.samples.map((sample) => sample.lang));
  const missing = REQUIRED_KINDS.filter((kind) => !kinds.has(kind));
  const problems: Problem[] = missing.map((kind) => ({
    file,
    field: 'samples',
    message: `a sample of kind "${kind}" is missing`,
  }));
  for (const lang of ['ko', 'en'] as const) {
    if (!langs.has(lang))
      problems.push({ file, field: 'samples', message: `a sample in "${lang}" is missing` });
  }
  return problems;
}

function checkLinks(bank: Bank, demos: ReadonlySet<string>): { errors: Problem[]; warnings: Problem[] } {
  const errors: Problem[] = [];
  const warnings: Problem[] = [];
  for (const question of bank.questions.values()) {
    const file = fileOf(question);
    for (const id of question.followUps)
      if (!bank.questions.has(id))
        warnings.push({ file, field: 'followUps', message: `the question "${id}" is not written yet` });
    for (const id of question.terms)
      if (!bank.terms.has(id)) errors.push({ file, field: 'terms', message: `there is no term "${id}"` });
    for (const id of question.demos)
      if (!demos.has(id))
        warnings.push({ file, field: 'demos', message: `the demo "${id}" is not written yet` });
  }
  for (const term of bank.terms.values()) {
    const file = `content/terms/${term.topic}.yaml`;
    for (const id of term.related)
      if (!bank.terms.has(id))
        warnings.push({ file, field: term.id, message: `the related term "${id}" is not written yet` });
    for (const id of term.questions)
      if (!bank.questions.has(id))
        warnings.push({ file, field: term.id, message: `the question "${id}" is not written yet` });
    for (const id of term.demos)
      if (!demos.has(id))
        warnings.push({ file, field: term.id, message: `the demo "${id}" is not written yet` });
  }
  return { errors, warnings };
}

/** Everything that can be wrong with the content, found in one go: schema, patterns, links, samples, model answers. */
export function checkContent(root: string, demos: ReadonlySet<string>): ContentReport {
  const { raw, problems } = readRaw(contentFiles(root));
  const bank = assembleBank(raw);
  const links = checkLinks(bank, demos);
  const graded = [...bank.questions.values()].flatMap((question) => [
    ...checkSamples(question),
    ...checkGrades(question),
  ]);
  return {
    questions: bank.questions.size,
    terms: bank.terms.size,
    demos: demos.size,
    errors: [...problems, ...links.errors, ...graded],
    warnings: links.warnings,
  };
}
