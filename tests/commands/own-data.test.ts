import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/card.ts';
import { rebuildAll } from '../../src/commands/regrade.ts';
import type { Actor } from '../../src/core/call.ts';
import type { Post } from '../../src/core/store.ts';
import { refreshPosts } from '../../src/daily/refresh.ts';
import { Chat } from '../support/chat.ts';
import { dailyOf, dayWorld } from '../support/day.ts';
import { GOOD_ANSWER, realBank, WEAK_ANSWER, type World, words } from '../support/world.ts';

const NOW = Date.parse('2026-11-20T03:00:00Z');

/** Fills every table that holds something of a member, in the file itself: other parts of the bot write those. */
function fillRest(path: string, member: number, workspace: number): void {
  const sqlite = new Database(path);
  sqlite.pragma('foreign_keys = ON');
  sqlite.exec(`
    insert into vacations values (${member}, '2026-12-24', '2026-12-26');
    insert or replace into tallies values (${member}, ${workspace}, 'all', 12.5, 2, ${NOW});
    insert into teams values (${member}, '2026-11-16', 1);
    insert into reviews values (${member}, 'dropout-effect', ${NOW}, '{"reps":1}');
  `);
  sqlite.close();
}

interface Reference {
  readonly table: string;
  readonly column: string;
}

/** Every column of the database that names a member. */
function references(sqlite: Database.Database): Reference[] {
  const tables = sqlite
    .prepare("select name from sqlite_master where type = 'table'")
    .pluck()
    .all() as string[];
  return tables.flatMap((table) =>
    (sqlite.pragma(`foreign_key_list(${table})`) as { table: string; from: string }[])
      .filter((key) => key.table === 'members')
      .map((key) => ({ table, column: key.from })),
  );
}

function rowsOf(path: string, member: number): Readonly<Record<string, number>> {
  const sqlite = new Database(path, { readonly: true });
  const count = ({ table, column }: Reference): readonly [string, number] => [
    `${table}.${column}`,
    Number(sqlite.prepare(`select count(*) from ${table} where ${column} = ?`).pluck().get(member)),
  ];
  const counts = [...references(sqlite), { table: 'members', column: 'id' }].map(count);
  sqlite.close();
  return Object.fromEntries(counts);
}

function fileOf(card: Card) {
  const file = card.blocks.find((block) => block.kind === 'file');
  if (file?.kind !== 'file') throw new Error('no file');
  return file;
}

