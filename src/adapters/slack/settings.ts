import type { Locale } from '../../cards/inline.ts';
import type { Chart } from '../../charts/model.ts';
import type { Place } from '../../core/call.ts';
import type { Log } from '../../core/ports.ts';
import type { InstallationStore } from '../../core/stores/installations.ts';

/** The door's name. */
export const DOOR = 'slack';
/** The one slash command; everything else is its words. */
export const SLASH = '/grad';
/** Where Slack sends what happens, where it lists the app for installing, and where it comes back to (bolt's own names). */
export const EVENTS_PATH = '/slack/events';
export const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';

/** Several workspaces: the app's credentials, and where installations are kept. */
export interface OAuthSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  /** 32 bytes that encrypt tokens at rest. */
  readonly key: Uint8Array;
  readonly rows: InstallationStore;
}

/** How the bot and Slack reach each other. */
export interface Access {
  /** Of a single workspace. */
  readonly token?: string;
  /** Socket Mode; not used where there is a port. */
  readonly appToken?: string;
  /** Requests over HTTP: the port, and the secret that signs them. */
  readonly http?: { readonly port: number; readonly signingSecret: string };
  readonly oauth?: OAuthSettings;
  /** With or without `/api` at its end. Slack's own when absent. */
  readonly apiUrl?: string;
}

export interface SlackSettings extends Access {
  readonly log: Log;
  /** Draws a chart as PNG. */
  readonly picture: (chart: Chart) => Promise<Uint8Array>;
  /** For texts that answer nobody in particular, and for people whose language is not known. */
  readonly defaultLocale: Locale;
  /** Channels of a workspace that get a question a day, for calls that come from none: the Home tab, shortcuts. */
  readonly dailyPlaces: (workspace: string) => Promise<readonly Place[]>;
}
