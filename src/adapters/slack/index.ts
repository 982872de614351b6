import type { App } from '@slack/bolt';
import type { Bot } from '../../core/bot.ts';
import type { Adapter, Pace } from '../adapter.ts';
import { type AppTools, createApp, type WayIn, wayIn } from './app.ts';
import { createCalls } from './calls.ts';
import { type Clients, createClients, resolveApi } from './clients.ts';
import { faultFields, isTokenRefused } from './faults.ts';
import { createFiles } from './files.ts';
import { createHistory } from './history.ts';
import { createHome } from './home.ts';
import { createInstallations } from './installations.ts';
import { createMessages, type Messages, spotOf } from './messages.ts';
import { createModals } from './modals.ts';
import { createPeople } from './people.ts';
import { placeFinder } from './places.ts';
import { createPosting } from './posting.ts';
import { createReplies } from './replies.ts';
import { DOOR, type SlackSettings } from './settings.ts';
import { type Connection, openSocket } from './socket.ts';

export type { OAuthSettings, SlackSettings } from './settings.ts';

/** Edits of a posted card: Slack takes about one message a second in a channel (apis/web-api/rate-limits), and others are waiting. */
const REFRESH_MS = 15_000;
/** About one message a second in a channel; the tier of the whole workspace is wider (apis/web-api/rate-limits). */
const PACE: Pace = { perSecond: 20, placeMs: 1000, atOnce: 20 };
/** What is in flight at the end gets this long. */
const DRAIN_MS = 20_000;

interface Running {
  readonly tools: AppTools;
  readonly messages: Messages;
  connection?: Connection;
}

/** Everything but the connection. */
function build(
  settings: SlackSettings,
  bot: Bot,
  api: string | undefined,
  closed: () => Promise<void>,
): Running {
  const { log, oauth, defaultLocale } = settings;
  let clients: Clients | undefined;
  const installations =
    oauth === undefined ? undefined : createInstallations(oauth, (team) => clients?.forget(team));
  clients = createClients(settings, api, installations);
  const files = createFiles(clients, settings);
  const history = createHistory(clients);
  const posting = createPosting(clients, history, log);
  const messages = createMessages({ clients, files, history, posting, log });
  const modals = createModals(clients, files, (team, user) => messages.directChat(team, user));
  const replies = createReplies({ clients, files, messages, modals, posting, log });
  const people = createPeople(clients, settings);
  const placeFor = placeFinder(clients, settings);
  const home = createHome({ bot, clients, files, people, placeFor });
  const calls = createCalls({ bot, defaultLocale, home, log, modals, people, replies, placeFor });
  async function removed(team: string): Promise<void> {
    log.error({ team }, 'a workspace removed the app or revoked its token');
    await installations?.remove(team);
    if (installations === undefined) await closed();
  }
  return { messages, tools: { settings, api, bot, calls, clients, home, installations, people, removed } };
}

async function listen(way: WayIn, app: App, { log }: SlackSettings): Promise<Connection> {
  if (way.kind === 'http') {
    await way.receiver.start(way.port);
    log.info({ port: way.port }, 'waiting for requests of Slack');
    return { first: Promise.resolve(), close: () => way.receiver.stop() };
  }
  const make = () => {
    const receiver = way.make();
    receiver.init(app);
    return receiver;
  };
  return openSocket(make, log);
}

export function createSlack(settings: SlackSettings): Adapter {
  const { log } = settings;
  let running: Running | undefined;

  function messages(): Messages {
    if (running === undefined) throw new Error('the Slack door has not been started');
    return running.messages;
  }

  /** Of a single workspace: the only token there is. */
  async function isRefused(clients: Clients): Promise<boolean> {
    if (settings.token === undefined || settings.oauth !== undefined) return false;
    try {
      const { team, user_id: user } = await (await clients.get('')).auth.test();
      log.info({ team, user }, 'the token of Slack is good');
      return false;
    } catch (error) {
      if (isTokenRefused(error)) return true;
      log.warn(faultFields(error), 'Slack cannot be reached yet');
      return false;
    }
  }

  async function connect(now: Running): Promise<void> {
    const way = wayIn(now.tools);
    if (way === undefined) {
      log.error(
        {},
        'no way for Slack to reach the bot: SLACK_APP_TOKEN, or SLACK_PORT and SLACK_SIGNING_SECRET',
      );
      return;
    }
    if (await isRefused(now.tools.clients)) {
      log.error({}, 'Slack refused the token; this door stays closed until SLACK_BOT_TOKEN is right');
      return;
    }
    now.connection = await listen(way, createApp(now.tools, way), settings);
    await now.connection.first;
  }

  async function disconnect(): Promise<void> {
    const connection = running?.connection;
    if (running !== undefined) delete running.connection;
    await connection?.close();
  }

  return {
    name: DOOR,
    refreshMs: REFRESH_MS,
    pace: PACE,
    async start(bot) {
      running = build(settings, bot, await resolveApi(settings.apiUrl), async () => {
        log.error({}, 'this door is closed until SLACK_BOT_TOKEN is right again');
        await disconnect();
      });
      await connect(running);
    },
    post: async (place, card, key) => messages().post(spotOf(place), card, key),
    edit: async (place, ref, card) => messages().edit(spotOf(place), ref, card),
    find: async (place, key) => messages().find(spotOf(place), key),
    // A thread of Slack has no title of its own: the message above it says what it is about.
    reply: async (place, ref, _title, card, key) => messages().post(spotOf(place, ref), card, key),
    check: async (place) => messages().check(spotOf(place)),
    tellMember: async (workspace, member, card, key) => messages().tellMember(workspace, member, card, key),
    tellAdmin: async (place, card, key) => messages().tellAdmin(place.workspace, card, key),
    async stop() {
      const calls = running?.tools.calls;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, DRAIN_MS);
      });
      await Promise.race([calls?.drain(), late]);
      await disconnect();
      // Calls that came while the connection was being closed.
      await Promise.race([calls?.drain(), late]);
      clearTimeout(timer);
      running = undefined;
    },
  };
}
