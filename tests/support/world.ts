import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Adapter } from '../../src/adapters/adapter.ts';
import { createDoors } from '../../src/adapters/doors.ts';
import type { Bank } from '../../src/bank/bank.ts';
import { loadBank } from '../../src/bank/load.ts';
import { createLookup } from '../../src/bank/lookup.ts';
import type { Card } from '../../src/cards/card.ts';
import type { Locale } from '../../src/cards/inline.ts';
import { cardText } from '../../src/cards/plain.ts';
import { allCommands } from '../../src/commands/index.ts';
import { type Bot, createBot } from '../../src/core/bot.ts';
import type { Incoming, Reply } from '../../src/core/call.ts';
import type { Clock, Log } from '../../src/core/ports.ts';
import type { Store } from '../../src/core/store.ts';
import { CATALOGUE } from '../../src/demos/catalogue.ts';
import { CACHE, CONTENT, MIGRATIONS } from '../../src/paths.ts';
import { openStore } from '../../src/store/open.ts';
import { createSqliteStore } from '../../src/store/sqlite-store.ts';
import { suggester } from '../../src/suggest.ts';
import { MemoryDoor } from './memory-door.ts';
import { lazyWork } from './work.ts';

/** The real bank, a real database file and the real commands, with a clock that a test can turn. */

let bank: Bank | undefined;
export function realBank(): Bank {
  bank ??= loadBank(CONTENT, CACHE);
  return bank;
}

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'dailygrad-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export class TestClock implements Clock {
  at: number;
  constructor(at: string | number) {
    this.at = typeof at === 'number' ? at : Date.parse(at);
  }
  now(): number {
    return this.at;
  }
  advance(milliseconds: number): void {
    this.at += milliseconds;
  }
}

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export function memoryLog(): Log & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const put =
    (level: LogLine['level']) =>
    (fields: LogLine['fields'], message: string): void => {
      lines.push({ level, fields, message });
    };
  return { lines, info: put('info'), warn: put('warn'), error: put('error') };
}

export interface World {
  readonly bot: Bot;
  readonly store: Store;
  readonly clock: TestClock;
  readonly log: ReturnType<typeof memoryLog>;
  readonly path: string;
  /** The door that members speak through, unless the test brought its own. */
  readonly door: MemoryDoor;
  /** Sends a line as a member; each call is an interaction of its own unless an id is given. */
  say(
    line: string,
    options?: {
      member?: string;
      locale?: Locale;
      fields?: Record<string, string>;
      id?: string;
      channel?: string;
      admin?: boolean;
    },
  ): Promise<Reply>;
  close(): Promise<void>;
}

export const NOON_SEOUL = '2026-11-20T03:00:00Z';

export function makeWorld(
  options: { at?: string; path?: string; random?: () => number; adapters?: Map<string, Adapter> } = {},
): World {
  const folder = temporaryFolder();
  const path = options.path ?? join(folder.path, 'test.db');
  const clock = new TestClock(options.at ?? NOON_SEOUL);
  const log = memoryLog();
  const store = createSqliteStore(openStore(path, MIGRATIONS), clock);
  const lookup = createLookup(realBank(), CATALOGUE);
  const work = lazyWork();
  const door = new MemoryDoor('test');
  const bot = createBot({
    bank: realBank(),
    store,
    clock,
    log,
    random: { next: options.random ?? (() => 0.5) },
    commands: allCommands(lookup),
    defaultTimeZone: 'Asia/Seoul',
    work,
    doors: createDoors(options.adapters ?? new Map([[door.name, door]])),
    suggest: suggester(lookup, CATALOGUE),
  });
  let calls = 0;
  return {
    bot,
    store,
    clock,
    log,
    path,
    door,
    say(line, { member = 'minseo', locale = 'ko', fields, id, channel = 'daily', admin = false } = {}) {
      calls += 1;
      const incoming: Incoming = {
        id: id ?? `call-${calls}`,
        input: { kind: 'line', text: line, ...(fields === undefined ? {} : { fields }) },
        from: { door: 'test', workspace: 'team', member, name: member, admin },
        place: { workspace: 'team', channel },
        locale,
      };
      return bot.handle(incoming);
    },
    async close() {
      await work.close();
      await store.close();
      folder.remove();
    },
  };
}

export function words(reply: Reply | { readonly card: Card }): string {
  return cardText(reply.card);
}

export const GOOD_ANSWER =
  '학습할 때마다 뉴런 일부를 무작위로 꺼서 특정 뉴런에 의존하지 못하게 하고, 매번 다른 네트워크를 학습하는 셈이라 앙상블 효과가 나요.';
export const WEAK_ANSWER = '학습 중에 일부 뉴런을 무작위로 끄기 때문이에요.';
