import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** What the command line reads and writes; given by cli.ts, so that tests can stand in for a terminal. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Somebody sits at a terminal and can be asked. */
  readonly interactive: boolean;
}

export const EXIT = { done: 0, failed: 1, usage: 2 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** A call that cannot be understood: exit status 2, with what is allowed. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** A call that was understood and could not be done: exit status 1. */
export class FailedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FailedError';
  }
}

export async function readAll(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

/** Writes, and waits while the reader is slower than we are, so that a long stream stays small in memory. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (stream.write(text)) return;
  await new Promise<void>((resolve) => stream.once('drain', () => resolve()));
}

export function writeJson(io: Io, value: unknown): Promise<void> {
  return write(io.stdout, `${JSON.stringify(value)}\n`);
}

const FLUSH_AT = 1 << 15;

/** Answers JSON lines one by one, in order. `answer` must not throw. Blank lines are skipped. */
export async function jsonLines(
  io: Io,
  answer: (value: unknown, fault: string | undefined) => unknown,
): Promise<void> {
  let pending = '';
  for await (const line of createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    let value: unknown;
    let fault: string | undefined;
    try {
      value = JSON.parse(line.replace(/^\uFEFF/, ''));
    } catch {
      fault = 'the line is not valid JSON';
    }
    pending += `${JSON.stringify(answer(value, fault))}\n`;
    if (pending.length >= FLUSH_AT) {
      await write(io.stdout, pending);
      pending = '';
    }
  }
  if (pending !== '') await write(io.stdout, pending);
}
