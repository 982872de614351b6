import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDoor, readable, type SlackDoor } from '../../support/slack/door.ts';
import type { Interaction } from '../../support/slack/interaction.ts';
import { MINSEO } from '../../support/slack/people.ts';
import { inputsOf, labelsOf, textOf, until } from '../../support/slack/reading.ts';
import type { Message, View } from '../../support/slack/workspace.ts';

/** Ways that an answer takes when the nearest one is closed, and menus that are asked for. */

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('there is nothing');
  return value;
}

describe('ways to a member on Slack', () => {
  let door: SlackDoor;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(async () => {
    const violations = [...door.slack.violations];
    await door.close();
    expect(violations).toEqual([]);
  });

  async function viewOf(interaction: Interaction): Promise<View> {
    await until(() => interaction.view !== undefined, 'a modal');
    return need(interaction.view);
  }

  function fail(method: string, answer: string | { status: number }, times = 1): void {
    door.slack.trouble.push({ method, answer, times });
  }

  function inChat(): readonly Message[] {
    return door.workspace.directChat(MINSEO.id).messages;
  }

  it('are the channel where the address of the interaction is used up', async () => {
    fail('response_url', { status: 404 });
    const asked = await door.answer(door.hands.command(MINSEO, 'help'), '/grad');
    expect(asked.reply?.only).toBe(MINSEO.id);
    expect(door.slack.count('chat.postEphemeral')).toBe(1);
  });

  it('are the chat with the bot where the channel is closed, too', async () => {
    fail('response_url', { status: 404 });
    fail('chat.postEphemeral', 'user_not_in_channel');
    door.hands.command(MINSEO, 'help');
    await until(() => inChat().map(textOf).join().includes('/grad'), 'the answer');
    expect(inChat()).toHaveLength(1);
  });

  it('are the chat with the bot for whoever closed the modal', async () => {
    fail('views.update', 'not_found');
    door.hands.shortcut(MINSEO, 'call:today');
    await until(() => inChat().length > 0, 'the answer');
    expect(textOf(inChat()[0])).toContain('질문');
  });

  it('ask for what a command cannot do without, also after a modal that came too late', async () => {
    door.slack.state.triggerMs = -1;
    const late = await door.answer(door.hands.command(MINSEO, 'lookup'), '제때');
    door.slack.state.triggerMs = 3000;
    const view = await viewOf(door.hands.press(MINSEO, '다시 열기', need(late.reply)));
    const [asked] = inputsOf(view);
    expect([asked?.element.type, asked?.optional]).toEqual(['external_select', false]);
    const [first] = await door.hands.suggest(MINSEO, 'ㄷㄹㅇ', view);
    const found = door.hands.submit(MINSEO, view, { [need(asked).name]: need(first).value });
    expect(readable(await door.answer(found, '드롭아웃'))).toContain('드롭아웃');
  });

  it('ask what a command begins with, and go without where it may be left out', async () => {
    const view = await viewOf(door.hands.command(MINSEO, '데모'));
    const [asked] = inputsOf(view);
    expect(asked?.optional).toBe(true);
    const all = await door.answer(door.hands.submit(MINSEO, view, {}));
    expect(labelsOf(need(all.reply).body).length).toBeGreaterThan(3);
  });

  it('take the quotes that a phone makes', async () => {
    const typed = await door.answer(door.hands.command(MINSEO, 'lookup query:“batch norm”'), '정규화');
    expect(typed.reply?.only).toBe(MINSEO.id);
  });

  it('answer in time although nobody knows who asks', async () => {
    fail('users.info', { status: 503 }, 10);
    const asked = door.hands.command(MINSEO, 'today');
    expect((await asked.acknowledged).ms).toBeLessThan(3000);
    await door.answer(asked, '질문');
  });
});
