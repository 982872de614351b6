import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postDue } from '../../../src/daily/post-due.ts';
import { remindDue } from '../../../src/daily/remind.ts';
import { dailyRun, subscribeChannel } from '../../support/discord/daily.ts';
import { type DiscordDoor, JIWOO, MINSEO, openDoor, PLACE } from '../../support/discord/door.ts';
import { CHANNEL } from '../../support/discord/people.ts';
import { linesOf, textOf } from '../../support/discord/reading.ts';
import { refusal } from '../../support/discord/server.ts';
import { subscription } from '../../support/subscription.ts';
import { GOOD_ANSWER } from '../../support/world.ts';

/** What members have to themselves on Discord: settings, reminders in a direct chat, shared answers, their data. */

let door: DiscordDoor;

beforeEach(async () => {
  door = await openDoor();
  await subscribeChannel(door);
  await postDue(dailyRun(door));
});
afterEach(async () => {
  const faults = [...door.discord.faults];
  await door.close();
  expect(faults).toEqual([]);
});

const slash = (command: string, options: Record<string, string> = {}, by = MINSEO) =>
  door.interact({ kind: 'slash', command, options, by });
const remind = () => remindDue({ ...dailyRun(door), defaultTimeZone: 'Asia/Seoul' });
const told = () => door.discord.channels.told(MINSEO.id);
const EVENING = Date.parse('2026-11-20T12:00:00Z');

describe('sharing', () => {
  async function answered(): Promise<string> {
    const [question] = door.discord.in(CHANNEL);
    const line = linesOf(question?.body).get('답하기') ?? '';
    const graded = await door.interact({ kind: 'form', line, fields: { answer: GOOD_ANSWER }, by: MINSEO });
    return linesOf(graded.original?.body).get('채널에 공유') ?? '';
  }
  const withThread = (thread: boolean) =>
    door.world.store.subscribe({
      ...subscription(door.world.clock.now()),
      door: 'discord',
      place: PLACE,
      thread,
    });

  it('puts the answer into the thread under the question, once', async () => {
    await withThread(true);
    const line = await answered();
    const first = await door.interact({ kind: 'button', line, by: MINSEO });
    expect([first.original?.private, textOf(first.original?.body)]).toEqual([
      true,
      expect.stringContaining('모두에게 보여 줬어요'),
    ]);
    const again = await door.interact({ kind: 'button', line, by: MINSEO });
    expect(textOf(again.original?.body)).toContain('이미 공유한 답이에요');
    const [question] = door.discord.in(CHANNEL);
    expect([...door.discord.channels.threads]).toEqual([[question?.id, '2026-11-20 답 나누기']]);
    expect(door.discord.in(question?.id ?? '').map((one) => textOf(one.body))).toEqual([
      expect.stringContaining('민서 님의 답'),
    ]);
    expect(door.discord.in(CHANNEL)).toHaveLength(1);
  });

  it('uses a thread that somebody has opened', async () => {
    await withThread(true);
    const [question] = door.discord.in(CHANNEL);
    await door.adapter.reply(
      PLACE,
      question?.id ?? '',
      'ours',
      { tone: 'neutral', blocks: [{ kind: 'text', text: ['hi'] }] },
      'k',
    );
    await door.interact({ kind: 'button', line: await answered(), by: MINSEO });
    expect(door.discord.in(question?.id ?? '')).toHaveLength(2);
  });

  it('falls back to the channel where threads are forbidden, and says so where nothing can be posted', async () => {
    await withThread(true);
    const line = await answered();
    const answer = refusal(403, 50013, 'Missing Permissions');
    door.discord.trouble.push({ method: 'post', path: /\/threads$/, answer, times: 99 });
    const blocked = {
      method: 'post',
      path: new RegExp(`^/channels/${CHANNEL}/messages$`),
      answer,
      times: 99,
    };
    door.discord.trouble.push(blocked);
    const refused = await door.interact({ kind: 'button', line, by: MINSEO });
    expect(textOf(refused.original?.body)).toContain('글을 올릴 수 없어요');
    blocked.times = 0;
    await door.interact({ kind: 'button', line, by: MINSEO });
    expect(door.discord.in(CHANNEL)).toHaveLength(2);
    expect(textOf(door.discord.in(CHANNEL)[1]?.body)).toContain('민서 님의 답');
  });
});

