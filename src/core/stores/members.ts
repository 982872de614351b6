import type { Locale } from '../../cards/inline.ts';
import type { Actor } from '../call.ts';
import type { Member } from '../store.ts';
import type { MemberExport } from './export.ts';

/** What members decide for themselves: settings, reminders, vacations; what is kept of them, and forgetting it. */

export interface MemberSettings {
  readonly timeZone?: string;
  readonly locale?: Locale;
  /** `HH:MM` in the member's zone; absent: no reminders. */
  readonly reminderAt?: string;
  /** Absent while `reminderAt` is there: the member could not be reached, so reminders rest. */
  readonly nextReminderAt?: number;
  /** The first local date on which reminders come again. */
  readonly snoozedUntil?: string;
}

/** Null takes the setting away; what is left out stays. */
export type SettingsChange = { readonly [K in keyof MemberSettings]?: MemberSettings[K] | null };

/** Dates `YYYY-MM-DD`, both included. */
export interface Vacation {
  readonly from: string;
  readonly until: string;
}

/** What an answer or a post belongs to. */
export type About = { readonly answer: number } | { readonly post: number };

export interface DueReminder {
  readonly member: Member;
  readonly door: string;
  /** The platform's ids. */
  readonly workspace: string;
  readonly externalId: string;
  readonly settings: MemberSettings & { readonly reminderAt: string; readonly nextReminderAt: number };
}

/** A question that stands in a channel and that the member has not answered. */
export interface OpenQuestion {
  readonly postId: number;
  readonly questionId: string;
  readonly localDate: string;
  readonly locale: Locale;
  /** The channel's. */
  readonly timeZone: string;
}

export interface MemberStore {
  /** The language that an actor has chosen; null: none; undefined: they are no member of that workspace yet. Makes no member. */
  chosenLocale(actor: Actor): Promise<Locale | null | undefined>;
  /** Of every member who has chosen one. */
  chosenLocales(): Promise<readonly (Pick<Actor, 'door' | 'workspace' | 'member'> & { locale: Locale })[]>;
  settings(member: Member): Promise<MemberSettings>;
  changeSettings(member: Member, change: SettingsChange): Promise<MemberSettings>;
  /**
   * The actor as a member of the workspace to which an answer or a post belongs. A button may be pressed elsewhere, in a direct
   * chat: there it is good only for somebody who is a member of that workspace already. Undefined otherwise, and where there is no
   * such answer or post.
   */
  memberAbout(actor: Actor, about: About): Promise<Member | undefined>;
  /** The latest date that the member's answers have filled. */
  latestActiveDay(member: Member): Promise<string | undefined>;

  /** Ascending, never touching each other. */
  vacations(member: Member): Promise<readonly Vacation[]>;
  /** Replaces all by what `change` makes of them; it is called inside the transaction, and nothing is written when it throws. */
  changeVacations(
    member: Member,
    change: (current: readonly Vacation[]) => readonly Vacation[],
  ): Promise<readonly Vacation[]>;

  /** Members of these doors whose reminder is due, the longest due first. */
  dueReminders(now: number, doors: readonly string[]): Promise<readonly DueReminder[]>;
  /** Takes the right to send a reminder by moving on to the next one; false when it was taken or changed meanwhile. */
  claimReminder(reminder: DueReminder, nextReminderAt: number | undefined): Promise<boolean>;
  /**
   * Posts of the member's workspace of these dates that they have not answered: those of channels in which they answered last come
   * first, then older channels.
   */
  openQuestions(member: Member, dates: readonly string[]): Promise<readonly OpenQuestion[]>;

  /** Everything that is kept of a member. */
  exportOf(member: Member): Promise<MemberExport>;
  /** Deletes everything that is kept of a member and the member, all or nothing. Wordings they accepted stay, without their name. */
  forget(member: Member): Promise<void>;
}
