import { GUILD, TOKEN } from '../discord/people.ts';
import { LoopbackDiscord } from '../discord/server.ts';
import { APP_TOKEN, BOT_TOKEN, TEAM } from '../slack/people.ts';
import { LoopbackSlack } from '../slack/server.ts';

/** The loopback platforms, as far as a daily run that is killed has to do with them. */

export interface CrashPlatform {
  readonly door: 'discord' | 'slack';
  readonly workspace: string;
  /** What the bot is given to get in, separated by commas. */
  readonly tokens: string;
  /** A message on its way to a channel. */
  readonly isMessage: (path: string) => boolean;
  /** Where paths of the bot's requests lead. */
  origin(): string;
  start(): Promise<void>;
  stop(): Promise<void>;
  addChannel(channel: string): void;
  /** Messages that everybody reads there. */
  count(channel: string): number;
  /** Keys by which a platform knows a message again are forgotten after minutes, where there are any. */
  forgetKeys(): void;
  /** All that broke a limit. */
  faults(): readonly string[];
}

export function crashDiscord(): CrashPlatform {
  const discord = new LoopbackDiscord();
  return {
    door: 'discord',
    workspace: GUILD,
    tokens: TOKEN,
    isMessage: (path) => /\/messages$/.test(path),
    origin: () => discord.url.replace(/\/api$/, ''),
    start: () => discord.start(),
    stop: () => discord.stop(),
    addChannel: (channel) => discord.channels.messages.set(channel, []),
    count: (channel) => discord.in(channel).length,
    forgetKeys() {
      for (const messages of discord.channels.messages.values())
        for (const message of messages) message.nonce = 'forgotten';
    },
    faults: () => discord.faults,
  };
}

export function crashSlack(): CrashPlatform {
  const slack = new LoopbackSlack();
  return {
    door: 'slack',
    workspace: TEAM,
    tokens: `${BOT_TOKEN},${APP_TOKEN}`,
    isMessage: (path) => path.endsWith('/chat.postMessage'),
    origin: () => slack.origin,
    start: () => slack.start(),
    stop: () => slack.stop(),
    addChannel(channel) {
      slack.workspace().addChannel(channel, `daily-${channel.toLowerCase()}`);
    },
    count: (channel) => slack.workspace().posted(channel).length,
    forgetKeys: () => undefined,
    faults: () => slack.violations,
  };
}
