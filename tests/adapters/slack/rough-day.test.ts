import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postDue } from '../../../src/daily/post-due.ts';
import { unfinishedPosts } from '../../support/posts.ts';
import { openDoor, PLACE, readable, type SlackDoor, type Transport } from '../../support/slack/door.ts';
import type { Interaction } from '../../support/slack/interaction.ts';
import { CHANNEL, LEAD, MINSEO, OWNER } from '../../support/slack/people.ts';
import { controlsOf, labelsOf, picturesOf, textOf, until } from '../../support/slack/reading.ts';
import { type Answer, limited } from '../../support/slack/trouble.ts';
import type { Message, View } from '../../support/slack/workspace.ts';
import { GOOD_ANSWER } from '../../support/world.ts';

/** What goes wrong on the way: nothing is posted twice, no answer is lost, nothing is done twice. */

let door: SlackDoor;
afterEach(async () => {
  const violations = [...door.slack.violations];
  await door.close();
  expect(violations).toEqual([]);
});

const posted = () => door.workspace.posted();
const told = (): readonly Message[] =>
  [LEAD, OWNER].flatMap((one) => door.workspace.channels.get(`D${one.id.slice(1)}`)?.messages ?? []);
const unfinished = () => unfinishedPosts(door.world.store);

function makeTrouble(method: string, answer: Answer, times = 1): void {
  door.slack.trouble.push({ method, answer, times });
}

async function formOf(interaction: Interaction): Promise<View> {
  await until(() => interaction.view !== undefined, 'the form');
  if (interaction.view === undefined) throw new Error('no form');
  return interaction.view;
}

async function answersOf(): Promise<string> {
  return readable(await door.answer(door.hands.command(MINSEO, 'me stats')));
}

