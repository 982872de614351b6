import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Bank } from '../bank/bank.ts';
import { deriveRubric, gradeDerived } from '../grading/derive.ts';
import { grade } from '../grading/grade.ts';
import { auc } from '../math/auc.ts';
import { pearson } from '../math/pearson.ts';
import { quadraticWeightedKappa } from '../math/quadratic-weighted-kappa.ts';
import { rmse } from '../math/rmse.ts';
import { spearman } from '../math/spearman.ts';
import { type Row, rowOf, rowText } from './eval-row.ts';
import { FailedError, type Io, write, writeJson } from './io.ts';

/** Where development data lie beside a checkout, when they do; nothing depends on it. */
const DEFAULT_DIR = '../shared/eval';
const GOOD = 4;
const BAD = 1.5;
const TOP = 5;
const WORST = 20;

const gold = z.object({
  question_id: z.string(),
  kind: z.string().default('answer'),
  answer: z.string(),
  gold: z.number(),
});
const graded = z.object({
  question: z.string(),
  reference: z.string(),
  answer: z.string(),
  score: z.number(),
});

interface Report {
  readonly file: string;
  readonly answers: number;
  /** Answers to questions that the bank does not have. */
  readonly skipped: number;
  readonly pearson: number;
  readonly spearman: number;
  readonly rmse: number;
  readonly kappa: number;
  readonly auc: number;
  /** The largest disagreements, to learn from. */
  readonly worst: readonly Row[];
  readonly kinds: Readonly<
    Record<string, { readonly answers: number; readonly score: number; readonly gold: number }>
  >;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function reportOf(file: string, rows: readonly Row[], skipped: number): Report {
  const scores = rows.map((row) => row.score);
  const golds = rows.map((row) => row.gold);
  const kinds = Object.fromEntries(
    [...new Set(rows.map((row) => row.kind))].sort().map((kind) => {
      const of = rows.filter((row) => row.kind === kind);
      return [
        kind,
        {
          answers: of.length,
          score: round(mean(of.map((row) => row.score))),
          gold: round(mean(of.map((row) => row.gold))),
        },
      ];
    }),
  );
  return {
    file,
    answers: rows.length,
    skipped,
    pearson: round(pearson(scores, golds)),
    spearman: round(spearman(scores, golds)),
    rmse: round(rmse(scores, golds)),
    kappa: round(quadraticWeightedKappa(scores.map(Math.round), golds.map(Math.round), TOP)),
    auc: round(
      auc(
        rows.filter((row) => row.gold >= GOOD).map((row) => row.score),
        rows.filter((row) => row.gold <= BAD).map((row) => row.score),
      ),
    ),
    worst: [...rows].sort((a, b) => Math.abs(b.score - b.gold) - Math.abs(a.score - a.gold)).slice(0, WORST),
    kinds,
  };
}

function evaluateFile(bank: Bank, name: string, source: string): Report | undefined {
  const rows: Row[] = [];
  let skipped = 0;
  for (const line of source.split('\n').filter((text) => text.trim() !== '')) {
    const value: unknown = JSON.parse(line);
    const own = gold.safeParse(value);
    if (own.success) {
      const question = bank.questions.get(own.data.question_id);
      if (question === undefined) skipped += 1;
      else
        rows.push(
          rowOf(
            question.id,
            own.data.kind,
            own.data.answer,
            grade(question.rubric, own.data.answer),
            own.data.gold,
          ),
        );
      continue;
    }
    const other = graded.safeParse(value);
    if (!other.success) return undefined;
    const rubric = deriveRubric(other.data.question, other.data.reference);
    const result = gradeDerived(rubric, other.data.answer);
    rows.push(rowOf(other.data.question, 'answer', other.data.answer, result, other.data.score));
  }
  return rows.length === 0 ? undefined : reportOf(name, rows, skipped);
}

/** The bank's own samples, each against the middle of the range that its score must fall in. */
function evaluateSamples(bank: Bank): Report {
  const rows = [...bank.questions.values()].flatMap((question) =>
    question.samples.map((sample) =>
      rowOf(
        question.id,
        sample.kind,
        sample.answer,
        grade(question.rubric, sample.answer),
        (sample.score[0] + sample.score[1]) / 40,
      ),
    ),
  );
  return reportOf('samples of the bank', rows, 0);
}

function reportText(report: Report): string {
  const kinds = Object.entries(report.kinds).map(
    ([kind, { answers, score, gold: truth }]) =>
      `  ${kind.padEnd(14)} n ${String(answers).padStart(4)}  score ${score.toFixed(2)}  gold ${truth.toFixed(2)}`,
  );
  const skipped = report.skipped > 0 ? `, ${report.skipped} skipped (question not in the bank)` : '';
  return [
    `${report.file}: ${report.answers} answers${skipped}`,
    `  pearson ${report.pearson}  spearman ${report.spearman}  rmse ${report.rmse}  kappa ${report.kappa}  auc ${report.auc}`,
    ...kinds,
    '  worst disagreements',
    ...report.worst.map(rowText),
    '',
  ].join('\n');
}

/** `eval`: how well grades agree with people's, for every JSON-lines file of a folder. */
export async function evaluate(io: Io, bank: Bank, dir: string | undefined, json: boolean): Promise<void> {
  if (dir !== undefined && !existsSync(dir)) throw new FailedError(`there is no folder ${dir}`);
  const folder = dir ?? (existsSync(DEFAULT_DIR) ? DEFAULT_DIR : undefined);
  const files =
    folder === undefined
      ? []
      : readdirSync(folder)
          .filter((name) => name.endsWith('.jsonl'))
          .sort()
          .map((name) => join(folder, name));
  const reports =
    folder === undefined
      ? [evaluateSamples(bank)]
      : files
          .map((path) => evaluateFile(bank, path, readFileSync(path, 'utf8')))
          .filter((report) => report !== undefined);
  if (reports.length === 0) throw new FailedError(`no graded answers were found in ${folder ?? ''}`);
  if (json) await writeJson(io, reports);
  else await write(io.stdout, reports.map(reportText).join('\n'));
}
