import type { Card } from '../../cards/card.ts';
import { PlaceError } from '../../core/errors.ts';
import type { Adapter } from '../adapter.ts';
import { type Calls, createCalls } from './calls.ts';
import { aboutPlace, faultFields } from './faults.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { createMessages, type Messages } from './messages.ts';
import { permissionsAt } from './permissions.ts';
import { register } from './register.ts';
import { openRest, type REST, resolveApi } from './rest.ts';
import { type DiscordSettings, DOOR } from './settings.ts';

export type { DiscordSettings } from './settings.ts';

/** Edits of a posted card: a channel allows few, and old messages fewer still (error 30046). */
const REFRESH_MS = 15_000;
/** What is in flight at the end gets this long; Discord itself gives an interaction 15 minutes. */
const DRAIN_MS = 20_000;

interface Running {
  readonly gateway: Gateway;
  readonly calls: Calls;
  readonly messages: Messages;
  readonly rest: REST;
}

/** Whether this process registers the commands: of several, the one that holds the first shard. */
function isFirst({ shards }: DiscordSettings): boolean {
  return shards === undefined || shards.includes(0);
}

export function createDiscord(settings: DiscordSettings): Adapter {
  const { log } = settings;
  let running: Running | undefined;

  function started(): Running {
    if (running === undefined) throw new Error('the Discord door has not been started');
    return running;
  }
  const messages = (): Messages => started().messages;

  return {
    name: DOOR,
    refreshMs: REFRESH_MS,
    async start(bot) {
      const api = await resolveApi(settings);
      const rest = await openRest({ ...settings, ...(api === undefined ? {} : { apiUrl: api }) });
      const calls = createCalls(bot, rest, settings);
      const ready = async (application: string): Promise<void> => {
        if (!isFirst(settings)) return;
        try {
          log.info(await register(rest, application, bot.commands), 'commands registered with Discord');
        } catch (error) {
          log.error(faultFields(error), 'the commands could not be registered with Discord');
        }
      };
      const gateway = openGateway(settings, api, (interaction) => calls.take(interaction), ready);
      running = { gateway, calls, rest, messages: createMessages(rest, settings) };
      await gateway.first;
    },
    post: async (place, card, key) => messages().post(place, card, key),
    edit: async (place, ref, card) => messages().edit(place, ref, card),
    find: async (place, key) => messages().find(place, key),
    reply: async (place, ref, title, card, key) => messages().reply(place, ref, title, card, key),
    async check(place) {
      try {
        const { missing } = await aboutPlace(permissionsAt(started().rest, place));
        if (missing.length > 0) throw new PlaceError('forbidden');
      } catch (error) {
        if (error instanceof PlaceError) throw error;
        // Not an answer either way: the first post will tell.
        log.warn({ ...faultFields(error), channel: place.channel }, 'permissions could not be looked up');
      }
    },
    tellMember: async (_workspace, member, card, key) => messages().tellMember(member, card, key),
    async tellAdmin(place, card: Card, key) {
      await messages().tellOwner(place.workspace, card, key);
    },
    async stop() {
      const { gateway, calls } = running ?? {};
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, DRAIN_MS);
      });
      await Promise.race([calls?.drain(), late]);
      await gateway?.close();
      // Calls that came while the connection was being closed.
      await Promise.race([calls?.drain(), late]);
      clearTimeout(timer);
      running = undefined;
    },
  };
}
