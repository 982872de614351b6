import { expect, it } from 'vitest';
import { postDue } from '../../../src/daily/post-due.ts';
import { refreshPosts } from '../../../src/daily/refresh.ts';
import { dailyRun } from '../../support/discord/daily.ts';
import { JIWOO, LEAD, MINSEO, openDoor, PLACE } from '../../support/discord/door.ts';
import { CHANNEL } from '../../support/discord/people.ts';
import { linesOf, textOf } from '../../support/discord/reading.ts';
import { realBank } from '../../support/world.ts';

/** A server's first two days, by what people press and type alone: from setting up to taking one's data home. */

const DAY = 24 * 3600 * 1000;

it('goes from setup to the next day’s recap, and an export at the end, within every limit', async () => {
  const door = await openDoor();
  const { discord, world } = door;
  const posted = () => discord.in(CHANNEL);

  await door.interact({
    kind: 'slash',
    command: 'setup',
    options: { time: '13:00', days: '매일', thread: 'on' },
    by: LEAD,
  });
  await postDue(dailyRun(door));
  expect(posted()).toHaveLength(0);
  world.clock.advance(61 * 60 * 1000);
  await postDue(dailyRun(door));
  expect(posted()).toHaveLength(1);

  const question = posted()[0];
  const post = await world.store.latestPost('discord', PLACE);
  const answer = realBank().questions.get(post?.questionId ?? '')?.modelText.ko ?? '';
  const under = { id: question?.id ?? '', private: false };
  const line = linesOf(question?.body).get('답하기') ?? '';
  const graded = await door.interact({
    kind: 'form',
    line,
    fields: { answer },
    by: MINSEO,
    under,
  });
  expect(textOf(graded.original?.body)).toMatch(/\d+\/100/);
  const share = linesOf(graded.original?.body).get('채널에 공유') ?? '';
  await door.interact({ kind: 'button', line: share, by: MINSEO, under: { id: '1', private: true } });
  expect(discord.channels.threads.get(question?.id ?? '')).toContain('답 나누기');
  expect(
    discord
      .in(question?.id ?? '')
      .map((one) => textOf(one.body))
      .join(),
  ).toContain('민서 님의 답');
  await refreshPosts(dailyRun(door), 'discord');
  expect(textOf(posted()[0]?.body)).toContain('1명이 답했고');

  const board = await door.interact({ kind: 'slash', command: 'leaderboard', by: JIWOO });
  expect([board.original?.private, board.original?.files.size]).toEqual([false, 1]);
  const stats = await door.interact({ kind: 'slash', command: 'me stats', by: MINSEO });
  expect(stats.original?.files.size).toBe(1);

  world.clock.advance(DAY);
  await postDue(dailyRun(door));
  expect(posted()).toHaveLength(2);
  // Yesterday's best answer that its author has shared, under today's question.
  expect(textOf(posted()[1]?.body)).toContain('민서');

  const taken = await door.interact({ kind: 'slash', command: 'me export', by: MINSEO });
  const [[name = '', bytes] = []] = [...(taken.original?.files ?? [])];
  expect(name).toMatch(/\.json$/);
  const data = JSON.parse(Buffer.from(bytes ?? []).toString('utf8')) as { answers: { text: string }[] };
  expect(data.answers.map((one) => one.text)).toEqual([answer]);
  expect(discord.faults).toEqual([]);
  await door.close();
});
