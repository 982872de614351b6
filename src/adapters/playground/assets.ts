import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Style, picture and scripts of the page: read once at start, served from memory. */

export interface Asset {
  readonly body: string;
  readonly type: string;
  readonly etag: string;
}

/** Address to file, for example `/assets/page.css`. Only what was read at start can be asked for. */
export type Assets = ReadonlyMap<string, Asset>;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Beside this module once built; run from the sources, the scripts of the last build. */
function findClientFolder(): string {
  const folders = [here('./client'), here('../../../dist/adapters/playground/client')];
  return folders.find((folder) => existsSync(join(folder, 'main.js'))) ?? here('./client');
}

function readFolder(folder: string, address: string): [string, Asset][] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap(({ name }) => {
    const type = TYPES[extname(name)];
    if (type === undefined) return [];
    const body = readFileSync(join(folder, name), 'utf8');
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`;
    return [[`${address}/${name}`, { body, type, etag }]];
  });
}

export function readAssets(clientFolder: string = findClientFolder()): Assets {
  return new Map([...readFolder(here('./assets'), '/assets'), ...readFolder(clientFolder, '/client')]);
}
