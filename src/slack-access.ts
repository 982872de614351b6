import type { Access, OAuthSettings } from './adapters/slack/settings.ts';
import type { Config } from './config.ts';
import type { Store } from './core/store.ts';

/** How Slack is reached: one workspace by its token, several by the app's own credentials. Undefined where neither is set. */
export function slackAccess(config: Config, rows: Store): Access | undefined {
  const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl } = config;
  const { SLACK_PORT: port, SLACK_SIGNING_SECRET: signingSecret } = config;
  const oauth = slackOAuth(config, rows);
  if (token === undefined && oauth === undefined) return undefined;
  return {
    ...(token === undefined ? {} : { token }),
    ...(appToken === undefined ? {} : { appToken }),
    ...(apiUrl === undefined ? {} : { apiUrl }),
    ...(oauth === undefined ? {} : { oauth }),
    ...(port === undefined || signingSecret === undefined ? {} : { http: { port, signingSecret } }),
  };
}

function slackOAuth(config: Config, rows: Store): OAuthSettings | undefined {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = config;
  const { SLACK_STATE_SECRET: stateSecret, SLACK_TOKEN_KEY: key } = config;
  // All or none of them, as the settings were checked.
  if (clientId === undefined || clientSecret === undefined || stateSecret === undefined || key === undefined)
    return undefined;
  return { clientId, clientSecret, stateSecret, key, rows };
}
