import { stringify } from 'yaml';
import { manifestOf } from '../adapters/slack/manifest.ts';
import type { Bank } from '../bank/bank.ts';
import { createLookup } from '../bank/lookup.ts';
import type { Locale } from '../cards/inline.ts';
import { allCommands } from '../commands/index.ts';
import { CATALOGUE } from '../demos/catalogue.ts';
import { type Io, UsageError, write, writeJson } from './io.ts';

export interface ManifestOptions {
  readonly url?: string;
  readonly locale: Locale;
  readonly json: boolean;
}

function checked(url: string): string {
  const read = URL.canParse(url) ? new URL(url) : undefined;
  if (read?.protocol !== 'https:')
    throw new UsageError(`--url must be an https address that Slack can reach, not "${url}"`);
  if (read.pathname !== '/' || read.search !== '' || read.hash !== '')
    throw new UsageError(`--url is the address without a path, such as ${read.origin}`);
  return read.origin;
}

/** `slack manifest`: the app, to be pasted at api.slack.com/apps; Socket Mode unless an address is given. */
export async function slackManifest(io: Io, bank: Bank, options: ManifestOptions): Promise<void> {
  const url = options.url === undefined ? undefined : checked(options.url);
  const manifest = manifestOf(allCommands(createLookup(bank, CATALOGUE)), options.locale, url);
  if (options.json) return writeJson(io, manifest);
  await write(io.stdout, stringify(manifest, { lineWidth: 0 }));
}
