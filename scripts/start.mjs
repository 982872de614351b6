// `npm start`: builds when something is newer than the last build, then starts.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));

const built = existsSync('dist/.built') ? statSync('dist/.built').mtimeMs : 0;
const sources = ['package.json', 'tsconfig.json', 'tsconfig.client.json', 'src', 'content'];
const files = sources.flatMap((path) =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true }).map((name) => join(path, name))
    : [path],
);
if (files.some((path) => statSync(path).mtimeMs > built)) {
  console.error('building …');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
process.argv = [process.argv[0], join('dist', 'cli.js'), 'start'];
await import('../dist/cli.js');
