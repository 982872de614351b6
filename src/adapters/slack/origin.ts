/** Where a call came from, and so where its reply goes. Travels through modals in their `private_metadata`, which only the app reads. */

export interface Origin {
  readonly team: string;
  readonly user: string;
  /** Empty where there is none: the Home tab, a global shortcut. */
  readonly channel: string;
  /** Good for 30 minutes and five messages, in channels that the bot is not in as well. */
  readonly responseUrl?: string;
  readonly thread?: string;
  /** The message under the button: what `replace` edits. */
  readonly pressed?: { readonly ts: string; readonly hidden: boolean };
  /** The modal that shows the reply. */
  readonly view?: string;
  /** The Home tab is to be brought up to date afterwards. */
  readonly home?: boolean;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

export function writeOrigin(origin: Origin): string {
  return JSON.stringify(origin);
}

/** What an own modal brings back; undefined where it is not what `writeOrigin` wrote. */
export function readOrigin(metadata: string): Origin | undefined {
  try {
    const read: unknown = JSON.parse(metadata);
    const isOrigin =
      isRecord(read) && [read.team, read.user, read.channel].every((one) => typeof one === 'string');
    return isOrigin ? (read as unknown as Origin) : undefined;
  } catch {
    return undefined;
  }
}
