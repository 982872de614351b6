import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { manifestOf } from '../../../src/adapters/slack/manifest.ts';
import { SCOPE_NAMES } from '../../../src/adapters/slack/scopes.ts';
import { createLookup } from '../../../src/bank/lookup.ts';
import { allCommands } from '../../../src/commands/index.ts';
import { defineCommand } from '../../../src/core/command.ts';
import { CATALOGUE } from '../../../src/demos/catalogue.ts';
import { cli } from '../../support/cli.ts';
import { realBank } from '../../support/world.ts';

/** The manifest that an admin pastes, within what Slack's own page says of each field (reference/app-manifest). */

const commands = allCommands(createLookup(realBank(), CATALOGUE));

const TEXTS: readonly (readonly [string, number, number])[] = [
  ['display_information.name', 1, 35],
  ['display_information.description', 1, 140],
  ['display_information.long_description', 174, 4000],
  ['features.bot_user.display_name', 1, 80],
  ['features.slash_commands.0.command', 2, 32],
  ['features.slash_commands.0.description', 1, 2000],
  ['features.slash_commands.0.usage_hint', 1, 1000],
  ['features.shortcuts.0.name', 1, 24],
  ['features.shortcuts.0.description', 1, 150],
  ['features.shortcuts.1.name', 1, 24],
  ['features.shortcuts.1.description', 1, 150],
];

function at(manifest: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], manifest);
}

async function printed(...args: string[]): Promise<unknown> {
  const run = await cli(['slack', 'manifest', ...args]);
  expect(run.status).toBe(0);
  return parse(run.out);
}

describe('the manifest', () => {
  it.each(['ko', 'en'] as const)('keeps the limits of every text (%s)', (locale) => {
    const manifest = manifestOf(commands, locale);
    for (const [path, least, most] of TEXTS) {
      const { length } = String(at(manifest, path) ?? '');
      expect([path, length >= least && length <= most]).toEqual([path, true]);
    }
  });

  it('is for Socket Mode unless there is an address', async () => {
    const manifest = await printed();
    expect(at(manifest, 'settings.socket_mode_enabled')).toBe(true);
    expect(JSON.stringify(manifest)).not.toContain('http');
    expect(at(manifest, 'oauth_config.scopes.bot')).toEqual(SCOPE_NAMES);
    expect(at(manifest, 'features.shortcuts')).toMatchObject([
      { type: 'global', name: '오늘의 질문', callback_id: 'call:today' },
      { type: 'message', name: '이 답 채점하기', callback_id: 'grade-message' },
    ]);
  });

  it('names the address in every place that Slack sends to', async () => {
    const manifest = await printed('--url', 'https://bot.example.org/', '--lang', 'en');
    expect(at(manifest, 'settings.socket_mode_enabled')).toBe(false);
    for (const path of [
      'features.slash_commands.0.url',
      'settings.event_subscriptions.request_url',
      'settings.interactivity.request_url',
      'settings.interactivity.message_menu_options_url',
    ])
      expect(at(manifest, path)).toBe('https://bot.example.org/slack/events');
    expect(at(manifest, 'oauth_config.redirect_urls')).toEqual([
      'https://bot.example.org/slack/oauth_redirect',
    ]);
    expect(at(manifest, 'features.shortcuts.1.name')).toBe('Grade this answer');
  });

  it.each(['http://bot.example.org', 'bot.example.org', 'https://bot.example.org/path'])(
    'refuses the address %s',
    async (url) => {
      const run = await cli(['slack', 'manifest', '--url', url]);
      expect([run.status, run.out]).toEqual([2, '']);
      expect(run.err).toContain('--url');
    },
  );

  it('takes commands that are not declared yet', () => {
    const added = defineCommand({
      name: 'interview',
      aliases: ['모의면접'],
      summary: { ko: '면접', en: 'An interview' },
      options: {},
      mode: 'private',
      listed: true,
      onMessage: {
        ko: '아주 긴 이름을 가진 메시지 메뉴의 새로운 항목',
        en: 'A new item with a name that is too long',
      },
      examples: [],
      run: async () => ({ tone: 'neutral', blocks: [] }),
    });
    const { features } = manifestOf([...commands, added], 'ko');
    expect(features.slash_commands[0]?.usage_hint).toContain('모의면접');
    expect(features.shortcuts.at(-1)).toMatchObject({ callback_id: 'interview' });
    expect(features.shortcuts.at(-1)?.name.length).toBeLessThanOrEqual(24);
  });
});
