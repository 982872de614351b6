import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postDue } from '../../../src/daily/post-due.ts';
import { dailyRun, subscribeChannel } from '../../support/discord/daily.ts';
import { type DiscordDoor, MINSEO, openDoor, PLACE } from '../../support/discord/door.ts';
import { CHANNEL } from '../../support/discord/people.ts';
import { linesOf, textOf, until } from '../../support/discord/reading.ts';
import { refusal } from '../../support/discord/server.ts';
import { GOOD_ANSWER } from '../../support/world.ts';

/** What goes wrong between Discord and us: nothing is posted twice, no answer is lost. */

let door: DiscordDoor;

const daily = () => dailyRun(door);

beforeEach(async () => {
  door = await openDoor();
  await subscribeChannel(door);
});
afterEach(async () => {
  const faults = [...door.discord.faults];
  await door.close();
  expect(faults).toEqual([]);
});

const posted = () => door.discord.in(CHANNEL);

describe('trouble on the way', () => {
  it('waits as told after 429 and goes on after 5xx and cut connections; nothing is posted twice, no answer lost', async () => {
    const { trouble } = door.discord;
    const limited = {
      status: 429,
      body: { message: 'slow', retry_after: 0.2, global: false },
      headers: { 'retry-after': '0.2' },
    };
    trouble.push({ method: 'post', path: /messages$/, answer: limited, times: 1 });
    trouble.push({ method: 'post', path: /messages$/, answer: refusal(502, 0, 'bad gateway'), times: 1 });
    trouble.push({ method: 'post', path: /messages$/, answer: 'cut after', times: 1 });
    await postDue(daily());
    expect(posted()).toHaveLength(1);

    trouble.push({ method: 'post', path: /callback$/, answer: 'cut after', times: 1 });
    trouble.push({ method: 'patch', path: /@original$/, answer: refusal(503, 0, 'down'), times: 1 });
    const line = linesOf(posted()[0]?.body).get('답하기') ?? '';
    const graded = await door.interact({ kind: 'form', line, fields: { answer: GOOD_ANSWER }, by: MINSEO });
    expect(textOf(graded.original?.body)).toMatch(/\d+\/100/);
    expect((await door.world.store.latestPost('discord', PLACE))?.count).toBe(1);
  });

  it('takes the connection up again and does what came meanwhile, once', async () => {
    const { gateway } = door.discord;
    await door.interact({ kind: 'button', line: 'help', by: MINSEO });
    gateway.replayAll = true;
    gateway.drop();
    const meanwhile = door.discord.interact({
      kind: 'form',
      line: 'answer question:dropout-effect',
      fields: { answer: GOOD_ANSWER },
      by: MINSEO,
    });
    await until(() => meanwhile.original !== undefined, 'the answer after a resume');
    expect([gateway.identifies, gateway.resumes]).toEqual([1, 1]);
    expect(
      textOf((await door.interact({ kind: 'slash', command: 'me stats', by: MINSEO })).original?.body),
    ).toContain('답 1번');
  });

  it('connects again after other ends of the connection, and says so when the token was revoked', async () => {
    const { gateway } = door.discord;
    gateway.closeWith(4000);
    await until(() => gateway.resumes === 1, 'the connection to be resumed');
    gateway.closeWith(4009);
    await until(() => gateway.resumes + gateway.identifies === 3, 'another connection');
    const shown = await door.interact({ kind: 'button', line: 'help', by: MINSEO });
    expect(shown.shown).toHaveLength(1);
    gateway.closeWith(4004);
    const said = () => door.world.log.lines.some((line) => line.message.includes('refused the token'));
    await until(said, 'word of the revoked token');
  });

  it('keeps buttons working after a restart', async () => {
    const before = await door.interact({
      kind: 'slash',
      command: 'quiz',
      options: { question: 'dropout-effect' },
      by: MINSEO,
    });
    const hint = linesOf(before.original?.body).get('힌트') ?? '';
    await door.restart();
    const after = await door.interact({
      kind: 'button',
      line: hint,
      by: MINSEO,
      under: { id: '1', private: true },
    });
    expect(textOf(after.original?.body)).toContain('힌트');
    expect(door.discord.commandWrites).toBe(1);
  });

  it('finishes what is in flight when it stops', async () => {
    const slow = door.discord.interact({
      kind: 'slash',
      command: 'demo',
      options: { name: 'optimizer-race' },
      by: MINSEO,
    });
    await until(() => slow.type !== undefined, 'the first answer');
    await door.adapter.stop();
    expect(slow.original?.files.size).toBe(1);
  });

  it('tells a fault to its author when a reply is refused', async () => {
    door.discord.trouble.push({
      method: 'patch',
      path: /@original$/,
      answer: refusal(400, 50035, 'Invalid Form Body'),
      times: 1,
    });
    const shown = await door.interact({ kind: 'slash', command: 'help', by: MINSEO });
    expect(textOf(shown.original?.body)).toContain('처리하지 못했어요');
  });

  it('tells a fault to its author when a form is refused', async () => {
    const answer = refusal(400, 50035, 'Invalid Form Body');
    door.discord.trouble.push({ method: 'post', path: /callback$/, answer, times: 1 });
    const asked = door.discord.interact({
      kind: 'button',
      line: 'answer question:dropout-effect',
      by: MINSEO,
    });
    await until(() => asked.original !== undefined, 'the fault');
    expect([asked.original?.private, textOf(asked.original?.body).includes('처리하지 못했어요')]).toEqual([
      true,
      true,
    ]);
  });
});
