#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadBank } from './bank/load.ts';
import { createLookup } from './bank/lookup.ts';
import { ContentError } from './bank/problem.ts';
import { EXIT, type Exit, FailedError, type Io, UsageError, write, writeJson } from './cli/io.ts';
import { DEFAULT_LIMIT } from './cli/lookup.ts';
import { USAGE } from './cli/usage.ts';
import { nearest } from './core/nearest.ts';
import { CACHE, CONTENT, systemRandom } from './paths.ts';

/** The command line. Modules that a command does not need are not loaded for it. */

type Values = Readonly<Record<string, string | boolean | undefined>>;
type Spec = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

const FLAG = { type: 'boolean' } as const;
const TEXT = { type: 'string' } as const;

interface Command {
  readonly options: Spec;
  run(io: Io, args: readonly string[], values: Values): Promise<Exit>;
}

function textOf(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

function limitOf(values: Values): number {
  const raw = textOf(values, 'limit') ?? String(DEFAULT_LIMIT);
  const limit = Number(raw);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw new UsageError(`--limit must be a whole number from 1 to 100, not "${raw}"`);
  return limit;
}

function localeOf(values: Values): 'ko' | 'en' {
  const lang = textOf(values, 'lang') ?? 'ko';
  if (lang !== 'ko' && lang !== 'en') throw new UsageError(`--lang must be ko or en, not "${lang}"`);
  return lang;
}

function one(args: readonly string[], what: string): string {
  const [first] = args;
  if (first === undefined) throw new UsageError(`${what} is missing`);
  return first;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  start: {
    options: {},
    async run() {
      const { start } = await import('./cli/start.ts');
      await start();
      return EXIT.done;
    },
  },
  grade: {
    options: { json: FLAG, batch: FLAG },
    async run(io, args, values) {
      const { gradeBatch, gradeOne } = await import('./cli/grade.ts');
      const bank = loadBank(CONTENT, CACHE);
      if (values.batch === true) await gradeBatch(io, bank);
      else await gradeOne(io, bank, one(args, 'QUESTION_ID'), values.json === true);
      return EXIT.done;
    },
  },
  lookup: {
    options: { json: FLAG, batch: FLAG, limit: TEXT },
    async run(io, args, values) {
      const limit = limitOf(values);
      if (values.batch !== true && args.join(' ').trim() === '') throw new UsageError('QUERY is missing');
      const { lookupBatch, lookupOne } = await import('./cli/lookup.ts');
      const bank = loadBank(CONTENT, CACHE);
      const { CATALOGUE } = await import('./demos/catalogue.ts');
      const lookup = createLookup(bank, CATALOGUE);
      if (values.batch === true) await lookupBatch(io, lookup, limit, () => performance.now());
      else await lookupOne(io, bank, lookup, args.join(' '), limit, values.json === true);
      return EXIT.done;
    },
  },
  demo: {
    options: { json: FLAG, batch: FLAG, list: FLAG, png: TEXT, lang: TEXT },
    async run(io, args, values) {
      const locale = localeOf(values);
      if (values.batch !== true && values.list !== true) one(args, 'the name of a demo');
      const { demoBatch, demoList, demoOne } = await import('./cli/demo.ts');
      if (values.batch === true) await demoBatch(io);
      else if (values.list === true) await demoList(io, values.json === true, locale);
      else {
        const png = textOf(values, 'png');
        const [id = '', ...words] = args;
        await demoOne(io, id, words, {
          json: values.json === true,
          locale,
          ...(png === undefined ? {} : { png }),
        });
      }
      return EXIT.done;
    },
  },
  quiz: {
    options: { json: FLAG, topic: TEXT, level: TEXT, question: TEXT },
    async run(io, _args, values) {
      const { quiz } = await import('./cli/quiz.ts');
      const { topic, level, question } = {
        topic: textOf(values, 'topic'),
        level: textOf(values, 'level'),
        question: textOf(values, 'question'),
      };
      const options = {
        json: values.json === true,
        ...(topic && { topic }),
        ...(level && { level }),
        ...(question && { question }),
      };
      await quiz(io, loadBank(CONTENT, CACHE), options, systemRandom);
      return EXIT.done;
    },
  },
  content: {
    options: { json: FLAG, verbose: FLAG },
    async run(io, args, values) {
      if (args[0] !== 'check' || args.length > 1)
        throw new UsageError('content knows one thing to do: content check');
      const { contentCheck } = await import('./cli/content-check.ts');
      const { CATALOGUE } = await import('./demos/catalogue.ts');
      const demos = new Set(CATALOGUE.map((demo) => demo.id));
      return contentCheck(io, CONTENT, demos, values.json === true, values.verbose === true);
    },
  },
  rebuild: {
    options: { json: FLAG, regrade: FLAG },
    async run(io, _args, values) {
      const { rebuild } = await import('./cli/rebuild.ts');
      if (existsSync('.env')) process.loadEnvFile('.env');
      await rebuild(io, loadBank(CONTENT, CACHE), process.env, values.regrade === true, values.json === true);
      return EXIT.done;
    },
  },
  doctor: {
    options: { json: FLAG },
    async run(io, _args, values) {
      const { doctor } = await import('./cli/doctor.ts');
      if (existsSync('.env')) process.loadEnvFile('.env');
      return doctor(io, process.env, values.json === true);
    },
  },
  discord: {
    options: { json: FLAG },
    async run(io, args, values) {
      if (args[0] !== 'register' || args.length > 1)
        throw new UsageError('discord knows one thing to do: discord register');
      const { discordRegister } = await import('./cli/discord.ts');
      if (existsSync('.env')) process.loadEnvFile('.env');
      await discordRegister(io, loadBank(CONTENT, CACHE), process.env, values.json === true);
      return EXIT.done;
    },
  },
  slack: {
    options: { json: FLAG, url: TEXT, lang: TEXT },
    async run(io, args, values) {
      if (args[0] !== 'manifest' || args.length > 1)
        throw new UsageError('slack knows one thing to do: slack manifest');
      const { slackManifest } = await import('./cli/slack.ts');
      const url = textOf(values, 'url');
      await slackManifest(io, loadBank(CONTENT, CACHE), {
        locale: localeOf(values),
        json: values.json === true,
        ...(url === undefined ? {} : { url }),
      });
      return EXIT.done;
    },
  },
  eval: {
    options: { json: FLAG, dir: TEXT },
    async run(io, _args, values) {
      const { evaluate } = await import('./cli/eval.ts');
      await evaluate(io, loadBank(CONTENT, CACHE), textOf(values, 'dir'), values.json === true);
      return EXIT.done;
    },
  },
};

function version(): string {
  const path = fileURLToPath(new URL('../package.json', import.meta.url));
  return String((JSON.parse(readFileSync(path, 'utf8')) as { version: unknown }).version);
}

function parse(command: Command, args: readonly string[]): { positionals: string[]; values: Values } {
  try {
    return parseArgs({
      args: [...args],
      options: { ...command.options, help: FLAG },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Runs one call of the command line and says how it ended; throws nothing that a user could have caused. */
export async function runCli(argv: readonly string[], io: Io): Promise<Exit> {
  const [name = '--help', ...rest] = argv;
  if (name === '--version' || name === '-v') {
    await write(io.stdout, `${version()}\n`);
    return EXIT.done;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    await write(io.stdout, USAGE);
    return argv.length === 0 ? EXIT.usage : EXIT.done;
  }
  const json = rest.includes('--json');
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) {
      const near = nearest(name, Object.keys(COMMANDS));
      throw new UsageError(
        `there is no command "${name}"${near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''}`,
      );
    }
    const { positionals, values } = parse(command, rest);
    if (values.help === true) {
      await write(io.stdout, USAGE);
      return EXIT.done;
    }
    return await command.run(io, positionals, values);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof FailedError || error instanceof ContentError))
      throw error;
    await write(
      io.stderr,
      `dailygrad: ${error.message}\n${error instanceof UsageError ? `${USAGE.split('\n')[0]}; dailygrad --help lists all commands\n` : ''}`,
    );
    if (json) await writeJson(io, { error: error.message });
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
  }
}

/** Only when this file is what was started; tests import `runCli` instead. */
if (
  process.argv[1] !== undefined &&
  existsSync(process.argv[1]) &&
  /cli\.(?:js|ts)$|dailygrad$/.test(process.argv[1])
) {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader went away (| head): nothing is left to do.
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    throw error;
  });
  process.exitCode = await runCli(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    interactive: process.stdin.isTTY === true,
  });
}
