import { Readable, Writable } from 'node:stream';
import { runCli } from '../../src/cli.ts';

/** The command line as a user meets it: what it reads, what it prints, how it ends. */

export interface CliRun {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

class Sink extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

export async function cli(args: readonly string[], input: string | Readable = ''): Promise<CliRun> {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const stdin = typeof input === 'string' ? Readable.from(input === '' ? [] : [Buffer.from(input)]) : input;
  const status = await runCli(args, { stdin, stdout, stderr, interactive: false });
  return { status, out: stdout.text, err: stderr.text };
}

export function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
