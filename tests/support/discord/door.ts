import type { Adapter } from '../../../src/adapters/adapter.ts';
import { createDiscord } from '../../../src/adapters/discord/index.ts';
import { lazyWork } from '../work.ts';
import { makeWorld, type World } from '../world.ts';
import type { Conversation, Pressed, Spoken } from './conversation.ts';
import { CHANNEL, GUILD, type Person, TOKEN } from './people.ts';
import { until } from './reading.ts';
import { LoopbackDiscord } from './server.ts';

/** The real door with the real bot and a real database, connected to the loopback Discord. */

export const MINSEO: Person = { id: '700000000000000101', name: '민서' };
export const JIWOO: Person = { id: '700000000000000102', name: '지우' };
export const LEAD: Person = { id: '700000000000000103', name: 'Lead', admin: true };
export const PLACE = { workspace: GUILD, channel: CHANNEL };

export interface DiscordDoor {
  readonly discord: LoopbackDiscord;
  readonly adapter: Adapter;
  readonly world: World;
  /** Somebody does something, and waits for the last of the bot's answer. */
  interact(what: Spoken | Pressed): Promise<Conversation>;
  /** The process ends and another takes its place, on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** The bot's last word: a modal or completions, or a reply that is shown. */
export function isAnswered(conversation: Conversation): boolean {
  const { type } = conversation;
  return type === 8 || type === 9 || conversation.shown.length > 0;
}

export async function openDoor(
  options: { world?: World; apiUrl?: (url: string) => string } = {},
): Promise<DiscordDoor> {
  const discord = new LoopbackDiscord();
  await discord.start();
  // Filled below: the bot speaks through the door that it is given to.
  const adapters = new Map<string, Adapter>();
  const world = options.world ?? makeWorld({ adapters });
  const work = lazyWork();
  const make = (): Adapter => {
    const made = createDiscord({
      token: TOKEN,
      apiUrl: options.apiUrl?.(discord.url) ?? discord.url,
      log: world.log,
      picture: (chart) => work.picture(chart),
      defaultLocale: 'ko',
    });
    adapters.set(made.name, made);
    return made;
  };
  let adapter = make();
  await adapter.start(world.bot);
  return {
    discord,
    world,
    get adapter() {
      return adapter;
    },
    async interact(what) {
      const conversation = discord.interact(what);
      await until(() => isAnswered(conversation), `an answer to ${JSON.stringify(what)}`).catch(
        (error: unknown) => {
          const said = world.log.lines.slice(-5).map((line) => JSON.stringify(line));
          throw new Error([String(error), ...said, ...discord.faults].join('\n'));
        },
      );
      return conversation;
    },
    async restart() {
      await adapter.stop();
      adapter = make();
      adapters.set(adapter.name, adapter);
      await adapter.start(world.bot);
    },
    async close() {
      await adapter.stop();
      await discord.stop();
      await work.close();
      await world.close();
    },
  };
}
