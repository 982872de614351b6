import { svd } from './decomposition.ts';
import { argSort } from './summary.ts';

/** Latent semantic analysis: a document-word matrix by its singular vectors (Deerwester et al., JASIS 41(6), 1990). */

interface Block {
  readonly rows: number[];
  readonly columns: number[];
}

/**
 * Groups of documents and words that no shared word links: the matrix is block-diagonal in them, so each can be decomposed
 * on its own, and zeros stay exact. counts[n][v], no empty row or column.
 */
function blocksOf(counts: readonly (readonly number[])[]): Block[] {
  const holders = (counts[0] ?? []).map(() => [] as number[]);
  const words = counts.map((row) => row.flatMap((count, word) => (count > 0 ? [word] : [])));
  words.forEach((own, document) => {
    for (const word of own) holders[word]?.push(document);
  });
  const seenRow = counts.map(() => false);
  const seenColumn = holders.map(() => false);
  const blocks: Block[] = [];
  for (const first of counts.keys()) {
    if (seenRow[first] === true) continue;
    seenRow[first] = true;
    const block: Block = { rows: [first], columns: [] };
    // The list grows while it is walked.
    for (const row of block.rows) {
      for (const word of words[row] ?? []) {
        if (seenColumn[word] === true) continue;
        seenColumn[word] = true;
        block.columns.push(word);
        for (const other of holders[word] ?? []) {
          if (seenRow[other] === true) continue;
          seenRow[other] = true;
          block.rows.push(other);
        }
      }
    }
    blocks.push({ rows: block.rows.sort((a, b) => a - b), columns: block.columns.sort((a, b) => a - b) });
  }
  return blocks;
}

/** The largest of the smaller sides of the blocks: what the cost of `latentAxes` depends on. */
export function largestBlock(counts: readonly (readonly number[])[]): number {
  return blocksOf(counts).reduce(
    (most, { rows, columns }) => Math.max(most, Math.min(rows.length, columns.length)),
    0,
  );
}

export interface LatentAxes {
  /** Singular values, descending, min(n, v) of them. */
  readonly values: readonly number[];
  /** Rows of U_k S_k: documents[n][k]. */
  readonly documents: readonly (readonly number[])[];
  /** Rows of V_k S_k: words[v][k]. */
  readonly words: readonly (readonly number[])[];
}

interface Axis {
  readonly value: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Left and right singular vector, over the rows and columns of the block. */
  readonly left: readonly number[];
  readonly right: readonly number[];
}

function axesOf(counts: readonly (readonly number[])[], { rows, columns }: Block): Axis[] {
  const { values, u, vt } = svd(rows.map((row) => columns.map((column) => counts[row]?.[column] ?? 0)));
  return values.map((value, axis) => ({
    value,
    rows,
    columns,
    left: u.map((row) => row[axis] ?? 0),
    right: vt[axis] ?? [],
  }));
}

/** The k strongest axes, and all singular values. Cost: for each block, longer side * shorter side squared. */
export function latentAxes(counts: readonly (readonly number[])[], k: number): LatentAxes {
  const width = counts[0]?.length ?? 0;
  const found = blocksOf(counts).flatMap((block) => axesOf(counts, block));
  const axes = argSort(found.map(({ value }) => -value)).flatMap((at) => found[at] ?? []);
  const documents = counts.map(() => new Array<number>(k).fill(0));
  const words = Array.from({ length: width }, () => new Array<number>(k).fill(0));
  const place = (
    table: readonly number[][],
    at: readonly number[],
    entries: readonly number[],
    axis: number,
    value: number,
  ): void => {
    at.forEach((row, i) => {
      const line = table[row];
      if (line !== undefined) line[axis] = (entries[i] ?? 0) * value;
    });
  };
  axes.slice(0, k).forEach(({ value, rows, columns, left, right }, axis) => {
    place(documents, rows, left, axis, value);
    place(words, columns, right, axis, value);
  });
  const count = Math.min(counts.length, width);
  // Blocks have fewer singular values than the whole matrix has sides; the others are 0.
  const values = Array.from({ length: count }, (_, i) => axes[i]?.value ?? 0);
  return { values, documents, words };
}
