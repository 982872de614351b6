import { checkContent } from '../bank/check.ts';
import { describeProblem } from '../bank/problem.ts';
import { EXIT, type Exit, type Io, write, writeJson } from './io.ts';

/** `content check`: every fault of the content; exit status 1 when there is one. */
export async function contentCheck(
  io: Io,
  root: string,
  demos: ReadonlySet<string>,
  json: boolean,
  verbose: boolean,
): Promise<Exit> {
  const report = checkContent(root, demos);
  if (json) await writeJson(io, report);
  else {
    for (const problem of report.errors) await write(io.stderr, `error  ${describeProblem(problem)}\n`);
    if (verbose)
      for (const problem of report.warnings) await write(io.stderr, `warning  ${describeProblem(problem)}\n`);
    const more = verbose || report.warnings.length === 0 ? '' : ' (--verbose lists them)';
    await write(
      io.stdout,
      `${report.questions} questions, ${report.terms} terms, ${report.demos} demos: ${report.errors.length} errors, ${report.warnings.length} warnings${more}\n`,
    );
  }
  return report.errors.length === 0 ? EXIT.done : EXIT.failed;
}