describe('reminders', () => {
  it('come as a direct message whose buttons count for the server', async () => {
    await slash('me settings', { reminder: '21:00' });
    door.world.clock.at = EVENING;
    await remind();
    await remind();
    expect(told()).toHaveLength(1);
    const [message] = told();
    expect(textOf(message?.body)).toContain('아직 오늘 시간이 있어요');
    const where = {
      by: MINSEO,
      guild: false,
      channel: message?.channel_id ?? '',
      under: { id: message?.id ?? '', private: false },
    };
    const lines = linesOf(message?.body);
    expect([...lines.keys()]).toEqual(['답하기', '오늘은 그만', '1주일 쉬기', '알림 끄기']);
    const modal = await door.interact({ kind: 'button', line: lines.get('답하기') ?? '', ...where });
    expect(modal.type).toBe(9);
    const { custom_id: line } = modal.data as { custom_id: string };
    const graded = await door.interact({ kind: 'form', line, fields: { answer: GOOD_ANSWER }, ...where });
    expect(textOf(graded.original?.body)).toMatch(/\d+\/100/);
    expect((await door.world.store.latestPost('discord', PLACE))?.count).toBe(1);
    const share = linesOf(graded.original?.body).get('채널에 공유') ?? '';
    await door.interact({ kind: 'button', line: share, ...where });
    expect(textOf(door.discord.in(CHANNEL)[1]?.body)).toContain('민서 님의 답');
    const paused = await door.interact({ kind: 'button', line: lines.get('1주일 쉬기') ?? '', ...where });
    expect(textOf(paused.original?.body)).toContain('11월 27일 (금)부터');
    expect(textOf((await slash('me settings')).original?.body)).toContain('11월 27일 (금)부터');
    // Somebody who is no member of the server gets nothing from the same button.
    const stranger = { ...where, by: { id: '700000000000000999', name: 'Stranger' } };
    const refused = await door.interact({ kind: 'form', line, fields: { answer: GOOD_ANSWER }, ...stranger });
    expect(textOf(refused.original?.body)).toContain('찾지 못했어요');
  });

  it('rest when direct messages are closed, and the panel says so', async () => {
    await slash('me settings', { reminder: '21:00' });
    door.world.clock.at = EVENING;
    const answer = refusal(403, 50007, 'Cannot send messages to this user');
    door.discord.trouble.push({ method: 'post', path: /^\/channels\/80+\d+\/messages$/, answer, times: 1 });
    await remind();
    const panel = (await slash('me settings')).original;
    expect(textOf(panel?.body)).toContain('알림을 멈췄어요');
    const line = linesOf(panel?.body).get('알림 다시 켜기') ?? '';
    const again = await door.interact({
      kind: 'button',
      line,
      by: MINSEO,
      under: { id: '1', private: true },
    });
    expect(textOf(again.replaced?.body)).toContain('21:00, 그날 질문에');
  });
});

describe('settings and data', () => {
  it('are a panel that changes in its place, by a form with what is set and by menus', async () => {
    await slash('me settings', { zone: '뉴욕', reminder: '21:00' });
    const panel = (await slash('me settings')).original;
    expect(panel?.private).toBe(true);
    const lines = linesOf(panel?.body);
    const under = { id: '1', private: true };
    const modal = await door.interact({ kind: 'button', line: lines.get('바꾸기') ?? '', by: MINSEO, under });
    expect(modal.type).toBe(9);
    expect(JSON.stringify(modal.data)).toContain('"value":"America/New_York"');
    const { custom_id: line } = modal.data as { custom_id: string };
    const fields = { zone: 'Asia/Tokyo', language: 'en', reminder: '' };
    const changed = await door.interact({ kind: 'form', line, fields, by: MINSEO, under });
    expect([changed.replaced?.private, textOf(changed.replaced?.body)]).toEqual([
      true,
      expect.stringContaining('Asia/Tokyo'),
    ]);
    const until = await door.interact({ kind: 'choice', line: 'snooze-form', by: MINSEO, under });
    expect(until.type).toBe(9);
    await slash('me vacation', { from: '2026-12-24', until: '2027-01-02' });
    const away = linesOf((await slash('me settings')).original?.body);
    const cancel = [...away.values()].find((one) => one.startsWith('vacation-cancel')) ?? '';
    const cancelled = await door.interact({ kind: 'choice', line: cancel, by: MINSEO, under });
    expect(textOf(cancelled.replaced?.body)).toContain('The vacation is cancelled');
  });

  it('complete time zones while they are typed', async () => {
    const typing = await door.interact({
      kind: 'complete',
      command: 'me settings',
      options: { zone: '런던' },
      focused: 'zone',
      by: MINSEO,
    });
    expect(typing.data).toMatchObject({ choices: [{ value: 'Europe/London' }] });
  });

  it('come as a file, and go when asked', async () => {
    await slash('me settings', { language: 'en' });
    const exported = (await slash('me export')).original;
    expect(exported?.private).toBe(true);
    const [[name, bytes] = ['', new Uint8Array()]] = exported?.files ?? [];
    expect(name).toBe(`dailygrad-${MINSEO.id}-2026-11-20.json`);
    expect(JSON.parse(Buffer.from(bytes).toString('utf8'))).toMatchObject({
      member: { name: '민서', id: MINSEO.id },
      settings: { language: 'en' },
    });
    const asked = (await slash('me forget')).original;
    const line = linesOf(asked?.body).get('Delete everything') ?? '';
    const refused = await door.interact({ kind: 'button', line, by: JIWOO });
    expect(textOf(refused.original?.body)).toContain('지운 것은 없어요');
    const gone = await door.interact({ kind: 'button', line, by: MINSEO });
    expect(textOf(gone.original?.body)).toContain('Everything is deleted');
    expect(textOf((await slash('me settings')).original?.body)).toContain('앱의 언어를 따라요');
  });
});
