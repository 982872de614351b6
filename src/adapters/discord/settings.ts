import type { Locale } from '../../cards/inline.ts';
import type { Chart } from '../../charts/model.ts';
import type { Log } from '../../core/ports.ts';

/** The door's name. */
export const DOOR = 'discord';

export interface DiscordSettings {
  readonly token: string;
  /** Up to and without the version: https://discord.com/api. Discord's own when absent. */
  readonly apiUrl?: string;
  readonly log: Log;
  /** Draws a chart as PNG. */
  readonly picture: (chart: Chart) => Promise<Uint8Array>;
  /** For texts that answer nobody in particular. */
  readonly defaultLocale: Locale;
  /** Which shards this process holds; all that Discord recommends when absent. */
  readonly shards?: readonly number[];
  /** Shards of all processes together. */
  readonly shardCount?: number;
}
