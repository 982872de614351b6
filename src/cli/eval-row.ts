import type { Evidence } from '../grading/grade.ts';

/** A graded answer beside the grade that people gave it. */
export interface Row {
  readonly question: string;
  readonly answer: string;
  /** The points found, with the words that earned them; "×" marks the contrary of a point, "!" a misconception. */
  readonly evidence: readonly string[];
  readonly kind: string;
  /** Both on the scale 0 to 5. */
  readonly score: number;
  readonly gold: number;
}

interface Found {
  readonly id: string;
  readonly evidence: readonly Evidence[];
}

interface Result {
  readonly score: number;
  readonly points: readonly (Found & { readonly covered: boolean; readonly contradicted?: boolean })[];
  readonly misconceptions?: readonly Found[];
}

function words(sign: string, { id, evidence }: Found): string {
  return `${sign} ${id}: ${evidence.map((one) => one.text).join(' … ')}`;
}

export function rowOf(question: string, kind: string, answer: string, result: Result, gold: number): Row {
  const evidence = [
    ...result.points.filter((point) => point.covered).map((point) => words('+', point)),
    ...result.points.filter((point) => point.contradicted === true).map((point) => words('×', point)),
    ...(result.misconceptions ?? []).map((one) => words('!', one)),
  ];
  return { question, kind, answer, evidence, score: result.score / 20, gold };
}

export function rowText(row: Row): string {
  const off = row.score - row.gold;
  return [
    `  ${off > 0 ? '+' : ''}${off.toFixed(1)}  ${row.question.slice(0, 60)}  ${row.kind}  gold ${row.gold}  score ${row.score.toFixed(2)}`,
    `      ${row.answer.replaceAll(/\s+/g, ' ')}`,
    ...row.evidence.map((line) => `      ${line}`),
  ].join('\n');
}
