import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/adapters/adapter.ts';
import { card, text } from '../../src/cards/build.ts';
import type { Place } from '../../src/core/call.ts';
import { PlaceError } from '../../src/core/errors.ts';

/** What every door does, seen from outside: by the adapter's members on one side, by people on the other. */

export interface Seen {
  readonly text: string;
  readonly private: boolean;
}

export interface DoorUnderTest {
  readonly adapter: Adapter;
  readonly place: Place;
  /** What everybody reads in the place, oldest first. */
  posted(): Promise<readonly string[]>;
  /** A member uses a line: typed, or on a button. */
  say(line: string): Promise<Seen>;
  /** A member presses what asks for a form: its words, the line it sends, its fields. */
  form(
    line: string,
  ): Promise<{ readonly text: string; readonly submit: string; readonly fields: readonly string[] }>;
  submit(line: string, fields: Readonly<Record<string, string>>, id?: string): Promise<Seen>;
  /** What was answered in the threads of the place, each with the thread's name where the platform shows one. */
  threads(): Promise<readonly { readonly name: string; readonly text: string }[]>;
  /** A place of the same workspace that is not there. */
  readonly nowhere: Place;
  /** Somebody the bot can reach, and what they were told in private. */
  readonly somebody: string;
  told(member: string): Promise<readonly string[]>;
  /** What admins are told in private, oldest first. */
  toldAdmins(): Promise<readonly string[]>;
  close(): Promise<void>;
}

const ANSWER = '학습 중에 일부 뉴런을 무작위로 꺼서 특정 뉴런에 의존하지 못하게 해요.';

function words(...all: string[]) {
  return card('neutral', all[0], ...all.slice(1).map((one) => text(one)));
}

export function adapterContract(name: string, open: () => Promise<DoorUnderTest>): void {
  describe(`the door ${name}`, () => {
    let door: DoorUnderTest;
    beforeEach(async () => {
      door = await open();
    });
    afterEach(() => door.close());

    it('posts a card once for a key', async () => {
      const { adapter, place } = door;
      const first = await adapter.post(place, words('Question', 'of the day'), 'daily-1-20261129');
      const second = await adapter.post(place, words('Question', 'of the day'), 'daily-1-20261129');
      expect(second).toBe(first);
      expect(await door.posted()).toHaveLength(1);
      await adapter.post(place, words('Question', 'of the next day'), 'daily-1-20261130');
      expect(await door.posted()).toHaveLength(2);
    });

    it('edits what it posted, in its place', async () => {
      const { adapter, place } = door;
      const ref = await adapter.post(place, words('Before'), 'key');
      await adapter.post(place, words('Later'), 'other');
      await adapter.edit(place, ref, words('After'));
      const [first = '', second = ''] = await door.posted();
      expect([first.includes('After'), first.includes('Before'), second.includes('Later')]).toEqual([
        true,
        false,
        true,
      ]);
    });

    it('finds a post by its key, after an edit too, and nothing for another key', async () => {
      const { adapter, place } = door;
      expect(await adapter.find(place, 'key')).toBeUndefined();
      const ref = await adapter.post(place, words('Here'), 'key');
      await adapter.post(place, words('There'), 'other');
      await adapter.edit(place, ref, words('Still here'));
      expect(await adapter.find(place, 'key')).toBe(ref);
      expect(await adapter.find(place, 'none')).toBeUndefined();
    });

    it('answers a line in private where the command says so', async () => {
      const seen = await door.say('quiz question:dropout-effect');
      expect(seen).toMatchObject({ private: true });
      expect(seen.text).toContain('드롭아웃');
      expect(await door.posted()).toEqual([]);
    });

    it('answers in the channel where the command says so', async () => {
      const seen = await door.say('leaderboard');
      expect(seen).toMatchObject({ private: false });
      expect(seen.text).toContain('이번 주 순위');
    });

    it('says what is wrong to its author alone, even for a public command', async () => {
      const seen = await door.say('leaderboard period:century');
      expect(seen).toMatchObject({ private: true });
      expect(seen.text).toContain('week, month, all');
      expect(await door.posted()).toEqual([]);
    });

    it('asks with a form, grades what was sent, and stores a repeated submission once', async () => {
      const form = await door.form('answer question:dropout-effect');
      expect(form.fields).toEqual(['answer']);
      expect(form.submit).toBe('answer question:dropout-effect');
      const id = '6f2b8d1e-0d5e-4f9e-9b1f-2a3c4d5e6f70';
      const first = await door.submit(form.submit, { answer: ANSWER }, id);
      expect(first).toMatchObject({ private: true });
      expect(first.text).toMatch(/\d+\/100/);
      await door.submit(form.submit, { answer: ANSWER }, id);
      expect((await door.say('me stats')).text).toContain('1개 (답 1번)');
    });

    it('asks again for an empty answer', async () => {
      const seen = await door.submit('answer question:dropout-effect', { answer: ' \u200b ' });
      expect(seen).toMatchObject({ private: true });
      expect(seen.text).toContain('답이 비어 있어요');
    });

    it('answers a post in a thread of its own, once for a key', async () => {
      const { adapter, place } = door;
      const ref = await adapter.post(place, words('Question'), 'key');
      const first = await adapter.reply(place, ref, 'Answers', words('Minseo', 'an answer'), 'share-1');
      expect(await adapter.reply(place, ref, 'Answers', words('Minseo', 'an answer'), 'share-1')).toBe(first);
      await adapter.reply(place, ref, 'Answers', words('Jiwoo', 'another one'), 'share-2');
      const threads = await door.threads();
      expect(threads.map((one) => one.name)).toEqual(['Answers', 'Answers']);
      expect(threads.map((one) => one.text).join()).toMatch(/an answer[\s\S]*another one/);
    });

    it('knows where it can post', async () => {
      await door.adapter.check(door.place);
      await expect(door.adapter.check(door.nowhere)).rejects.toThrow(PlaceError);
    });

    it('tells a member in private, once for a key', async () => {
      const { adapter, place, somebody } = door;
      const tell = () => adapter.tellMember(place.workspace, somebody, words('Still time today'), 'remind-1');
      await tell();
      await tell();
      expect(await door.told(somebody)).toHaveLength(1);
      expect((await door.told(somebody))[0]).toContain('Still time today');
      expect(await door.posted()).toEqual([]);
    });

    it('tells an admin in private, once for a key', async () => {
      const { adapter, place } = door;
      await adapter.tellAdmin(place, words('Paused'), 'pause-1');
      expect((await door.toldAdmins()).filter((one) => one.includes('Paused'))).toHaveLength(1);
      expect(await door.posted()).toEqual([]);
    });

    it('stops, and has nothing left to finish', async () => {
      await door.say('help');
      await door.adapter.stop();
      await door.adapter.stop();
    });
  });
}
