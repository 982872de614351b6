// `npm run simulate`: a year of the daily question, day by day, with its mishaps; `--json` prints one line.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (!existsSync(new URL('../dist/cli/simulate.js', import.meta.url))) {
  console.error('building …');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
const { loadBank } = await import('../dist/bank/load.js');
const { CACHE, CONTENT } = await import('../dist/paths.js');
const { simulateYear } = await import('../dist/cli/simulate.js');

const io = { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, interactive: false };
const json = process.argv.includes('--json');
process.exit(await simulateYear(io, loadBank(CONTENT, CACHE), json, () => performance.now()));
