import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Post } from '../../src/core/store.ts';
import { Chat } from '../support/chat.ts';
import { dayWorld, modelAnswer } from '../support/day.ts';
import { GOOD_ANSWER, type World, words } from '../support/world.ts';

/** The buttons of a reminder are pressed in a direct chat, which is no part of the team's workspace. */

describe('buttons of a reminder', () => {
  let chat: Chat;
  let world: World;
  let post: Post;
  beforeEach(async () => {
    chat = new Chat();
    ({ world, post } = await dayWorld(chat));
    await world.say('me settings reminder:21:00');
  });
  afterEach(() => world.close());

  const stored = async () =>
    world.store.settings(
      await world.store.member({
        door: 'test',
        workspace: 'team',
        member: 'minseo',
        name: 'minseo',
        admin: false,
      }),
    );
  const chatAs = async (line: string, fields?: Record<string, string>, member = 'minseo') =>
    world.bot.handle({
      id: `dm-${line}-${member}`,
      input: { kind: 'line', text: line, ...(fields === undefined ? {} : { fields }) },
      from: { door: 'test', workspace: `dm:${member}`, member, name: member, admin: false },
      place: { workspace: `dm:${member}`, channel: 'direct' },
      locale: 'ko',
    });

  it('count an answer from a direct chat for the team, and share and appeal work there', async () => {
    const { id, questionId } = post;
    const reply = await chatAs(`answer question:${questionId} post:${id}`, {
      answer: modelAnswer(questionId),
    });
    expect(words(reply)).toContain('1일째');
    expect((await world.store.post(id))?.count).toBe(1);
    expect(words(await world.say('me stats'))).toContain('답 1번');
    expect(words(await chatAs('share answer:1'))).toContain('모두에게 보여 줬어요');
    expect(chat.posted.at(-1)).toMatchObject({ to: 'daily', key: 'share-1' });
    expect(words(await chatAs('appeal answer:1'))).toContain('요청을 남겼어요');
  });

  it('are good only for members of that team', async () => {
    const { id, questionId } = post;
    const reply = await chatAs(
      `answer question:${questionId} post:${id}`,
      { answer: GOOD_ANSWER },
      'stranger',
    );
    expect(words(reply)).toContain('이 버튼의 질문을 찾지 못했어요');
    expect(words(await chatAs(`snooze for:week post:${id}`, undefined, 'stranger'))).toContain(
      '찾지 못했어요',
    );
    expect((await world.store.post(id))?.count).toBe(0);
    expect(words(await chatAs('share answer:1', undefined, 'stranger'))).toContain('그런 답은 없어요');
  });

  it('pause reminders of that team from a direct chat', async () => {
    const { id } = post;
    expect(words(await chatAs(`snooze for:today post:${id}`))).toContain('11월 21일 (토)부터');
    expect((await stored()).snoozedUntil).toBe('2026-11-21');
    await chatAs(`snooze for:week post:${id}`);
    expect((await stored()).snoozedUntil).toBe('2026-11-27');
    expect(words(await chatAs(`snooze for:off post:${id}`))).toContain('알림을 껐어요');
    expect(await stored()).toEqual({ snoozedUntil: '2026-11-27' });
  });

  it('speak the language that was chosen in the team, in forms too, until another is chosen there', async () => {
    await world.say('me settings language:en');
    const { id, questionId } = post;
    const ack = world.bot.acknowledge({
      id: 'dm',
      input: { kind: 'line', text: `answer question:${questionId} post:${id}` },
      from: { door: 'test', workspace: 'dm:minseo', member: 'minseo', name: 'minseo', admin: false },
      place: { workspace: 'dm:minseo', channel: 'direct' },
      locale: 'ko',
    });
    expect(ack.kind === 'form' ? ack.form.title : '').toBe('Your answer');
    expect(words(await chatAs(`snooze for:today post:${id}`))).toContain('You will be reminded again');
    expect(words(await chatAs('help', undefined, 'jiwoo'))).toContain('하루 한 걸음');
    // Once they are somebody there, what holds there is what they say there.
    await chatAs('me settings language:auto');
    expect(words(await chatAs('help'))).toContain('하루 한 걸음');
    expect(words(await world.say('help'))).toContain('one small step a day');
  });
});