describe('a rough day on Slack', () => {
  beforeEach(async () => {
    door = await openDoor();
    await door.subscribe();
  });

  it.each<readonly [string, Answer]>([
    ['429', limited(1)],
    ['503', { status: 503 }],
    ['ratelimited', 'ratelimited'],
    ['internal_error', 'internal_error'],
    ['a connection cut before', { connection: 'cut before' }],
    ['a connection cut after', { connection: 'cut after' }],
  ])('posts the question once although the first try ends with %s', async (_name, answer) => {
    makeTrouble('chat.postMessage', answer);
    for (let round = 0; round < 3; round += 1) await postDue(door.daily());
    expect(posted()).toHaveLength(1);
    expect(await unfinished()).toEqual([]);
  });

  it('finds the post of a run that was cut off, also after a restart', async () => {
    makeTrouble('chat.postMessage', { connection: 'cut after' }, 5);
    await postDue(door.daily());
    expect(posted()).toHaveLength(1);
    door.slack.trouble.length = 0;
    await door.restart();
    await postDue(door.daily());
    expect(posted()).toHaveLength(1);
    expect(await unfinished()).toEqual([]);
  });

  it('finds a post under many later messages', async () => {
    makeTrouble('chat.postMessage', { connection: 'cut after' }, 5);
    await postDue(door.daily());
    door.slack.trouble.length = 0;
    for (let index = 0; index < 130; index += 1) door.hands.write(MINSEO, `message ${index}`);
    await postDue(door.daily());
    expect(posted().filter((one) => one.user !== MINSEO.id)).toHaveLength(1);
    expect(await unfinished()).toEqual([]);
  });

  it('settles a post that never gets an answer by the history', { timeout: 60_000 }, async () => {
    makeTrouble('chat.postMessage', { connection: 'silent' });
    await postDue(door.daily());
    expect(posted()).toHaveLength(1);
    expect(door.slack.count('chat.postMessage')).toBe(1);
    expect(await unfinished()).toEqual([]);
  });

  it('does not post again while the history is a moment behind', async () => {
    makeTrouble('chat.postMessage', { connection: 'cut after' });
    door.slack.state.historyLag = 1;
    const timer = setTimeout(() => {
      door.slack.state.historyLag = 0;
    }, 700);
    await postDue(door.daily());
    clearTimeout(timer);
    expect(posted()).toHaveLength(1);
    expect(await unfinished()).toEqual([]);
  });

  it('opens a form once although the answer to it is lost, and says nothing of it', async () => {
    makeTrouble('views.open', { connection: 'cut after' });
    const asked = door.hands.command(MINSEO, 'answer question:dropout-effect');
    const form = await formOf(asked);
    const graded = door.hands.submit(MINSEO, form, { answer: GOOD_ANSWER });
    await door.answer(graded, '/100');
    // All that is under way comes to its end.
    await door.restart();
    expect(asked.messages.filter((one) => !textOf(one).includes('/100'))).toEqual([]);
  });

  it('waits for a picture that Slack is still at work on, in a message and in a modal', {
    timeout: 60_000,
  }, async () => {
    const { hands, workspace, slack } = door;
    slack.state.fileLag = 2;
    const drawn = hands.command(MINSEO, 'demo gradient-descent');
    await until(() => picturesOf(drawn.reply).length === 1, 'the picture');
    hands.openHome(MINSEO);
    await until(() => workspace.homes.has(MINSEO.id), 'the Home tab');
    const home = workspace.homes.get(MINSEO.id);
    if (home === undefined) throw new Error('no tab');
    const list = await formOf(hands.press(MINSEO, '데모', home));
    await until(() => labelsOf(list.body).length > 0, 'the demos');
    hands.press(MINSEO, '최적화', list);
    const labelOf = () =>
      controlsOf(list.body).find((one) =>
        JSON.stringify(one.option ?? one.element.value).includes('optimizer-race'),
      )?.label;
    await until(() => labelOf() !== undefined, 'the demos of a family');
    hands.press(MINSEO, labelOf() ?? '', list);
    await until(() => picturesOf(list).length === 1, 'the picture in the modal');
  });

  it('leaves the words of a picture where it cannot be uploaded', async () => {
    makeTrouble('upload', { status: 500 }, 9);
    const drawn = await door.answer(door.hands.command(MINSEO, 'demo gradient-descent'));
    expect(picturesOf(drawn.reply)).toEqual([]);
    expect(readable(drawn)).not.toContain('처리하지 못했어요');
  });

  it('closes the door when the app is removed, and goes on without it', async () => {
    door.hands.event({ type: 'app_uninstalled' });
    await until(() => !door.slack.socket.isConnected, 'the end of the connection');
    door.slack.state.revoke(undefined, 'account_inactive');
    await postDue(door.daily());
    expect(posted()).toEqual([]);
    expect(await door.world.store.subscription(door.adapter.name, PLACE)).toMatchObject({ paused: true });
  });

  it('says that a form could not be opened in time, and opens it at the next press', async () => {
    door.slack.state.triggerMs = -1;
    const late = door.hands.command(MINSEO, 'answer question:dropout-effect');
    await door.answer(late);
    expect([late.view, late.reply?.only]).toEqual([undefined, MINSEO.id]);
    door.slack.state.triggerMs = 3000;
    await formOf(door.hands.command(MINSEO, 'answer question:dropout-effect'));
  });

  it('tells a fault to its author when a reply is refused', async () => {
    makeTrouble('response_url', { status: 500 });
    makeTrouble('chat.postEphemeral', 'fatal_error');
    const shown = await door.answer(door.hands.command(MINSEO, 'help'));
    expect(shown.reply?.only).toBe(MINSEO.id);
  });

  it('takes the connection up again after it was cut, and does what comes then', {
    timeout: 30_000,
  }, async () => {
    const { socket } = door.slack;
    const before = socket.connections;
    socket.drop();
    await until(() => socket.connections === before + 1 && socket.isConnected, 'another connection', 20_000);
    await door.answer(door.hands.command(MINSEO, 'help'));
    socket.askToReconnect('warning');
    await until(() => socket.connections === before + 2, 'a third connection', 20_000);
    await door.answer(door.hands.command(MINSEO, 'help'));
  });

  it('keeps buttons and menus working after a restart', async () => {
    const quiz = await door.answer(door.hands.command(MINSEO, 'quiz question:dropout-effect'));
    await door.restart();
    if (quiz.reply === undefined) throw new Error('no quiz');
    const hint = await door.answer(door.hands.press(MINSEO, '힌트', quiz.reply), '힌트');
    expect(hint.reply?.only).toBe(MINSEO.id);
  });

  it('finishes what is in flight when it stops', { timeout: 40_000 }, async () => {
    const slow = door.hands.command(MINSEO, 'demo optimizer-race');
    await slow.acknowledged;
    await door.adapter.stop();
    expect(readable(slow)).not.toBe('');
  });

  it.each<readonly [string, string]>([
    ['is_archived', '찾을 수 없어요'],
    ['channel_not_found', '찾을 수 없어요'],
    ['not_in_channel', '권한이 없어요'],
  ])('pauses a channel after %s and tells one admin once', async (error, words) => {
    makeTrouble('chat.postMessage', error);
    await postDue(door.daily());
    await postDue(door.daily());
    expect(told().map(textOf).join()).toContain(words);
    expect(told()).toHaveLength(1);
    expect(await door.world.store.subscription(door.adapter.name, PLACE)).toMatchObject({ paused: true });
    expect(posted()).toEqual([]);
  });

  it('pauses an archived channel, as Slack itself says it', async () => {
    const channel = door.workspace.channels.get(CHANNEL);
    if (channel === undefined) throw new Error('no channel');
    channel.archived = true;
    await postDue(door.daily());
    expect(await door.world.store.subscription(door.adapter.name, PLACE)).toMatchObject({ paused: true });
    expect(told()).toHaveLength(1);
  });

  it.each(['token_revoked', 'account_inactive', 'invalid_auth'])(
    'says so when the token is refused with %s, keeps running and loses nothing',
    async (why) => {
      door.slack.state.revoke(undefined, why);
      await postDue(door.daily());
      await postDue(door.daily());
      expect(posted()).toEqual([]);
      const lines = door.world.log.lines.filter((one) => one.level === 'error' || one.level === 'warn');
      expect(lines.map((one) => one.message).join('\n')).toMatch(/token/i);
    },
  );
});

