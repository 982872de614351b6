import { z } from 'zod';
import { isTimeZone } from './habits/day.ts';

/** Settings, checked at start. This is the only place that knows the environment's names, as a function of its argument. */

const somePort = z.coerce
  .number({ error: 'must be a port, 0 to 65535' })
  .int('must be a whole number')
  .min(0, 'must be 0 to 65535')
  .max(65535, 'must be 0 to 65535');
const port = (fallback: number) => somePort.default(fallback);
const secret = z.string().trim().min(1).optional();
const url = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional();

/** What Slack needs together: a way in, and all or nothing of what several workspaces take. */
const SLACK_APP = [
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
  'SLACK_TOKEN_KEY',
] as const;

interface SlackNames extends Readonly<Partial<Record<(typeof SLACK_APP)[number], unknown>>> {
  readonly SLACK_BOT_TOKEN?: string | undefined;
  readonly SLACK_APP_TOKEN?: string | undefined;
  readonly SLACK_SIGNING_SECRET?: string | undefined;
  readonly SLACK_PORT?: number | undefined;
}

function slackFaults(given: SlackNames): [keyof SlackNames, string][] {
  const http = given.SLACK_PORT !== undefined && given.SLACK_SIGNING_SECRET !== undefined;
  const set = SLACK_APP.filter((name) => given[name] !== undefined);
  const faults: [keyof SlackNames, string][] = [];
  if (given.SLACK_PORT !== undefined && !http)
    faults.push(['SLACK_PORT', 'needs SLACK_SIGNING_SECRET, which tells that a request is of Slack']);
  if (given.SLACK_BOT_TOKEN !== undefined && !http && given.SLACK_APP_TOKEN === undefined)
    faults.push(['SLACK_BOT_TOKEN', 'needs SLACK_APP_TOKEN, or SLACK_PORT and SLACK_SIGNING_SECRET']);
  if (set.length > 0 && set.length < SLACK_APP.length)
    faults.push([
      SLACK_APP.find((name) => given[name] === undefined) ?? 'SLACK_CLIENT_ID',
      `has to be set with ${set.join(', ')}`,
    ]);
  if (set.length > 0 && !http)
    faults.push([
      'SLACK_CLIENT_ID',
      'needs SLACK_PORT and SLACK_SIGNING_SECRET: a browser has to reach the bot',
    ]);
  return faults;
}

const schema = z
  .object({
    DISCORD_TOKEN: secret,
    DISCORD_API_URL: url,
    DISCORD_SHARDS: z
      .string()
      .regex(/^\s*\d+(\s*,\s*\d+)*\s*$/, 'must be numbers of shards such as 0,1')
      .transform((list) => [...new Set(list.split(',').map(Number))])
      .optional(),
    DISCORD_SHARD_COUNT: z.coerce
      .number({ error: 'must be the number of shards of all processes together' })
      .int('must be a whole number')
      .min(1, 'must be 1 or more')
      .optional(),
    SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'must begin with xoxb-').optional(),
    SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'must begin with xapp-').optional(),
    SLACK_SIGNING_SECRET: secret,
    SLACK_API_URL: url,
    SLACK_PORT: somePort.optional(),
    SLACK_CLIENT_ID: secret,
    SLACK_CLIENT_SECRET: secret,
    SLACK_STATE_SECRET: secret,
    SLACK_TOKEN_KEY: z
      .base64('must be base64, as from: openssl rand -base64 32')
      .transform((text) => Uint8Array.from(Buffer.from(text, 'base64')))
      .refine((bytes) => bytes.length === 32, 'must be 32 bytes in base64, as from: openssl rand -base64 32')
      .optional(),
    DATABASE_PATH: z.string().trim().min(1, 'must be a file path').default('data/dailygrad.db'),
    PLAYGROUND_PORT: port(3000),
    PLAYGROUND_HOST: z.string().trim().min(1, 'must be a host name or address').default('127.0.0.1'),
    LOG_LEVEL: z
      .enum(
        ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
        'must be one of fatal, error, warn, info, debug, trace, silent',
      )
      .default('info'),
    TZ_DEFAULT: z
      .string()
      .refine(isTimeZone, 'must be an IANA time zone such as Asia/Seoul')
      .default('Asia/Seoul'),
    LANG_DEFAULT: z.enum(['ko', 'en'], 'must be ko or en').default('ko'),
  })
  .refine(
    ({ DISCORD_SHARDS: shards, DISCORD_SHARD_COUNT: count }) => {
      return shards === undefined || (count !== undefined && shards.every((shard) => shard < count));
    },
    { path: ['DISCORD_SHARDS'], error: 'must be below DISCORD_SHARD_COUNT, which has to be set as well' },
  )
  .superRefine((given, context) => {
    for (const [name, message] of slackFaults(given))
      context.addIssue({ code: 'custom', path: [name], message });
  });

export type Config = Readonly<z.infer<typeof schema>>;

/** A setting with a value that cannot be used. The message names it and what is expected, never the value: it may be a secret. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(`the settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Reads settings from an environment-like record; an empty value counts as not set. Throws ConfigError. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new ConfigError(result.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`));
}
