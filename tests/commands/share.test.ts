import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Post } from '../../src/core/store.ts';
import { Chat } from '../support/chat.ts';
import { dayWorld, subscribe } from '../support/day.ts';
import { GOOD_ANSWER, type World, words } from '../support/world.ts';

const HOSTILE = `<script>alert(1)</script> @everyone ${GOOD_ANSWER}`;

describe('share', () => {
  let chat: Chat;
  let world: World;
  let post: Post;
  beforeEach(async () => {
    chat = new Chat();
    ({ world, post } = await dayWorld(chat, { thread: true }));
    await world.say(`answer question:${post.questionId} post:${post.id}`, { fields: { answer: HOSTILE } });
  });
  afterEach(() => world.close());

  const shared = async () => (await world.store.answer(1))?.shared;

  it('shows the own answer with its text as it is, in the thread under the question', async () => {
    const reply = await world.say('share answer:1');
    expect(reply.mode).toBe('private');
    expect(words(reply)).toContain('모두에게 보여 줬어요');
    expect(chat.threads).toHaveLength(1);
    expect(chat.threads[0]).toMatchObject({ to: post.ref, title: '2026-11-20 답 나누기', key: 'share-1' });
    expect(chat.threads[0]?.card.blocks).toContainEqual({ kind: 'text', mark: 'quote', text: [HOSTILE] });
    expect(chat.posted).toHaveLength(1);
    expect(await shared()).toBe(true);
  });

  it('says so at a second click and posts nothing', async () => {
    await world.say('share answer:1');
    expect(words(await world.say('share answer:1'))).toContain('이미 공유한 답이에요');
    expect(chat.threads).toHaveLength(1);
  });

  it('comes to one message for two clicks at once', async () => {
    await Promise.all([world.say('share answer:1'), world.say('share answer:1')]);
    expect(chat.threads).toHaveLength(1);
  });

  it('goes into the channel of the question where the subscription has no thread', async () => {
    await subscribe(world, chat.name, { thread: false });
    await world.say('share answer:1', { channel: 'elsewhere' });
    expect(chat.threads).toEqual([]);
    expect(chat.posted.map(({ to, key }) => [to, key])).toEqual([
      ['daily', chat.posted[0]?.key],
      ['daily', 'share-1'],
    ]);
  });

  it('falls back to the channel where threads are forbidden', async () => {
    chat.closed.add('thread');
    await world.say('share answer:1');
    expect(chat.posted.at(-1)).toMatchObject({ to: 'daily', key: 'share-1' });
    expect(await shared()).toBe(true);
  });

  it('says so where nothing can be posted, and the answer is not marked as shared', async () => {
    chat.closed.add('thread').add('channel');
    const reply = await world.say('share answer:1', { locale: 'en' });
    expect(words(reply)).toContain('cannot post in the channel');
    expect(await shared()).toBe(false);
    chat.closed.clear();
    await world.say('share answer:1');
    expect(await shared()).toBe(true);
  });

  it('is for the own answer alone', async () => {
    expect(words(await world.say('share answer:1', { member: 'other' }))).toContain('그런 답은 없어요');
    expect(words(await world.say('share answer:99'))).toContain('그런 답은 없어요');
    expect(chat.threads).toEqual([]);
  });

  it('speaks the language of the channel, and to the member their own', async () => {
    expect(words(await world.say('share answer:1', { locale: 'en' }))).toContain('Everybody can see');
    expect(chat.threads[0]?.text).toContain('님의 답');
  });

  it('puts an answer to a practice question where it was asked for', async () => {
    await world.say('answer question:dropout-effect', { fields: { answer: GOOD_ANSWER } });
    await world.say('share answer:2', { channel: 'lounge' });
    expect(chat.posted.at(-1)).toMatchObject({ to: 'lounge', key: 'share-2' });
  });
});
