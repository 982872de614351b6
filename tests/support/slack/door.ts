import { createServer } from 'node:net';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { createSlack } from '../../../src/adapters/slack/index.ts';
import { SCOPE_NAMES } from '../../../src/adapters/slack/scopes.ts';
import type { DailySettings } from '../../../src/daily/post-due.ts';
import { dailyRunOf } from '../run.ts';
import { subscription } from '../subscription.ts';
import { lazyWork } from '../work.ts';
import { makeWorld, type World } from '../world.ts';
import type { Hands } from './hands.ts';
import type { Interaction } from './interaction.ts';
import { APP_TOKEN, BOT_TOKEN, CHANNEL, SIGNING_SECRET, TEAM } from './people.ts';
import { textOf, until } from './reading.ts';
import { LoopbackSlack } from './server.ts';
import { SlackState } from './state.ts';
import type { Workspace } from './workspace.ts';

/** The real door with the real bot and a real database, connected to the loopback Slack. */

export const PLACE = { workspace: TEAM, channel: CHANNEL };

export type Transport = 'Socket Mode' | 'HTTP';

export interface SlackDoor {
  readonly slack: LoopbackSlack;
  readonly workspace: Workspace;
  readonly hands: Hands;
  readonly adapter: Adapter;
  readonly world: World;
  /** What the daily job needs to post through this door. */
  daily(): DailySettings;
  /** The channel gets a question every day from now on. */
  subscribe(): Promise<void>;
  /** Waits for an answer to something done, with these words in it. */
  answer(interaction: Interaction, words?: string): Promise<Interaction>;
  /** The process ends and another takes its place, on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

/** Everything that somebody can read of an answer now. */
export function readable(interaction: Interaction): string {
  return [...interaction.messages, ...(interaction.view === undefined ? [] : [interaction.view])]
    .map(textOf)
    .join('\n');
}

export async function openDoor(transport: Transport = 'Socket Mode'): Promise<SlackDoor> {
  // Granted what the manifest asks for, and no more: whatever the door calls has to be among it.
  const slack = new LoopbackSlack(new SlackState(SCOPE_NAMES));
  await slack.start();
  const adapters = new Map<string, Adapter>();
  const world = makeWorld({ adapters });
  const work = lazyWork();
  const port = transport === 'HTTP' ? await freePort() : undefined;
  if (port !== undefined) slack.requestUrl = `http://127.0.0.1:${port}/slack/events`;
  const make = (): Adapter => {
    const made = createSlack({
      token: BOT_TOKEN,
      apiUrl: slack.url,
      log: world.log,
      picture: (chart) => work.picture(chart),
      defaultLocale: 'ko',
      dailyPlaces: async () =>
        (await world.store.subscription('slack', PLACE)) === undefined ? [] : [PLACE],
      ...(port === undefined ? { appToken: APP_TOKEN } : { http: { port, signingSecret: SIGNING_SECRET } }),
    });
    adapters.set(made.name, made);
    return made;
  };
  let adapter = make();
  await adapter.start(world.bot);
  return {
    slack,
    world,
    workspace: slack.workspace(),
    hands: slack.hands(),
    get adapter() {
      return adapter;
    },
    daily: () => dailyRunOf(world, adapter),
    async subscribe() {
      const wanted = { ...subscription(world.clock.now()), door: adapter.name, place: PLACE };
      await world.store.subscribe(wanted);
    },
    async answer(interaction, words = '') {
      const isThere = () =>
        words === ''
          ? interaction.reply !== undefined || interaction.view !== undefined
          : readable(interaction).includes(words);
      await until(isThere, `an answer with ${JSON.stringify(words)}`).catch((error: unknown) => {
        const said = world.log.lines.slice(-5).map(({ message, fields }) => {
          const fault = fields.err instanceof Error ? fields.err.stack : '';
          return `${message} ${JSON.stringify(fields)} ${fault}`;
        });
        throw new Error([String(error), readable(interaction), ...said, ...slack.violations].join('\n'));
      });
      return interaction;
    },
    async restart() {
      await adapter.stop();
      adapter = make();
      await adapter.start(world.bot);
    },
    async close() {
      await adapter.stop();
      await slack.stop();
      await work.close();
      await world.close();
    },
  };
}
