import { existsSync } from 'node:fs';
import { ContentError } from '../bank/problem.ts';
import { ConfigError, loadConfig } from '../config.ts';
import { startApp } from '../main.ts';
import { StoreError } from '../store/open.ts';
import { FailedError } from './io.ts';

/** Some door's port is in use; the message says which, and the setting that changes it. */
function isPortTaken(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
}

/** `start`: runs until a signal; finishes what is in flight before it goes. */
export async function start(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  try {
    const config = loadConfig(process.env);
    const app = await startApp(config);
    // Listens for signals before it says that it is ready: whoever waits for that line may send one at once.
    const stopped = new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    process.stdout.write(`dailygrad ∇  ${app.url}\n`);
    await stopped;
    await app.stop();
  } catch (error) {
    const known =
      error instanceof ConfigError ||
      error instanceof StoreError ||
      error instanceof ContentError ||
      isPortTaken(error);
    if (known && error instanceof Error) throw new FailedError(error.message);
    throw error;
  }
}
