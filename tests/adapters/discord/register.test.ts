import { describe, expect, it } from 'vitest';
import { commandsJson, register } from '../../../src/adapters/discord/register.ts';
import { openRest, resolveApi } from '../../../src/adapters/discord/rest.ts';
import { card } from '../../../src/cards/build.ts';
import { defineCommand } from '../../../src/core/command.ts';
import { choiceOption, integerOption, textOption } from '../../../src/core/option.ts';
import { type CommandBody, commandFaults } from '../../support/discord/limits.ts';
import { APPLICATION, TOKEN } from '../../support/discord/people.ts';
import { LoopbackDiscord } from '../../support/discord/server.ts';
import { makeWorld } from '../../support/world.ts';

const said = (word: string) => ({ ko: `${word} 말`, en: word });
const base = {
  aliases: [],
  options: {},
  mode: 'private',
  listed: true,
  examples: [],
  run: async () => card('neutral', 'x'),
} as const;

function named(commands: readonly unknown[], name: string): CommandBody {
  const found = (commands as readonly CommandBody[]).find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

describe('the registration', () => {
  it('comes from the declarations, in English with Korean words', async () => {
    const world = makeWorld();
    const json = commandsJson(world.bot.commands);
    await world.close();
    expect(commandFaults(json as never)).toEqual([]);
    const names = (json as unknown as CommandBody[]).map((one) => one.name);
    expect(names).toEqual(
      expect.arrayContaining([
        'today',
        'quiz',
        'lookup',
        'demo',
        'leaderboard',
        'me',
        'bank',
        'help',
        'Grade this answer',
      ]),
    );
    expect(named(json, 'quiz').description_localizations).toEqual({ ko: '연습 문제를 하나 내요' });
    expect(named(json, 'me').options?.map((one) => one.name)).toEqual([
      'stats',
      'settings',
      'vacation',
      'export',
      'forget',
    ]);
    expect(named(json, 'lookup').options?.[0]).toMatchObject({
      autocomplete: true,
      required: true,
      max_length: 100,
    });
    expect(named(json, 'leaderboard').options?.[0]?.choices?.[0]).toEqual({
      name: 'this week',
      name_localizations: { ko: '이번 주' },
      value: 'week',
    });
    expect(named(json, 'bank')).toMatchObject({
      default_member_permissions: 32,
      contexts: [0],
      integration_types: [0],
    });
    expect(named(json, 'today')).toMatchObject({
      contexts: [0, 1, 2],
      integration_types: [0, 1],
      default_member_permissions: null,
    });
    expect(named(json, 'Grade this answer')).toMatchObject({
      type: 3,
      name_localizations: { ko: '이 답 채점하기' },
    });
  });

  it('takes commands that are not declared yet: groups, required options last, long lists of choices', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ value: `v${index}`, label: said(`v${index}`) }));
    const json = commandsJson([
      defineCommand({
        ...base,
        name: 'setup',
        summary: said('setup'),
        admin: true,
        options: { time: textOption(said('time'), false), day: integerOption(said('day'), true, 1, 7) },
      }),
      defineCommand({ ...base, name: 'bank add', summary: said('a'.repeat(200)), admin: true }),
      defineCommand({
        ...base,
        name: 'bank suggest',
        summary: said('b'),
        options: { topic: choiceOption(said('topic'), false, many) },
      }),
      defineCommand({ ...base, name: 'hidden', summary: said('c'), listed: false }),
    ]);
    expect(commandFaults(json as never)).toEqual([]);
    expect(named(json, 'setup').options?.map((one) => one.name)).toEqual(['day', 'time']);
    expect(named(json, 'bank')).toMatchObject({ default_member_permissions: null });
    expect(named(json, 'bank').options?.[1]?.options?.[0]).toMatchObject({ autocomplete: true });
    expect((json as unknown as CommandBody[]).map((one) => one.name)).toEqual(['setup', 'bank']);
  });

  it('is written when it differs from what Discord has, and only then', async () => {
    const discord = new LoopbackDiscord();
    await discord.start();
    const rest = await openRest({ token: TOKEN, apiUrl: discord.url });
    const world = makeWorld();
    const commands = world.bot.commands;
    expect(await register(rest, APPLICATION, commands)).toMatchObject({ changed: true });
    expect(await register(rest, APPLICATION, commands)).toMatchObject({ changed: false });
    expect(await register(rest, APPLICATION, commands.slice(1))).toMatchObject({ changed: true });
    expect(discord.commandWrites).toBe(2);
    expect(discord.faults).toEqual([]);
    await world.close();
    await discord.stop();
  });
});

describe('the address of the API', () => {
  it('is taken with and without a version, and found where the path is left out', async () => {
    const discord = new LoopbackDiscord();
    await discord.start();
    const origin = new URL(discord.url).origin;
    for (const apiUrl of [discord.url, `${discord.url}/`, `${discord.url}/v10`, origin])
      expect(await resolveApi({ token: TOKEN, apiUrl })).toBe(`${origin}/api`);
    await discord.stop();
    // Nobody there: as it was given.
    expect(await resolveApi({ token: TOKEN, apiUrl: origin })).toBe(origin);
    expect(await resolveApi({ token: TOKEN })).toBeUndefined();
  });
});
