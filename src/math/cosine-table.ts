import { cleanCosine, unitVector } from './unit-vector.ts';
import type { Rows } from './vector.ts';

/**
 * Cosine similarity of every row with every other: rows[n][v] -> [n][n]; no row may be zero. Only entries that are not 0
 * are multiplied, since rows of counts are mostly 0. Cost: n * entries that are not 0.
 */
export function cosineTable(rows: Rows): number[][] {
  const units = rows.map((row) => unitVector(row) ?? []);
  const filled = units.map((row) => row.flatMap((value, at) => (value === 0 ? [] : [[at, value] as const])));
  const table = rows.map(() => new Array<number>(rows.length).fill(1));
  units.forEach((row, i) => {
    for (let j = 0; j < i; j++) {
      let dot = 0;
      for (const [at, value] of filled[j] ?? []) dot += value * (row[at] ?? 0);
      const cosine = cleanCosine(dot);
      const [one, other] = [table[i], table[j]];
      if (one !== undefined) one[j] = cosine;
      if (other !== undefined) other[i] = cosine;
    }
  });
  return table;
}
