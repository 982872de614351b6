import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiscordDoor, LEAD, MINSEO, openDoor, PLACE } from '../../support/discord/door.ts';
import { CHANNEL } from '../../support/discord/people.ts';
import { linesOf, textOf } from '../../support/discord/reading.ts';

/** Setting a channel up on Discord: the panel stays one message, its forms are modals with selects. */

interface Modal {
  readonly custom_id: string;
  readonly components: readonly {
    readonly component?: {
      readonly custom_id: string;
      readonly value?: string;
      readonly options?: readonly { readonly value: string; readonly default: boolean }[];
    };
  }[];
}

/** The fields of a modal as somebody would send them who changes nothing. */
function untouched({ components }: Modal): Record<string, string | string[]> {
  return Object.fromEntries(
    components.flatMap(({ component }) => {
      if (component === undefined) return [];
      const { custom_id: name, value = '', options } = component;
      const chosen = options?.filter((one) => one.default).map((one) => one.value);
      return [[name, chosen ?? value] as const];
    }),
  );
}

describe('setup on Discord', () => {
  let door: DiscordDoor;
  const under = { id: '700000000000000300', private: true };
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(async () => {
    const faults = [...door.discord.faults];
    await door.close();
    expect(faults).toEqual([]);
  });

  const press = (line: string | undefined) =>
    door.interact({ kind: 'button', line: line ?? '', by: LEAD, under });

  it('goes from the panel through a modal back to the same panel', async () => {
    const panel = await door.interact({ kind: 'slash', command: 'setup', by: LEAD });
    expect(panel.original?.private).toBe(true);
    expect(textOf(panel.original?.body)).toContain(`<#${CHANNEL}>`);
    const modal = await press(linesOf(panel.original?.body).get('시간 바꾸기'));
    expect(modal.type).toBe(9);
    const form = modal.data as Modal;
    expect(untouched(form)).toEqual({
      time: '09:00',
      zone: 'Asia/Seoul',
      days: ['1', '2', '3', '4', '5'],
      language: ['ko'],
      late: '22:00',
    });
    const fields = { ...untouched(form), time: '07:30', days: ['1', '3'] };
    const saved = await door.interact({ kind: 'form', line: form.custom_id, fields, by: LEAD, under });
    expect(saved.replaced?.private).toBe(true);
    expect(saved.followUps).toEqual([]);
    expect(textOf(saved.replaced?.body)).toContain('매일 질문을 시작했어요');
    expect(await door.world.store.subscription('discord', PLACE)).toMatchObject({
      timeOfDay: '07:30',
      weekdays: [1, 3],
    });

    const what = await press(linesOf(saved.replaced?.body).get('질문 바꾸기'));
    const second = what.data as Modal;
    const chosen = {
      ...untouched(second),
      topics: ['deep-learning', 'numpy'],
      thread: ['on'],
      holidays: ['kr'],
    };
    await door.interact({ kind: 'form', line: second.custom_id, fields: chosen, by: LEAD, under });
    expect(await door.world.store.subscription('discord', PLACE)).toMatchObject({
      topics: ['deep-learning', 'numpy'],
      levels: [],
      thread: true,
      holidays: 'kr',
      timeOfDay: '07:30',
    });
  });

  it('takes all settings as options of the command, with time zones completed', async () => {
    const typed = await door.interact({
      kind: 'complete',
      command: 'setup',
      options: { zone: '뉴욕' },
      focused: 'zone',
      by: LEAD,
    });
    const { choices } = typed.data as { choices: { value: string }[] };
    expect(choices[0]?.value).toBe('America/New_York');
    const done = await door.interact({
      kind: 'slash',
      command: 'setup',
      options: { zone: 'America/New_York', time: '8:00', days: 'mon-fri', language: 'en' },
      by: LEAD,
      locale: 'en-US',
    });
    expect(textOf(done.original?.body)).toMatch(/<t:\d+:f>/);
    expect(await door.world.store.subscription('discord', PLACE)).toMatchObject({
      timeZone: 'America/New_York',
      locale: 'en',
    });
  });

  it('shows the preview of two weeks within one message, in place of the panel', async () => {
    await door.interact({ kind: 'slash', command: 'setup', options: { days: '매일' }, by: LEAD });
    const preview = await press(`setup preview in:${CHANNEL}`);
    expect(textOf(preview.replaced?.body)).toContain('앞으로 2주');
    expect(preview.followUps).toEqual([]);
  });

  it('says which permission is missing, and stores nothing', async () => {
    door.discord.permissions = 1n << 10n;
    await door.restart();
    const refused = await door.interact({
      kind: 'slash',
      command: 'setup',
      options: { time: '07:30' },
      by: LEAD,
    });
    expect(textOf(refused.original?.body)).toContain('메시지 보내기');
    expect(await door.world.store.subscription('discord', PLACE)).toBeUndefined();
  });

  it('is for those who may manage the server', async () => {
    const refused = await press(`setup stop in:${CHANNEL} sure:yes`);
    expect(textOf(refused.followUps[0]?.body)).toContain('매일 질문이 없어요');
    const member = await door.interact({
      kind: 'button',
      line: `setup stop in:${CHANNEL}`,
      by: MINSEO,
      under,
    });
    expect(textOf(member.followUps[0]?.body)).toContain('관리자만');
  });
});
