import { z } from 'zod';
import type { Bank } from '../bank/bank.ts';
import type { Lookup } from '../bank/lookup.ts';
import { plainText } from '../cards/inline.ts';
import { FailedError, type Io, jsonLines, write, writeJson } from './io.ts';

export const DEFAULT_LIMIT = 10;
const queryLine = z.object({ query: z.string() });

/** `lookup QUERY`: hits with their scores, or the best hit's text for people. */
export async function lookupOne(
  io: Io,
  bank: Bank,
  lookup: Lookup,
  query: string,
  limit: number,
  json: boolean,
): Promise<void> {
  const hits = lookup.search(query, 'ko', limit);
  if (json) return writeJson(io, hits);
  const [best] = hits;
  if (best === undefined) throw new FailedError(`nothing found for "${query}"`);
  const term = best.kind === 'term' ? bank.terms.get(best.id) : undefined;
  const text =
    term === undefined
      ? []
      : [
          `${term.ko} (${term.en})`,
          plainText(term.definition.ko),
          plainText(term.definition.en),
          ...(term.formula === undefined ? [] : [term.formula]),
          '',
        ];
  await write(
    io.stdout,
    [...text, ...hits.map((hit) => `${hit.score.toFixed(2)}  ${hit.kind}:${hit.id}  ${hit.title}`), ''].join(
      '\n',
    ),
  );
}

/** `lookup --batch`: `{"query"}` lines in, `{"query", "hits", "ms"}` lines out. */
export async function lookupBatch(io: Io, lookup: Lookup, limit: number, nowMs: () => number): Promise<void> {
  await jsonLines(io, (value, fault) => {
    if (fault !== undefined) return { query: null, error: fault };
    const line = queryLine.safeParse(value);
    if (!line.success) return { query: null, error: 'the line needs "query" as text' };
    const start = nowMs();
    const hits = lookup.search(line.data.query, 'ko', limit);
    return { query: line.data.query, hits, ms: Math.round((nowMs() - start) * 1000) / 1000 };
  });
}
