/** A fault in the content: where it is and what is wrong with it. */
export interface Problem {
  readonly file: string;
  /** 1-based; absent where the fault is about the file as a whole. */
  readonly line?: number;
  /** Path of the field, such as `points[2].say[0]`. */
  readonly field?: string;
  readonly message: string;
}

export function describeProblem({ file, line, field, message }: Problem): string {
  return `${file}${line === undefined ? '' : `:${line}`}${field === undefined || field === '' ? '' : ` ${field}`}: ${message}`;
}

export class ContentError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(
      `the content has ${problems.length} fault(s):\n${problems.map((problem) => `  ${describeProblem(problem)}`).join('\n')}`,
    );
    this.name = 'ContentError';
    this.problems = problems;
  }
}
