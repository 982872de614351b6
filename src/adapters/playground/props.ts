import type { Locale } from '../../cards/inline.ts';
import type { CommandInfo, WireMessage } from './client/wire.ts';
import type { Theme } from './session.ts';
import type { PlaygroundChannel, PlaygroundMember } from './settings.ts';

/** What the page is made from: where one is, as whom, and what stands there. */
export interface PageProps {
  readonly channel: PlaygroundChannel;
  readonly member: PlaygroundMember;
  readonly locale: Locale;
  readonly theme: Theme;
  readonly channels: readonly PlaygroundChannel[];
  readonly members: readonly PlaygroundMember[];
  readonly commands: readonly CommandInfo[];
  readonly messages: readonly WireMessage[];
  /** Addresses of the scripts, so that the browser fetches them all at once. */
  readonly scripts: readonly string[];
}
