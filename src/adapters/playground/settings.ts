import type { Locale, Localised } from '../../cards/inline.ts';
import type { Chart } from '../../charts/model.ts';
import type { Clock, Log, MessageLog } from '../../core/ports.ts';

/** The one workspace of the playground and the name of the door. */
export const WORKSPACE = 'playground';
export const DOOR = 'playground';

export interface PlaygroundChannel {
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  readonly about: Localised;
}

export interface PlaygroundMember {
  readonly id: string;
  readonly name: string;
  readonly admin: boolean;
  readonly timeZone?: string;
}

export interface PlaygroundSettings {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly log: Log;
  readonly clock: Clock;
  readonly messages: MessageLog;
  readonly channels: readonly PlaygroundChannel[];
  readonly members: readonly PlaygroundMember[];
  readonly defaultLocale: Locale;
  /** Draws a chart as PNG. */
  readonly picture: (chart: Chart) => Promise<Uint8Array>;
  /** Where the fonts of the page are. */
  readonly fontFolder: string;
  /** Compiled browser scripts; found beside this module when absent. */
  readonly clientFolder?: string;
}
