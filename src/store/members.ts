import { and, eq, isNotNull, max } from 'drizzle-orm';
import type { Locale } from '../cards/inline.ts';
import type { Actor } from '../core/call.ts';
import type { Member } from '../core/store.ts';
import type { About, MemberSettings, MemberStore, SettingsChange } from '../core/stores/members.ts';
import { exportOf } from './export.ts';
import { forget } from './forget.ts';
import type { Db } from './open.ts';
import { claimReminder, dueReminders, openQuestions } from './reminders.ts';
import { ensureMember, toMember, toSettings } from './rows.ts';
import { activeDays, answers, channels, members, posts, subscriptions, workspaces } from './schema.ts';
import { changeVacations, vacationsOf } from './vacations.ts';

function chosenLocale(db: Db, actor: Actor): Locale | null | undefined {
  return db
    .select({ locale: members.locale })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(
      and(
        eq(workspaces.door, actor.door),
        eq(workspaces.externalId, actor.workspace),
        eq(members.externalId, actor.member),
      ),
    )
    .get()?.locale;
}

function chosenLocales(db: Db) {
  return db
    .select({
      door: workspaces.door,
      workspace: workspaces.externalId,
      member: members.externalId,
      locale: members.locale,
    })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(isNotNull(members.locale))
    .all()
    .flatMap(({ locale, ...who }) => (locale === null ? [] : [{ ...who, locale }]));
}

function settingsOf(db: Db, member: Member): MemberSettings {
  const row = db.select().from(members).where(eq(members.id, member.id)).get();
  return row === undefined ? {} : toSettings(row);
}

function changeSettings(db: Db, member: Member, change: SettingsChange): MemberSettings {
  if (Object.keys(change).length > 0) db.update(members).set(change).where(eq(members.id, member.id)).run();
  return settingsOf(db, member);
}

type Workspace = typeof workspaces.$inferSelect;

function homeOf(db: Db, about: About): Workspace | undefined {
  if ('post' in about)
    return db
      .select({ workspace: workspaces })
      .from(posts)
      .innerJoin(subscriptions, eq(subscriptions.id, posts.subscriptionId))
      .innerJoin(channels, eq(channels.id, subscriptions.channelId))
      .innerJoin(workspaces, eq(workspaces.id, channels.workspaceId))
      .where(eq(posts.id, about.post))
      .get()?.workspace;
  return db
    .select({ workspace: workspaces })
    .from(answers)
    .innerJoin(members, eq(members.id, answers.memberId))
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(eq(answers.id, about.answer))
    .get()?.workspace;
}

function memberAbout(db: Db, actor: Actor, about: About, now: number): Member | undefined {
  return db.transaction((tx) => {
    const home = homeOf(tx, about);
    if (home === undefined || home.door !== actor.door) return undefined;
    if (home.externalId === actor.workspace) return ensureMember(tx, actor, now);
    const row = tx
      .select()
      .from(members)
      .where(and(eq(members.workspaceId, home.id), eq(members.externalId, actor.member)))
      .get();
    return row === undefined ? undefined : toMember(row);
  });
}

function latestActiveDay(db: Db, member: Member): string | undefined {
  const row = db
    .select({ date: max(activeDays.localDate) })
    .from(activeDays)
    .where(eq(activeDays.memberId, member.id))
    .get();
  return row?.date ?? undefined;
}

/** The part of the store that members' own settings, reminders and data need. */
export function memberActions(db: Db, now: () => number): MemberStore {
  return {
    chosenLocale: async (actor) => chosenLocale(db, actor),
    chosenLocales: async () => chosenLocales(db),
    settings: async (member) => settingsOf(db, member),
    changeSettings: async (member, change) => changeSettings(db, member, change),
    memberAbout: async (actor, about) => memberAbout(db, actor, about, now()),
    latestActiveDay: async (member) => latestActiveDay(db, member),
    vacations: async (member) => vacationsOf(db, member.id),
    changeVacations: async (member, change) => changeVacations(db, member, change),
    dueReminders: async (at, doors) => dueReminders(db, at, doors),
    claimReminder: async (reminder, next) => claimReminder(db, reminder, next),
    openQuestions: async (member, dates) => openQuestions(db, member, dates),
    exportOf: async (member) => exportOf(db, member),
    forget: async (member) => forget(db, member, now()),
  };
}