describe('one’s own data', () => {
  let chat: Chat;
  let world: World;
  let post: Post;
  const actor = (member: string): Actor => ({
    door: chat.name,
    workspace: 'team',
    member,
    name: member,
    admin: false,
  });
  const answerPost = (member: string, text = GOOD_ANSWER) =>
    world.say(`answer question:${post.questionId} post:${post.id}`, { member, fields: { answer: text } });

  beforeEach(async () => {
    chat = new Chat();
    ({ world, post } = await dayWorld(chat));
  });
  afterEach(() => world.close());

  /** Minseo answers, shares, appeals, sets and decides; Jiwoo answers and appeals. */
  async function livelyDay(): Promise<number> {
    await answerPost('minseo');
    await world.say('answer question:dropout-effect', { fields: { answer: WEAK_ANSWER } });
    await world.say('answer question:dropout-effect', { fields: { answer: GOOD_ANSWER } });
    await world.say('share answer:1');
    await world.say('appeal answer:2');
    await world.say('me settings zone:Asia/Tokyo language:en reminder:21:00 snooze:today');
    await world.say('answer question:dropout-effect', { member: 'jiwoo', fields: { answer: WEAK_ANSWER } });
    await world.say('appeal answer:4', { member: 'jiwoo' });
    const [point] = realBank().questions.get('dropout-effect')?.points ?? [];
    await world.say(`bank accept appeal:2 point:${point?.id}`, {
      admin: true,
      fields: { phrase: '일부 뉴런을 무작위로' },
    });
    const { id, workspaceId } = await world.store.member(actor('minseo'));
    fillRest(world.path, id, workspaceId);
    return id;
  }

  describe('exported', () => {
    it('is a file with everything, each kind counted', async () => {
      await livelyDay();
      const reply = await world.say('me export');
      expect(reply.mode).toBe('private');
      const file = fileOf(reply.card);
      expect([file.name, file.mime]).toEqual(['dailygrad-minseo-2026-11-20.json', 'application/json']);
      const data = JSON.parse(file.text);
      expect(data).toMatchObject({
        format: 'dailygrad-member',
        version: 1,
        exportedAt: '2026-11-20T03:00:00.000Z',
        member: {
          door: 'test',
          workspace: 'team',
          id: 'minseo',
          name: 'minseo',
          since: '2026-11-20T03:00:00.000Z',
        },
        settings: {
          timeZone: 'Asia/Tokyo',
          language: 'en',
          reminderAt: '21:00',
          nextReminderAt: '2026-11-20T12:00:00.000Z',
          snoozedUntil: '2026-11-21',
        },
        activeDays: ['2026-11-20'],
        vacations: [{ from: '2026-12-24', until: '2026-12-26' }],
        appeals: [{ answer: 2, state: 'open', decidedAt: null }],
        decidedAppeals: [{ appeal: 2, state: 'accepted' }],
        acceptedPhrases: [{ question: 'dropout-effect', phrase: '일부 뉴런을 무작위로' }],
        reviews: [{ question: 'dropout-effect', dueAt: '2026-11-20T03:00:00.000Z', card: { reps: 1 } }],
        teams: [{ week: '2026-11-16', team: 1 }],
        messages: [],
      });
      expect(data.tallies).toContainEqual(expect.objectContaining({ period: 'all', points: 12.5 }));
      expect(data.answers).toHaveLength(3);
      expect(data.answers[0]).toMatchObject({
        id: 1,
        question: post.questionId,
        kind: 'daily',
        text: GOOD_ANSWER,
        at: '2026-11-20T03:00:00.000Z',
        date: '2026-11-20',
        shared: true,
        post: { channel: 'daily', date: '2026-11-20' },
      });
      expect(data.answers[1]).toMatchObject({ kind: 'quiz', text: WEAK_ANSWER, post: null });
      expect(file.text).not.toContain('jiwoo');
    });

    it('is there for who has done nothing yet, under a name that every file system takes', async () => {
      const file = fileOf((await world.say('me export', { member: '지우/..' })).card);
      expect(file.name).toBe('dailygrad-me-2026-11-20.json');
      expect(JSON.parse(file.text)).toMatchObject({ answers: [], member: { name: '지우/..' } });
    });
  });

  describe('forgotten', () => {
    const confirmLine = async (member = 'minseo'): Promise<string> => {
      const line = /me forget confirm:\w+/.exec(words(await world.say('me forget', { member })))?.[0];
      if (line === undefined) throw new Error('no button');
      return line;
    };

    it('is asked about first: what goes and what stays, with a button of danger', async () => {
      await livelyDay();
      const reply = await world.say('me forget');
      expect(words(reply)).toContain('3 answers with their points, 1 active days');
      expect(words(reply)).toContain('What stays: answers that were shared');
      const buttons = reply.card.blocks.flatMap((block) => (block.kind === 'controls' ? block.items : []));
      expect(buttons[0]).toMatchObject({ kind: 'button', style: 'danger' });
      expect((await world.store.history(await world.store.member(actor('minseo')))).answers).toBe(3);
    });

    it('leaves no row of the member in any table, and nothing of others is touched', async () => {
      const id = await livelyDay();
      const jiwoo = await world.store.member(actor('jiwoo'));
      const others = rowsOf(world.path, jiwoo.id);
      for (const [column, count] of Object.entries(rowsOf(world.path, id)))
        expect(count, `${column} before`).toBeGreaterThan(0);
      const reply = await world.say(await confirmLine());
      expect(words(reply)).toContain('Everything is deleted');
      expect(Object.entries(rowsOf(world.path, id)).filter(([, count]) => count > 0)).toEqual([]);
      expect(rowsOf(world.path, jiwoo.id)).toEqual(others);
      const sqlite = new Database(world.path, { readonly: true });
      expect(sqlite.pragma('foreign_key_check')).toEqual([]);
      const nobody = sqlite.prepare("select name from members where external_id = ''").pluck().all();
      expect(nobody).toEqual(['–']);
      sqlite.close();
      expect(await world.store.phrases(jiwoo.workspaceId, 'dropout-effect')).toHaveLength(1);
      expect((await world.store.answer(4))?.score).toBeGreaterThan(0);
    });

    it('takes the answer off the count of the posted card', async () => {
      const daily = { ...dailyOf(world, chat) };
      await answerPost('minseo');
      await refreshPosts(daily);
      expect(chat.posted[0]?.text).toContain('1명이 답했고');
      await world.say(await confirmLine());
      await refreshPosts(daily);
      expect(chat.posted[0]?.text).toContain('아직 답한 사람이 없어요');
      expect(await world.store.stalePosts()).toEqual([]);
    });

    it('leaves figures that a rebuild reproduces, and boards without the name', async () => {
      await livelyDay();
      await world.say(await confirmLine());
      const rebuilt = await rebuildAll(world.store, realBank(), true);
      expect(rebuilt).toMatchObject({ answers: 1, corrected: 0 });
      const board = words(await world.say('leaderboard period:all', { member: 'jiwoo' }));
      expect(board).toContain('jiwoo');
      expect(board).not.toMatch(/minseo|–/);
    });

    it('begins anew with the next answer, in the language of the app', async () => {
      await livelyDay();
      await world.say(await confirmLine());
      expect(words(await world.say('me stats'))).toContain('아직 답한 질문이 없어요');
      await answerPost('minseo');
      expect((await world.store.history(await world.store.member(actor('minseo')))).answers).toBe(1);
    });

    it('needs the letters of the same member and day', async () => {
      await livelyDay();
      const line = await confirmLine();
      const answers = async () =>
        (await world.store.history(await world.store.member(actor('minseo')))).answers;
      expect(words(await world.say(line, { member: 'jiwoo' }))).toContain('지운 것은 없어요');
      expect(words(await world.say('me forget confirm:nope'))).toContain('Nothing was deleted');
      world.clock.advance(24 * 3600 * 1000);
      expect(words(await world.say(line))).toContain('Nothing was deleted');
      expect(await answers()).toBe(3);
      await world.say(await confirmLine());
      expect(await answers()).toBe(0);
    });

    it('does nothing to the next beginning when the button is pressed twice', async () => {
      await livelyDay();
      const line = await confirmLine();
      await world.say(line);
      await answerPost('minseo');
      expect(words(await world.say(line))).toContain('지운 것은 없어요');
      expect((await world.store.history(await world.store.member(actor('minseo')))).answers).toBe(1);
    });

    it('several members at once share one nobody', async () => {
      await livelyDay();
      await world.say('appeal answer:2');
      const [, second] = realBank().questions.get('dropout-effect')?.points ?? [];
      await world.say(`bank accept appeal:1 point:${second?.id}`, {
        member: 'jiwoo',
        admin: true,
        fields: { phrase: '무작위로' },
      });
      await world.say(await confirmLine());
      await world.say(await confirmLine('jiwoo'));
      const sqlite = new Database(world.path, { readonly: true });
      expect(sqlite.prepare("select count(*) from members where external_id = ''").pluck().get()).toBe(1);
      expect(sqlite.pragma('foreign_key_check')).toEqual([]);
      sqlite.close();
    });
  });
});
