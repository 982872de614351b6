import {
  App,
  type BlockAction,
  type BlockSuggestion,
  HTTPReceiver,
  SocketModeReceiver,
  type ViewSubmitAction,
} from '@slack/bolt';
import type { Bot } from '../../core/bot.ts';
import type { Log } from '../../core/ports.ts';
import type { Acknowledge, Calls } from './calls.ts';
import { type Clients, clientOptions, quietLogger } from './clients.ts';
import { faultFields, NotInstalledError } from './faults.ts';
import type { Home } from './home.ts';
import type { Installations } from './installations.ts';
import type { People } from './people.ts';
import { optionsFor } from './picking.ts';
import { fromAction, fromCommand, fromShortcut, fromSubmission, type Received } from './receive.ts';
import { SCOPE_NAMES } from './scopes.ts';
import { EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH, SLASH, type SlackSettings } from './settings.ts';

/** Bolt: checks signatures, takes envelopes and requests apart, and hands them to us. */

export interface AppTools {
  readonly settings: SlackSettings;
  readonly api: string | undefined;
  readonly bot: Bot;
  readonly calls: Calls;
  readonly clients: Clients;
  readonly home: Home;
  readonly installations: Installations | undefined;
  readonly people: People;
  /** A workspace removed the app, or its token. */
  readonly removed: (team: string) => Promise<void>;
}

/** How Slack reaches the app: requests to a port, or sockets, of which there may be two for a moment. */
export type WayIn =
  | { readonly kind: 'http'; readonly receiver: HTTPReceiver; readonly port: number }
  | { readonly kind: 'socket'; readonly make: () => SocketModeReceiver };

function httpReceiver({ settings, api, installations }: AppTools): HTTPReceiver | undefined {
  const { http, oauth, log } = settings;
  if (http === undefined) return undefined;
  return new HTTPReceiver({
    signingSecret: http.signingSecret,
    endpoints: EVENTS_PATH,
    logger: quietLogger(log),
    ...(oauth === undefined || installations === undefined
      ? {}
      : {
          clientId: oauth.clientId,
          clientSecret: oauth.clientSecret,
          stateSecret: oauth.stateSecret,
          scopes: [...SCOPE_NAMES],
          installationStore: installations.store,
          installerOptions: {
            installPath: INSTALL_PATH,
            redirectUriPath: REDIRECT_PATH,
            clientOptions: clientOptions(api, log),
          },
        }),
  });
}

/** Requests where there is a port, otherwise a socket; undefined where neither is set up. */
export function wayIn(tools: AppTools): WayIn | undefined {
  const { settings, api } = tools;
  const { appToken, http, log } = settings;
  const receiver = httpReceiver(tools);
  if (receiver !== undefined && http !== undefined) return { kind: 'http', receiver, port: http.port };
  if (appToken === undefined) return undefined;
  const make = () =>
    new SocketModeReceiver({
      appToken,
      logger: quietLogger(log),
      // See socket.ts.
      autoReconnectEnabled: false,
      installerOptions: { clientOptions: { ...clientOptions(api, log), retryConfig: { retries: 0 } } },
    });
  return { kind: 'socket', make };
}

/**
 * Bolt refuses a second acknowledgement. One that cannot be sent, as on a socket that has just been closed, changes nothing: Slack
 * delivers again, and what was done already is then acknowledged alone.
 */
function once(acknowledge: (response?: never) => Promise<void>, log: Log): Acknowledge {
  let isDone = false;
  return async (response) => {
    if (isDone) return;
    isDone = true;
    await acknowledge(response as never).catch((error: unknown) =>
      log.warn(faultFields(error), 'an acknowledgement could not be sent'),
    );
  };
}

function listenToPeople(app: App, { bot, calls, settings: { log } }: AppTools): void {
  async function take(call: Received | undefined, acknowledge: Acknowledge): Promise<void> {
    await (call === undefined ? acknowledge() : calls.take(call, acknowledge));
  }

  app.command(new RegExp(`^${SLASH}`), ({ command, ack }) => take(fromCommand(command), once(ack, log)));
  app.action<BlockAction>({ type: 'block_actions' }, ({ body, ack }) =>
    take(fromAction(body), once(ack, log)),
  );
  app.shortcut(/.*/, ({ shortcut, ack }) => take(fromShortcut(shortcut, bot.commands), once(ack, log)));
  app.view<ViewSubmitAction>({ type: 'view_submission' }, ({ body, ack }) =>
    take(fromSubmission(body), once(ack as never, log)),
  );
}

function listenToApp(app: App, tools: AppTools): void {
  const { bot, calls, home, people, removed, settings } = tools;
  app.options(/^pick:/, async ({ options, ack }) => {
    const { action_id, value, team, user } = options as BlockSuggestion;
    const { locale } = await people.quick(team?.id ?? user.team_id ?? '', user.id, user.name);
    await ack({ options: optionsFor(action_id, value, bot, locale) });
  });
  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'home') return;
    const id = `event:${body.event_id}`;
    await calls.run(id, () => home.publish(body.team_id, event.user, id));
  });
  app.event('app_uninstalled', async ({ body }) => removed(body.team_id));
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot?.length ?? 0) > 0) await removed(body.team_id);
  });
  app.error(async (error) => {
    settings.log.error(faultFields(error), 'something from Slack could not be handled');
  });
}

export function createApp(tools: AppTools, way: WayIn): App {
  const { clients, settings, api } = tools;
  const app = new App({
    // Without its installer, beside which Bolt takes no `authorize`: one token of the settings may stand beside installations.
    receiver: {
      init: (one) => {
        if (way.kind === 'http') way.receiver.init(one);
      },
      // Opened and closed by index.ts.
      start: async () => undefined,
      stop: async () => undefined,
    },
    logger: quietLogger(settings.log),
    clientOptions: clientOptions(api, settings.log),
    convoStore: false,
    async authorize({ teamId, enterpriseId }) {
      const id = teamId ?? enterpriseId ?? '';
      const access = await clients.access(id);
      if (access === undefined) throw new NotInstalledError(id);
      return { botToken: access.token };
    },
  });
  listenToPeople(app, tools);
  listenToApp(app, tools);
  return app;
}
