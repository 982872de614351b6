import { LineCounter, parseDocument, parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

export type Parsed<T> = { readonly value: T } | { readonly problems: readonly Problem[] };

type Path = readonly PropertyKey[];

function fieldOf(path: Path): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : index === 0 ? String(part) : `.${String(part)}`,
    )
    .join('');
}

/** Finds the line of a field; only done for faulty files, since keeping places makes the parser several times slower. */
function linesOf(source: string, firstLine: number): (path: Path) => number | undefined {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter });
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
        return counter.linePos(Number(node.range[0])).line + firstLine - 1;
      }
    }
    return firstLine;
  };
}

/** Parses YAML and checks it against a schema; every fault comes with file, line and field. */
export function parseChecked<S extends z.ZodType>(
  schema: S,
  source: string,
  file: string,
  firstLine = 1,
): Parsed<z.output<S>> {
  let data: unknown;
  try {
    data = parseYaml(source);
  } catch {
    const document = parseDocument(source, { lineCounter: new LineCounter() });
    return {
      problems: document.errors.map((error) => ({
        file,
        line: (error.linePos?.[0].line ?? 1) + firstLine - 1,
        message: error.message.split('\n')[0] ?? error.message,
      })),
    };
  }
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data };
  const lineOf = linesOf(source, firstLine);
  return {
    problems: result.error.issues.map((issue) => {
      const line = lineOf(issue.path);
      return {
        file,
        field: fieldOf(issue.path),
        message: issue.message,
        ...(line === undefined ? {} : { line }),
      };
    }),
  };
}
