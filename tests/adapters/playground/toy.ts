import { request } from 'node:http';
import { join } from 'node:path';
import { createDoors } from '../../../src/adapters/doors.ts';
import { createPlayground, type Playground } from '../../../src/adapters/playground/index.ts';
import { button, card, controls, text } from '../../../src/cards/build.ts';
import { type Bot, createBot } from '../../../src/core/bot.ts';
import { type Command, defineCommand } from '../../../src/core/command.ts';
import { writeLine } from '../../../src/core/line.ts';
import { choiceOption, integerOption, textOption } from '../../../src/core/option.ts';
import type { Work } from '../../../src/core/ports.ts';
import { makeLexicon } from '../../../src/grading/lexicon.ts';
import { FONTS, MIGRATIONS } from '../../../src/paths.ts';
import { createMessageLog } from '../../../src/store/message-log.ts';
import { openStore } from '../../../src/store/open.ts';
import { createSqliteStore } from '../../../src/store/sqlite-store.ts';
import { lazyWork } from '../../support/work.ts';
import { memoryLog, TestClock, temporaryFolder } from '../../support/world.ts';

/** A real playground on a free port with a small real bot: commands that show what the page's protocol is made of. */

const said = (word: string) => ({ ko: word, en: word });
const base = { aliases: [], summary: said('toy'), options: {}, listed: true, examples: [] } as const;

export interface Toy {
  readonly url: string;
  readonly playground: Playground;
  readonly log: ReturnType<typeof memoryLog>;
  /** How often each command has run. */
  readonly runs: Map<string, number>;
  /** Lets the command `wait` go on. */
  release(): void;
  call(body: object, headers?: Record<string, string>): Promise<Answer>;
  send(method: string, path: string, headers?: Record<string, string>, body?: string): Promise<Answer>;
  /** Stops and starts again on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export const CHANNELS = [
  { id: 'one', name: 'one', locale: 'ko', about: said('first') },
  { id: 'two', name: 'two', locale: 'en', about: said('second') },
] as const;

export const MEMBERS = [
  { id: 'ada', name: 'Ada', admin: true },
  { id: 'bo', name: 'Bo', admin: false, timeZone: 'America/New_York' },
] as const;

function toyCommands(count: (name: string) => number, gate: () => Promise<void>): Command[] {
  const told = (word: string) => card('neutral', undefined, text(word));
  const echo = defineCommand({
    ...base,
    name: 'echo',
    aliases: ['메아리'],
    options: { words: textOption(said('words'), true, { rest: true, max: 500, completion: 'entry' }) },
    mode: 'private',
    run: async ({ words }) => told(`echo ${count('echo')}: ${words}`),
  });
  const shout = defineCommand({
    ...base,
    name: 'shout',
    options: {
      size: choiceOption(said('size'), false, [
        { value: 'big', label: { ko: '크게', en: 'Big' } },
        { value: 'small', label: { ko: '작게', en: 'Small' } },
      ]),
      times: integerOption(said('times'), false, 1, 5),
    },
    mode: 'channel',
    run: async () => told(`shout ${count('shout')}`),
  });
  const bump = defineCommand({
    ...base,
    name: 'bump',
    mode: 'replace',
    listed: false,
    run: async () =>
      card('neutral', `bumped ${count('bump')}`, controls(button('bump', writeLine('bump'), 'primary'))),
  });
  const wait = defineCommand({
    ...base,
    name: 'wait',
    mode: 'private',
    run: async () => {
      count('wait');
      await gate();
      return told('waited');
    },
  });
  const ask = defineCommand({
    ...base,
    name: 'ask',
    mode: 'private',
    form: () => ({
      title: 'Ask <b>',
      about: 'Line one\n<img src=x onerror=alert(1)>',
      fields: [{ name: 'answer', label: 'Answer', hint: 'Any words', long: true, max: 4000 }],
      submit: writeLine('ask'),
      submitLabel: 'Send',
    }),
    run: async (_args, { fields }) => told(`asked ${count('ask')}: ${fields.answer ?? ''}`),
  });
  const broken = defineCommand({
    ...base,
    name: 'broken',
    mode: 'private',
    admin: true,
    run: () => Promise.reject(new Error('secret detail')),
  });
  return [echo, shout, bump, wait, ask, broken];
}

function makeBot(
  path: string,
  clock: TestClock,
  log: ReturnType<typeof memoryLog>,
  commands: Command[],
  work: Work,
) {
  const opened = openStore(path, MIGRATIONS);
  const store = createSqliteStore(opened, clock);
  const bot: Bot = createBot({
    bank: {
      questions: new Map(),
      terms: new Map(),
      topics: [],
      lexicon: makeLexicon([]),
      holidays: new Map(),
    },
    store,
    clock,
    log,
    random: { next: () => 0.5 },
    commands,
    work,
    doors: createDoors(new Map()),
    defaultTimeZone: 'Asia/Seoul',
    suggest: (_kind, typed) => [{ value: `${typed}!`, label: `${typed}?` }],
  });
  return { bot, store, messages: createMessageLog(opened.db) };
}

export function sendTo(
  url: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, url), { method, headers, agent: false }, (incoming) => {
      let received = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (piece: string) => {
        received += piece;
      });
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: received }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export async function startToy(options: { host?: string; clientFolder?: string } = {}): Promise<Toy> {
  const folder = temporaryFolder();
  const path = join(folder.path, 'toy.db');
  const clock = new TestClock('2026-11-20T03:00:00Z');
  const log = memoryLog();
  const work = lazyWork();
  const runs = new Map<string, number>();
  const count = (name: string) => {
    const next = (runs.get(name) ?? 0) + 1;
    runs.set(name, next);
    return next;
  };
  let release = () => {};
  const gate = () => new Promise<void>((resolve) => (release = resolve));
  const start = async () => {
    const made = makeBot(path, clock, log, toyCommands(count, gate), work);
    const playground = createPlayground({
      host: options.host ?? '127.0.0.1',
      port: 0,
      log,
      clock,
      messages: made.messages,
      channels: CHANNELS,
      members: MEMBERS,
      defaultLocale: 'en',
      picture: (chart) => work.picture(chart),
      fontFolder: FONTS,
      ...(options.clientFolder === undefined ? {} : { clientFolder: options.clientFolder }),
    });
    await playground.start(made.bot);
    return { playground, store: made.store };
  };
  let running = await start();
  const stop = async () => {
    await running.playground.stop();
    await running.store.close();
  };
  const send: Toy['send'] = (...rest) => sendTo(running.playground.url(), ...rest);
  return {
    get url() {
      return running.playground.url();
    },
    get playground() {
      return running.playground;
    },
    log,
    runs,
    release: () => release(),
    send,
    call: (body, headers = {}) => {
      const own = { origin: running.playground.url(), 'content-type': 'application/json' };
      const whole = { id: crypto.randomUUID(), channel: 'one', member: 'ada', locale: 'en', ...body };
      return send('POST', '/api/call', { ...own, ...headers }, JSON.stringify(whole));
    },
    async restart() {
      await stop();
      running = await start();
    },
    async close() {
      await stop();
      await work.close();
      folder.remove();
    },
  };
}

/** The words of an answer's message or of its refusal. */
export function htmlOf(answer: Answer): string {
  const body = JSON.parse(answer.body) as { message?: { html: string }; html?: string; error?: string };
  return body.message?.html ?? body.html ?? body.error ?? '';
}

export function idOf(answer: Answer): number {
  return (JSON.parse(answer.body) as { message: { id: number } }).message.id;
}