describe.each<Transport>(['Socket Mode', 'HTTP'])('deliveries that come twice over %s', (transport) => {
  beforeEach(async () => {
    door = await openDoor(transport);
  });

  it('does a repeated submission, press and command once, and acknowledges each', async () => {
    const { hands } = door;
    const form = await formOf(hands.command(MINSEO, 'answer question:dropout-effect'));
    const sent = hands.submit(MINSEO, form, { answer: GOOD_ANSWER });
    await door.answer(sent, '/100');
    expect(await sent.again()).toMatchObject({ status: 200 });
    expect(await sent.repeated()).toMatchObject({ status: 200 });
    expect(await answersOf()).toContain('답 1번');

    const board = hands.command(MINSEO, 'leaderboard');
    await door.answer(board);
    expect(await board.again()).toMatchObject({ status: 200 });
    await answersOf();
    expect(posted()).toHaveLength(1);
  });

  it('does at once what arrives twice at once', async () => {
    const { hands } = door;
    const form = await formOf(hands.command(MINSEO, 'answer question:dropout-effect'));
    const sent = hands.submit(MINSEO, form, { answer: GOOD_ANSWER });
    await Promise.all([sent.acknowledged, sent.again()]);
    await door.answer(sent, '/100');
    expect(await answersOf()).toContain('답 1번');
    expect(sent.messages.filter((one) => textOf(one).includes('/100'))).toHaveLength(1);
  });

  it('does a repeated submission once across a restart', async () => {
    const { hands } = door;
    const form = await formOf(hands.command(MINSEO, 'answer question:dropout-effect'));
    const sent = hands.submit(MINSEO, form, { answer: GOOD_ANSWER });
    await door.answer(sent, '/100');
    await door.restart();
    await sent.again();
    await answersOf();
    expect(await answersOf()).toContain('답 1번');
  });
});
