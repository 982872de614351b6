import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * Imports go one way. The table is the right-hand column of docs/architecture.md: what each part may import of ours,
 * and which packages belong to it alone.
 */
const SRC = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');

/** `type:x` allows type-only imports of x. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  math: ['math'],
  charts: ['charts'],
  demos: ['demos', 'math', 'charts', 'core', 'type:cards'],
  work: ['work', 'demos', 'charts', 'core', 'type:cards', 'type:texts'],
  texts: ['texts'],
  cards: ['cards', 'type:charts'],
  grading: ['grading'],
  habits: ['habits'],
  bank: ['bank', 'cards', 'grading', 'habits'],
  core: ['core', 'cards', 'texts', 'type:bank', 'type:charts'],
  commands: [
    'commands',
    'daily',
    'core',
    'cards',
    'texts',
    'bank',
    'grading',
    'habits',
    'math',
    'type:charts',
  ],
  daily: ['daily', 'core', 'cards', 'texts', 'bank', 'habits', 'type:adapters'],
  store: ['store', 'core', 'type:cards'],
  'suggest.ts': ['core', 'bank', 'type:cards'],
  'adapters/playground': ['adapters/playground', 'type:adapters', 'core', 'cards', 'texts', 'type:charts'],
  'adapters/discord': ['adapters/discord', 'type:adapters', 'core', 'cards', 'texts', 'type:charts'],
  'adapters/slack': ['adapters/slack', 'type:adapters', 'core', 'cards', 'texts', 'type:charts'],
  adapters: ['type:adapters', 'type:core', 'type:cards'],
  cli: [
    'cli',
    'adapters/discord',
    'adapters/slack',
    'charts',
    'commands',
    'demos',
    'work',
    'bank',
    'cards',
    'core',
    'daily',
    'grading',
    'habits',
    'math',
    'type:adapters',
    'config.ts',
    'main.ts',
    'slack-access.ts',
    'store',
    'texts',
    'paths.ts',
  ],
  'config.ts': ['habits'],
  'paths.ts': ['type:core'],
  'playground-world.ts': ['type:cards'],
  'slack-access.ts': ['type:adapters/slack', 'type:config.ts', 'type:core'],
  'main.ts': ['*'],
  'cli.ts': ['bank', 'cli', 'core', 'demos', 'paths.ts'],
};

/** A package that only one part may use: the part's name, and how the package's name begins. */
const HOMES: readonly (readonly [string, readonly string[]])[] = [
  ['discord.js', ['adapters/discord']],
  ['@slack/', ['adapters/slack']],
  ['hono', ['adapters/playground']],
  ['@hono/', ['adapters/playground']],
  ['better-sqlite3', ['store']],
  ['drizzle-orm', ['store']],
  ['node-cron', ['main.ts']],
  ['pino', ['main.ts']],
  ['fuzzysort', ['bank']],
  ['echarts', ['charts']],
  ['@resvg/resvg-js', ['charts']],
  ['d3-contour', ['charts']],
  ['d3-hierarchy', ['charts']],
  ['ml-matrix', ['math']],
  ['cephes', ['math']],
  ['piscina', ['work']],
  ['lru-cache', ['work']],
];

/** Parts that touch nothing but their arguments. */
const PURE = ['math', 'texts', 'cards', 'grading', 'habits', 'core', 'commands', 'demos'];

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function sourceFiles(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => name.replaceAll('\\', '/'));
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(SRC, file), 'utf8');
  const found = [
    ...source.matchAll(
      /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm,
    ),
  ];
  return found.map((match) => ({
    file,
    target: match[2] ?? match[3] ?? '',
    typeOnly: match[1] !== undefined || onlyTypes(match[0]),
  }));
}

/** `import { type A, type B } from …` brings in types alone. */
function onlyTypes(statement: string): boolean {
  const names = /\{([^}]*)\}/.exec(statement)?.[1];
  return names?.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type ')) ?? false;
}

function partOf(path: string): string {
  const parts = path.split('/');
  if (parts[0] === 'adapters' && parts.length > 2) return `adapters/${parts[1]}`;
  return parts[0] ?? '';
}

function allowed(from: string, to: string, typeOnly: boolean): boolean {
  const list = ALLOWED[from] ?? [];
  return list.some((one) => one === '*' || one === to || (typeOnly && one === `type:${to}`));
}

const files = sourceFiles();
const imports = files.flatMap(importsOf);

describe('imports go one way', () => {
  it('finds the source files and their imports', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(imports.length).toBeGreaterThan(200);
  });

  it('knows every part of the source tree', () => {
    expect([...new Set(files.map(partOf))].filter((part) => !Object.hasOwn(ALLOWED, part))).toEqual([]);
  });

  it('keeps every import of ours within the table', () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith('.'))
      .map(({ file, target, typeOnly }) => ({
        file,
        to: partOf(posix.normalize(posix.join(posix.dirname(file), target))),
        typeOnly,
      }))
      .filter(({ file, to, typeOnly }) => !allowed(partOf(file), to, typeOnly))
      .map(({ file, to, typeOnly }) => `${file} imports ${to}${typeOnly ? ' (types)' : ''}`);
    expect(wrong).toEqual([]);
  });

  it('keeps each platform and database package in its own folder', () => {
    const wrong = imports
      .filter(({ target }) => !target.startsWith('.'))
      .filter(({ file, target }) =>
        HOMES.some(
          ([name, homes]) =>
            (target === name || target.startsWith(name.endsWith('/') ? name : `${name}/`)) &&
            !homes.includes(partOf(file)),
        ),
      )
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });

  it('keeps Node and the environment out of the pure parts', () => {
    const wrong = imports
      .filter(({ file, target }) => PURE.includes(partOf(file)) && target.startsWith('node:'))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });

  it('reads clock, chance and environment in the outermost files only', () => {
    const outer = new Set(['paths.ts', 'cli.ts', 'cli/start.ts', 'main.ts']);
    const wrong = files
      .filter((file) => !outer.has(file) && !file.startsWith('adapters/playground/client/'))
      .filter((file) =>
        /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env/.test(
          readFileSync(join(SRC, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
        ),
      )
      .map((file) => relative('.', file));
    expect(wrong).toEqual([]);
  });

  it('names no platform in the core', () => {
    const wrong = files
      .filter((file) => ['core', 'commands', 'bank', 'grading', 'habits'].includes(partOf(file)))
      .filter((file) =>
        /\b(?:discord|slack)\b/i.test(
          readFileSync(join(SRC, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
        ),
      );
    expect(wrong).toEqual([]);
  });
});
