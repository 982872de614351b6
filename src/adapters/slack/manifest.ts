import { cut } from '../../cards/cut.ts';
import type { Locale } from '../../cards/inline.ts';
import type { Command } from '../../core/command.ts';
import { translator } from '../../texts/index.ts';
import { MAX_SHORTCUT_NAME, MAX_SHORTCUT_TEXT, MAX_SHORTCUTS } from './limits.ts';
import { SHORTCUT_ID } from './receive.ts';
import { BOT_EVENTS, SCOPE_NAMES } from './scopes.ts';
import { EVENTS_PATH, REDIRECT_PATH, SLASH } from './settings.ts';

/** The app as Slack wants it described (reference/app-manifest), from the declared commands. */

/** reference/app-manifest: the hint of a slash command. */
const MAX_HINT = 1000;
/** What stands in the menu of shortcuts, as far as it is declared. */
const GLOBAL = 'today';

interface Shortcut {
  readonly name: string;
  readonly type: 'global' | 'message';
  readonly callback_id: string;
  readonly description: string;
}

function shortcutsOf(commands: readonly Command[], locale: Locale): Shortcut[] {
  const t = translator(locale);
  const global = commands
    .filter((one) => one.name === GLOBAL)
    .map((one) => ({
      name: t('shortcut.today'),
      type: 'global' as const,
      callback_id: `${SHORTCUT_ID}${one.name}`,
      description: t('shortcut.today-about'),
    }));
  const onMessages = commands.flatMap((one): Shortcut[] =>
    one.onMessage === undefined
      ? []
      : [
          {
            name: cut(one.onMessage[locale], MAX_SHORTCUT_NAME),
            type: 'message',
            callback_id: one.name,
            description: cut(one.summary[locale], MAX_SHORTCUT_TEXT),
          },
        ],
  );
  return [...global, ...onMessages].slice(0, MAX_SHORTCUTS);
}

/** The names that everybody may use, in the language of the manifest. */
function hintOf(commands: readonly Command[], locale: Locale): string {
  const names = commands
    .filter((one) => one.listed && one.admin !== true)
    .map((one) => (locale === 'ko' ? (one.aliases[0] ?? one.name) : one.name));
  return cut(names.join(' | '), MAX_HINT);
}

/** Without an address: Socket Mode. `url` is where the bot is reached from outside, without a path. */
export function manifestOf(commands: readonly Command[], locale: Locale, url?: string) {
  const t = translator(locale);
  const base = url?.replace(/\/+$/, '');
  const requests = base === undefined ? undefined : `${base}${EVENTS_PATH}`;
  return {
    display_information: {
      name: 'dailygrad',
      description: t('app.about'),
      long_description: t('app.long'),
      background_color: '#2b2f6b',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: true,
      },
      bot_user: { display_name: 'dailygrad', always_online: true },
      shortcuts: shortcutsOf(commands, locale),
      slash_commands: [
        {
          command: SLASH,
          ...(requests === undefined ? {} : { url: requests }),
          description: t('app.slash'),
          usage_hint: hintOf(commands, locale),
          // Channels and people arrive with their ids.
          should_escape: true,
        },
      ],
    },
    oauth_config: {
      ...(base === undefined ? {} : { redirect_urls: [`${base}${REDIRECT_PATH}`] }),
      scopes: { bot: [...SCOPE_NAMES] },
    },
    settings: {
      event_subscriptions: {
        ...(requests === undefined ? {} : { request_url: requests }),
        bot_events: [...BOT_EVENTS],
      },
      interactivity: {
        is_enabled: true,
        // The second is where menus ask for their choices.
        ...(requests === undefined ? {} : { request_url: requests, message_menu_options_url: requests }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: requests === undefined,
      token_rotation_enabled: false,
    },
  };
}
