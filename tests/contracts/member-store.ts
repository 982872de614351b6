import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/core/call.ts';
import type { DueReminder } from '../../src/core/stores/members.ts';
import { claimPost } from '../support/posts.ts';
import { PLACE, subscription } from '../support/subscription.ts';
import type { StoreUnderTest } from './store.ts';

/** What the core relies on for members' own settings, reminders and data, whatever database stands behind it. */

function actor(member: string, workspace = 'team', door = 'door'): Actor {
  return { door, workspace, member, name: member, admin: false };
}

export function memberStoreContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`member store contract: ${name}`, () => {
    let under: StoreUnderTest;
    const store = () => under.store;
    beforeEach(async () => {
      under = await make();
    });
    afterEach(() => under.close());

    async function posted(): Promise<number> {
      const channel = await store().subscribe(subscription(0));
      const post = await claimPost(store(), channel, '2026-11-20', 'q', 1);
      await store().markPosted(post?.id ?? 0, 'ref');
      return post?.id ?? 0;
    }

    it('changes single settings, takes them away with null, and keeps the rest over a restart', async () => {
      const member = await store().member(actor('minseo'));
      expect(await store().settings(member)).toEqual({});
      await store().changeSettings(member, { timeZone: 'Asia/Tokyo', locale: 'en' });
      await store().changeSettings(member, { timeZone: null, reminderAt: '21:00', nextReminderAt: 5 });
      const reopened = await under.reopen();
      expect(await reopened.settings(member)).toEqual({
        locale: 'en',
        reminderAt: '21:00',
        nextReminderAt: 5,
      });
      expect(await reopened.changeSettings(member, {})).toEqual(await reopened.settings(member));
    });

    it('tells the chosen language of an actor without making a member', async () => {
      const member = await store().member(actor('minseo'));
      await store().changeSettings(member, { locale: 'en' });
      expect(await store().chosenLocale(actor('minseo'))).toBe('en');
      expect(await store().chosenLocale(actor('minseo', 'other'))).toBeUndefined();
      await store().member(actor('jiwoo'));
      expect(await store().chosenLocale(actor('jiwoo'))).toBeNull();
      expect(await store().chosenLocales()).toEqual([
        { door: 'door', workspace: 'team', member: 'minseo', locale: 'en' },
      ]);
    });

    it('finds the member whom a post or an answer is about, from anywhere on the same door', async () => {
      const post = await posted();
      const member = await store().member(actor('minseo'));
      expect(await store().memberAbout(actor('minseo', 'dm'), { post })).toEqual(member);
      expect(await store().memberAbout(actor('minseo', 'dm', 'another door'), { post })).toBeUndefined();
      expect(await store().memberAbout(actor('jiwoo', 'dm'), { post })).toBeUndefined();
      expect(await store().memberAbout(actor('minseo'), { post: 99 })).toBeUndefined();
      expect(await store().memberAbout(actor('minseo'), { answer: 99 })).toBeUndefined();
      // At home nobody has to be known before.
      expect((await store().memberAbout(actor('jiwoo'), { post }))?.name).toBe('jiwoo');
    });

    it('replaces vacations as a whole, or not at all', async () => {
      const member = await store().member(actor('minseo'));
      const first = { from: '2026-12-24', until: '2026-12-26' };
      await store().changeVacations(member, () => [first]);
      await expect(
        store().changeVacations(member, () => {
          throw new Error('refused');
        }),
      ).rejects.toThrow('refused');
      expect(await store().vacations(member)).toEqual([first]);
      const second = { from: '2026-12-01', until: '2026-12-02' };
      expect(await store().changeVacations(member, (current) => [...current, second])).toEqual([
        second,
        first,
      ]);
    });

    it('lists reminders that are due, and lets each be claimed once', async () => {
      const member = await store().member(actor('minseo'));
      await store().member(actor('jiwoo'));
      await store().changeSettings(member, { reminderAt: '21:00', nextReminderAt: 100 });
      expect(await store().dueReminders(99, ['door'])).toEqual([]);
      expect(await store().dueReminders(100, ['another door'])).toEqual([]);
      const [due] = await store().dueReminders(100, ['door']);
      expect(due).toMatchObject({ door: 'door', workspace: 'team', externalId: 'minseo', member });
      const claimed = due as DueReminder;
      expect(await store().claimReminder(claimed, 200)).toBe(true);
      expect(await store().claimReminder(claimed, 300)).toBe(false);
      expect(await store().settings(member)).toMatchObject({ nextReminderAt: 200 });
    });

    it('lists open questions of the dates: posted ones without an answer of the member', async () => {
      const post = await posted();
      const member = await store().member(actor('minseo'));
      expect(await store().openQuestions(member, ['2026-11-20'])).toEqual([
        { postId: post, questionId: 'q', localDate: '2026-11-20', locale: 'ko', timeZone: 'Asia/Seoul' },
      ]);
      expect(await store().openQuestions(member, ['2026-11-21'])).toEqual([]);
      const elsewhere = await store().member(actor('minseo', 'other'));
      expect(await store().openQuestions(elsewhere, ['2026-11-20'])).toEqual([]);
      const channel = await store().subscription('door', PLACE);
      if (channel !== undefined) await claimPost(store(), channel, '2026-11-21', 'r', 2);
      expect(await store().openQuestions(member, ['2026-11-21'])).toEqual([]);
    });

    it('forgets a member and makes a new one at the next sight', async () => {
      const member = await store().member(actor('minseo'));
      await store().changeSettings(member, { locale: 'en' });
      await store().forget(member);
      await store().forget(member);
      const again = await store().member(actor('minseo'));
      expect(again.id).not.toBe(member.id);
      expect(await store().settings(again)).toEqual({});
    });
  });
}
