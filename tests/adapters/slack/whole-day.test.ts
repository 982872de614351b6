import { expect, it } from 'vitest';
import { postDue } from '../../../src/daily/post-due.ts';
import { openDoor, PLACE, type Transport } from '../../support/slack/door.ts';
import type { Interaction } from '../../support/slack/interaction.ts';
import { CHANNEL, JIWOO, LEAD, MINSEO, type Person } from '../../support/slack/people.ts';
import { picturesOf, textOf, until } from '../../support/slack/reading.ts';
import type { Message } from '../../support/slack/workspace.ts';
import { realBank } from '../../support/world.ts';

/** A workspace's first two days, by what people press and type alone: from setting up to taking one's data home. */

const DAY = 24 * 3600 * 1000;

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('there is nothing');
  return value;
}

it.each<Transport>(['Socket Mode', 'HTTP'])('goes from setup to an export over %s', async (transport) => {
  const door = await openDoor(transport);
  const { hands, workspace, world, slack } = door;
  const replyOf = async (interaction: Interaction, words?: string): Promise<Message> =>
    need((await door.answer(interaction, words)).reply);
  const say = (by: Person, line: string, words?: string) => replyOf(hands.command(by, line), words);
  const mainMessages = () => workspace.posted().filter((one) => textOf(one).includes('오늘의 질문'));

  await say(LEAD, 'setup time:13:00 days:매일 thread:on', '13:00');
  await postDue(door.daily());
  expect(mainMessages()).toEqual([]);
  world.clock.advance(61 * 60 * 1000);
  await postDue(door.daily());
  expect(mainMessages()).toHaveLength(1);

  const question = need(mainMessages()[0]);
  const post = await world.store.latestPost('slack', PLACE);
  const answer = realBank().questions.get(post?.questionId ?? '')?.modelText.ko ?? '';
  const asking = hands.press(MINSEO, '답하기', question);
  await until(() => asking.view !== undefined, 'the form');
  const graded = await replyOf(hands.submit(MINSEO, need(asking.view), { answer }), '/100');
  await door.answer(hands.press(MINSEO, '채널에 공유', graded), '모두에게 보여 줬어요');
  expect(workspace.replies(CHANNEL, question.ts).map(textOf).join()).toContain('민서 님의 답');

  const board = hands.command(JIWOO, 'leaderboard');
  await until(() => picturesOf(board.reply).length === 1, 'the board as a picture');
  const stats = hands.command(MINSEO, 'me stats');
  await until(() => picturesOf(stats.reply).length === 1, 'the year as a picture');

  world.clock.advance(DAY);
  await postDue(door.daily());
  expect(mainMessages()).toHaveLength(2);
  expect(textOf(need(mainMessages()[1]))).toContain('민서');

  await say(MINSEO, 'me export', '.json');
  const isJson = (bytes: Uint8Array | undefined) => bytes !== undefined && bytes[0] === '{'.charCodeAt(0);
  await until(() => [...workspace.files.values()].some((one) => isJson(one.bytes)), 'the file');
  const file = [...workspace.files.values()].find((one) => isJson(one.bytes));
  const data = JSON.parse(Buffer.from(file?.bytes ?? []).toString('utf8')) as { answers: { text: string }[] };
  expect(data.answers.map((one) => one.text)).toEqual([answer]);
  expect(slack.violations).toEqual([]);
  await door.close();
});
