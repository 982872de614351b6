import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postDue } from '../../../src/daily/post-due.ts';
import { refreshPosts } from '../../../src/daily/refresh.ts';
import { openDoor, readable, type SlackDoor, type Transport } from '../../support/slack/door.ts';
import type { Interaction } from '../../support/slack/interaction.ts';
import { ALEX, CHANNEL, JIWOO, LEAD, MINSEO, type Person } from '../../support/slack/people.ts';
import { labelsOf, picturesOf, textOf, until } from '../../support/slack/reading.ts';
import type { Message, View } from '../../support/slack/workspace.ts';
import { GOOD_ANSWER } from '../../support/world.ts';

/** A day on Slack: the real Bolt, real HTTP and WebSocket, a real database; every body within its limits. */

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`there is no ${what}`);
  return value;
}

describe.each<Transport>(['Socket Mode', 'HTTP'])('a day on Slack over %s', (transport) => {
  let door: SlackDoor;
  beforeEach(async () => {
    door = await openDoor(transport);
    await door.subscribe();
  });
  afterEach(async () => {
    const violations = [...door.slack.violations];
    await door.close();
    expect(violations).toEqual([]);
  });

  const replyOf = async (interaction: Interaction, words?: string): Promise<Message> =>
    need((await door.answer(interaction, words)).reply, 'reply');
  const viewOf = async (interaction: Interaction): Promise<View> => {
    await until(() => interaction.view !== undefined, 'a modal');
    return need(interaction.view, 'modal');
  };
  const say = (by: Person, line: string, words?: string) => replyOf(door.hands.command(by, line), words);

  it('goes from the question to the grade, the board, a demo, a look-up, a quiz and the Home tab', async () => {
    const { hands, workspace } = door;
    await postDue(door.daily());
    await postDue(door.daily());
    expect(workspace.posted()).toHaveLength(1);
    const question = need(workspace.posted()[0], 'question');
    expect(textOf(question)).toContain('오늘의 질문');
    expect(labelsOf(question.body)).toEqual(expect.arrayContaining(['답하기', '힌트', '모범 답안']));

    const modal = await viewOf(hands.press(MINSEO, '답하기', question));
    const graded = await replyOf(hands.submit(MINSEO, modal, { answer: GOOD_ANSWER }), '/100');
    expect([graded.only, modal.open]).toEqual([MINSEO.id, false]);

    await refreshPosts(door.daily(), door.adapter.name);
    expect(textOf(workspace.posted()[0])).toContain('1명이 답했고');
    expect(question.edits).toBe(1);
    await refreshPosts(door.daily(), door.adapter.name);
    expect(question.edits).toBe(1);

    const practice = await say(MINSEO, 'quiz question:dropout-effect');
    const second = await viewOf(hands.press(MINSEO, '답하기', practice));
    const points = await replyOf(hands.submit(MINSEO, second, { answer: GOOD_ANSWER }), '100/100');
    expect(labelsOf(points.body)).toContain('다시 답하기');

    const board = await say(JIWOO, 'leaderboard period:all');
    expect(board.only).toBeUndefined();
    expect(textOf(board)).toContain('민서');
    expect(textOf(await say(ALEX, 'me stats'))).toContain('Your record');

    const shownBefore = workspace.posted().length;
    const drawn = hands.command(JIWOO, 'demo gradient-descent lr=0.2 steps=10');
    await until(() => picturesOf(drawn.reply).length === 1, 'the picture', 15_000);
    const file = need(workspace.files.get(picturesOf(drawn.reply)[0] ?? ''), 'file');
    expect(Buffer.from(need(file.bytes, 'bytes')).subarray(1, 4).toString()).toBe('PNG');
    expect(file.alt).not.toBe('');
    // The picture stands in the message, not under it as another one.
    expect(drawn.messages).toHaveLength(1);
    expect(workspace.posted().length - shownBefore).toBeLessThanOrEqual(1);

    expect(textOf(await say(JIWOO, '용어 드롭아웃'))).toContain('드롭아웃');
    const quiz = await say(JIWOO, 'quiz topic:deep-learning');
    const before = textOf(quiz);
    const next = hands.press(JIWOO, '다른 질문', quiz);
    await until(() => next.changes.length > 0 && textOf(next.reply) !== before, 'another question');
    expect([next.reply?.ts, next.reply?.only]).toEqual([quiz.ts, JIWOO.id]);

    hands.openHome(MINSEO);
    await until(() => workspace.homes.has(MINSEO.id), 'the Home tab');
    expect(textOf(workspace.homes.get(MINSEO.id))).toContain('푼 질문 2개 (답 2번)');
    expect(workspace.homes.size).toBe(1);
  });

  it('answers what is done in the Home tab in a modal, and brings the tab up to date', async () => {
    const { hands, workspace } = door;
    await postDue(door.daily());
    hands.openHome(ALEX);
    await until(() => workspace.homes.has(ALEX.id), 'the Home tab');
    const home = need(workspace.homes.get(ALEX.id), 'tab');
    expect(textOf(home)).toContain('Your record');
    const modal = await viewOf(hands.press(ALEX, 'Answer', home));
    hands.submit(ALEX, modal, { answer: GOOD_ANSWER });
    await until(() => textOf(modal).includes('/100'), 'the grade in the modal');
    expect(modal.open).toBe(true);
    const isNew = () => textOf(workspace.homes.get(ALEX.id)).includes('Questions 1 (');
    await until(isNew, 'the tab to change');
    expect(workspace.private(ALEX.id)).toEqual([]);
  });

  it('answers in channels that the bot is not in, to one person and to all', async () => {
    const { hands, workspace } = door;
    workspace.addChannel('C0OTHER', 'other', [JIWOO.id]);
    const quiz = await replyOf(hands.command(JIWOO, 'quiz', { channel: 'C0OTHER' }));
    expect([quiz.channel, quiz.only]).toEqual(['C0OTHER', JIWOO.id]);
    const board = await replyOf(hands.command(JIWOO, 'leaderboard', { channel: 'C0OTHER' }));
    expect([board.channel, board.only]).toEqual(['C0OTHER', undefined]);
  });

  it('offers what is typed into a menu, Korean initials too', async () => {
    const view = await viewOf(door.hands.command(JIWOO, 'lookup'));
    const offered = await door.hands.suggest(JIWOO, 'ㄷ', view);
    expect(offered.length).toBeGreaterThan(1);
    const close = await door.hands.suggest(JIWOO, 'ㄷㄹㅇㅇ', view);
    expect(close.map((one) => one.value)).toContain('term:dropout');
    const [{ name = '' } = {}] = (await import('../../support/slack/reading.ts')).inputsOf(view);
    const term = await replyOf(door.hands.submit(JIWOO, view, { [name]: 'term:dropout' }), '드롭아웃');
    expect(term.channel).toBe(CHANNEL);
  });

  it('shows every declared example as a message within the limits', async () => {
    for (const command of door.world.bot.commands)
      for (const line of command.examples) {
        const shown = await door.answer(door.hands.command(LEAD, line));
        await until(() => readable(shown) !== '', `words in answer to ${line}`);
        // What is refused, or still to come, is worded; a fault of ours is not among it.
        expect(readable(shown), line).not.toContain('처리하지 못했어요');
      }
  });

  it('grades a message by its shortcut: an own one is recorded, another one is not', async () => {
    const { hands, world, workspace } = door;
    await postDue(door.daily());
    const post = need(
      await world.store.latestPost(door.adapter.name, { workspace: workspace.id, channel: CHANNEL }),
      'post',
    );
    const message = hands.write(MINSEO, GOOD_ANSWER);
    const shortcut = need(
      world.bot.commands.find((one) => one.onMessage !== undefined),
      'command for messages',
    ).name;
    await replyOf(hands.messageShortcut(JIWOO, shortcut, message), '기록하지 않았어요');
    expect((await world.store.post(post.id))?.count).toBe(0);
    const graded = await replyOf(hands.messageShortcut(MINSEO, shortcut, message), '/100');
    expect(graded.only).toBe(MINSEO.id);
    expect((await world.store.post(post.id))?.count).toBe(1);
  });

  it('answers in the chat with the bot', async () => {
    const help = await replyOf(door.hands.command(ALEX, 'help', { channel: 'direct' }));
    expect(textOf(help)).toContain('One machine-learning interview question');
  });

  it('lets only admins of the workspace use the commands of admins', async () => {
    expect(textOf(await say(MINSEO, 'bank appeals'))).toContain('관리자만');
    expect(textOf(await say(LEAD, 'bank appeals'))).toContain('살펴볼 요청이 없어요');
  });

  it('shows what a member wrote as words: no markup, no link, no ping', async () => {
    const nasty = `<!channel> <@${JIWOO.id}> *굵게* <https://example.org|here> ${GOOD_ANSWER} & &amp;`;
    const modal = await viewOf(door.hands.command(MINSEO, 'answer question:dropout-effect'));
    await replyOf(door.hands.submit(MINSEO, modal, { answer: nasty }), '/100');
    expect(textOf(await say(MINSEO, 'lookup <!channel>'))).not.toBe('');
    // As Slack sends what was typed as `<!here>`; a mention that was meant arrives without the escapes.
    expect(textOf(await say(MINSEO, '&lt;!here&gt; `x`'))).toContain('<!here>');
    expect(textOf(await say(MINSEO, '<!here|here> x'))).toContain('@here');
  });

  it('answers a bare command with help and buttons that work', async () => {
    const help = await say(MINSEO, '');
    expect(labelsOf(help.body).length).toBeGreaterThan(0);
  });
});
