import { existsSync } from 'node:fs';
import type { Bank } from '../bank/bank.ts';
import { type Rebuilt, rebuildAll } from '../commands/regrade.ts';
import { ConfigError, loadConfig } from '../config.ts';
import { MIGRATIONS, systemClock } from '../paths.ts';
import { openStore, StoreError } from '../store/open.ts';
import { createSqliteStore } from '../store/sqlite-store.ts';
import { FailedError, type Io, write, writeJson } from './io.ts';

function rebuiltText({ answers, corrected, days, tallies, moves }: Rebuilt): string {
  const lines = moves.map(({ member, questionId, before, after }) => {
    const kept = after < before ? ` (kept at ${before}: scores only rise)` : '';
    return `${member}  ${questionId}  ${before} -> ${after}${kept}`;
  });
  const mended = `${days} days and ${tallies} sums mended`;
  return [...lines, `${answers} answers, ${corrected} corrected, ${moves.length} moved; ${mended}`, ''].join(
    '\n',
  );
}

/** `rebuild`: the figures again from the stored answers alone. */
export async function rebuild(
  io: Io,
  bank: Bank,
  env: Readonly<Record<string, string | undefined>>,
  regrade: boolean,
  json: boolean,
): Promise<void> {
  try {
    const { DATABASE_PATH } = loadConfig(env);
    if (!existsSync(DATABASE_PATH)) throw new FailedError(`there is no database ${DATABASE_PATH}`);
    const store = createSqliteStore(openStore(DATABASE_PATH, MIGRATIONS), systemClock);
    try {
      const rebuilt = await rebuildAll(store, bank, regrade);
      if (json) await writeJson(io, rebuilt);
      else await write(io.stdout, rebuiltText(rebuilt));
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof ConfigError || error instanceof StoreError) throw new FailedError(error.message);
    throw error;
  }
}
