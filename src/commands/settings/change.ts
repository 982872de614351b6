import type { Locale } from '../../cards/inline.ts';
import type { Context } from '../../core/command.ts';
import type { Member } from '../../core/store.ts';
import type { SettingsChange } from '../../core/stores/members.ts';
import { nextReminder } from '../../habits/reminder.ts';
import { withJumpedDates } from '../../habits/vacation.ts';
import { memberToday, toStretch } from '../member-day.ts';
import { readReminder, readSnooze, readZone } from './read.ts';

export const LANGUAGES = ['ko', 'en', 'auto'] as const;

/** As typed; what is absent stays as it is, an empty text takes a setting away. */
export interface Wish {
  readonly zone?: string | undefined;
  readonly language?: (typeof LANGUAGES)[number] | undefined;
  readonly reminder?: string | undefined;
  readonly snooze?: string | undefined;
}

function localeOf(language: (typeof LANGUAGES)[number]): Locale | null {
  return language === 'auto' ? null : language;
}

/** Every value is read before anything is stored. Throws UserError. */
async function read(context: Context, member: Member, wish: Wish): Promise<SettingsChange> {
  const { zone, language, reminder, snooze } = wish;
  return {
    ...(zone === undefined ? {} : { timeZone: readZone(zone) }),
    ...(language === undefined ? {} : { locale: localeOf(language) }),
    ...(reminder === undefined ? {} : { reminderAt: readReminder(reminder) }),
    ...(snooze === undefined ? {} : { snoozedUntil: readSnooze(snooze, await memberToday(context, member)) }),
  };
}

/** Dates that the member's calendar jumps over on a way east are no missed days. */
async function excuseJump(context: Context, member: Member, moved: Member): Promise<void> {
  const { store } = context;
  const before = await memberToday(context, member);
  const after = await memberToday(context, moved);
  if (after <= before) return;
  const active = new Set((await store.history(member)).activeDays);
  await store.changeVacations(member, (current) =>
    withJumpedDates(current.map(toStretch), before, after, (date) => active.has(date)),
  );
}

function inZone({ timeZone: _, ...member }: Member, timeZone: string | undefined): Member {
  return timeZone === undefined ? member : { ...member, timeZone };
}

/** Changes what is wished for, all or nothing; the next reminder follows. Answers keep the dates they were stored with. */
export async function changeSettings(context: Context, member: Member, wish: Wish): Promise<void> {
  const { store, clock, defaultTimeZone } = context;
  const change = await read(context, member, wish);
  const current = await store.settings(member);
  const timeZone = change.timeZone === undefined ? current.timeZone : (change.timeZone ?? undefined);
  const reminderAt = change.reminderAt === undefined ? current.reminderAt : (change.reminderAt ?? undefined);
  if (timeZone !== current.timeZone) await excuseJump(context, member, inZone(member, timeZone));
  const isTimed = change.reminderAt !== undefined || timeZone !== current.timeZone;
  const next =
    reminderAt === undefined ? undefined : nextReminder(reminderAt, timeZone ?? defaultTimeZone, clock.now());
  await store.changeSettings(member, { ...change, ...(isTimed ? { nextReminderAt: next ?? null } : {}) });
}
