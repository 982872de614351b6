import { setTimeout as sleep } from 'node:timers/promises';
import {
  Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  type Interaction,
  Options,
} from 'discord.js';
import { faultFields, isTokenRefused } from './faults.ts';
import { makeWhole } from './packets.ts';
import { restOptions } from './rest.ts';
import type { DiscordSettings } from './settings.ts';

/** The connection over which Discord tells what happens. discord.js resumes and reconnects; this begins again where it gives up. */

export interface Gateway {
  /** The application's id, once connected; undefined when the first attempt failed or took long. */
  readonly first: Promise<string | undefined>;
  close(): Promise<void>;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
/** A start does not wait longer than this; the connection goes on being tried. */
const PATIENCE_MS = 10_000;

function clientOf(settings: DiscordSettings, api: string | undefined, closing: AbortSignal): Client {
  const { shards, shardCount } = settings;
  return new Client({
    // Interactions come without any intent; Guilds keeps names and permissions at hand. Nothing privileged.
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: restOptions(api, closing),
    // Servers may come later; commands are answered without them.
    waitGuildTimeout: 500,
    shards: shards === undefined ? 'auto' : [...shards],
    ...(shardCount === undefined ? {} : { shardCount }),
    // A bot that answers and forgets: no histories, few people.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      GuildMemberManager: { maxSize: 200, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 500, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
  });
}

function isFatal(error: unknown): boolean {
  return (
    isTokenRefused(error) ||
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
  );
}

export function openGateway(
  settings: DiscordSettings,
  api: string | undefined,
  take: (interaction: Interaction) => void,
  ready: (application: string) => Promise<void>,
): Gateway {
  const { log, token } = settings;
  const closing = new AbortController();
  let client: Client | undefined;

  function listen(one: Client): Promise<string> {
    one.on(Events.Raw, (packet: unknown) => {
      if (!makeWhole(packet)) log.warn({}, 'an interaction that cannot be read was passed over');
    });
    one.on(Events.InteractionCreate, take);
    // Without a listener the process would end (discord.js issues 2555, 2879).
    one.on(Events.Error, (error) => log.error(faultFields(error), 'discord.js reports an error'));
    one.on(Events.Warn, (message) => log.warn({ message }, 'discord.js warns'));
    one.on(Events.ShardError, (error, shard) =>
      log.warn({ ...faultFields(error), shard }, 'connection error'),
    );
    one.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'connecting to Discord again'));
    one.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'connection resumed'));
    one.on(Events.ShardDisconnect, ({ code }, shard) => {
      log.error({ code, shard, reason: GatewayCloseCodes[code] }, disconnected(code));
    });
    return new Promise((resolve) =>
      one.once(Events.ClientReady, (connected) => resolve(connected.application.id)),
    );
  }

  async function attempt(): Promise<string> {
    client = clientOf(settings, api, closing.signal);
    const connected = listen(client);
    await client.login(token);
    const application = await connected;
    log.info({ application, shards: client.ws.shards.size }, 'connected to Discord');
    await ready(application);
    return application;
  }

  /** Tries until it works, the token is refused, or the door closes. `told` hears how the first attempt went. */
  async function run(told: (application: string | undefined) => void): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; !closing.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        told(await attempt());
        return;
      } catch (error) {
        told(undefined);
        if (closing.signal.aborted) return;
        if (isFatal(error)) {
          log.error({}, 'Discord refused the token; this door stays closed until DISCORD_TOKEN is right');
          return;
        }
        log.error({ ...faultFields(error), retryInMs: pause }, 'no connection to Discord yet');
        await sleep(pause, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  }

  const outcome = new Promise<string | undefined>((resolve) => {
    void run(resolve);
  });
  const patience = sleep(PATIENCE_MS, undefined, { ref: false, signal: closing.signal }).catch(
    () => undefined,
  );
  return {
    first: Promise.race([outcome, patience]),
    async close() {
      closing.abort();
      client?.off(Events.InteractionCreate, take);
      await client?.destroy();
    },
  };
}

function disconnected(code: number): string {
  return code === GatewayCloseCodes.AuthenticationFailed
    ? 'Discord refused the token; this door stays closed until DISCORD_TOKEN is right'
    : 'Discord ended the connection for good; this door is closed until the next start';
}
