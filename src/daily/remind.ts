import type { Adapter } from '../adapters/adapter.ts';
import type { Bank } from '../bank/bank.ts';
import { PlaceError } from '../core/errors.ts';
import type { Clock, Log } from '../core/ports.ts';
import type { Store } from '../core/store.ts';
import type { DueReminder, OpenQuestion } from '../core/stores/members.ts';
import { addDays, type LocalDate, localDateOf } from '../habits/day.ts';
import { nextReminder } from '../habits/reminder.ts';
import { reminderCard } from './reminder-card.ts';

/**
 * Reminders of members who wish for them: "still time today", in private, at their hour. At most one a member and date: the
 * right to send is taken first, and a reminder that is lost on the way stays lost, which is better than two.
 */

export interface RemindSettings {
  readonly bank: Bank;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly adapters: ReadonlyMap<string, Adapter>;
  readonly defaultTimeZone: string;
}

/** What comes later than this is no reminder any more, but noise. */
const MAX_LATE_MS = 2 * 3600 * 1000;
/** Sent at the same time; the doors themselves keep to their platform's pace. */
const AT_ONCE = 8;

/** Today's unanswered question of the member's workspace; each channel's today is that of its own zone. */
async function openToday(
  { member }: DueReminder,
  today: LocalDate,
  { store, clock }: RemindSettings,
): Promise<OpenQuestion | undefined> {
  const now = clock.now();
  const near = [-1, 0, 1].map((days) => addDays(today, days));
  const open = await store.openQuestions(member, near);
  return open.find(({ localDate, timeZone }) => localDate === localDateOf(now, timeZone));
}

/** Why a member is left in peace. */
async function reasonAgainst(
  { member, settings }: DueReminder,
  today: LocalDate,
  { store, clock }: RemindSettings,
  zone: string,
): Promise<string | undefined> {
  const late = clock.now() - settings.nextReminderAt;
  if (late > MAX_LATE_MS || localDateOf(settings.nextReminderAt, zone) !== today) return 'too late';
  if (settings.snoozedUntil !== undefined && settings.snoozedUntil > today) return 'snoozed';
  const away = await store.vacations(member);
  if (away.some(({ from, until }) => from <= today && today <= until)) return 'on vacation';
  const latest = await store.latestActiveDay(member);
  return latest !== undefined && latest >= today ? 'done for today' : undefined;
}

async function send(
  due: DueReminder,
  open: OpenQuestion,
  today: LocalDate,
  settings: RemindSettings,
): Promise<void> {
  const question = settings.bank.questions.get(open.questionId);
  if (question === undefined) return;
  const shown = reminderCard(question, open.postId, due.settings.locale ?? open.locale);
  const key = `remind-${due.member.id}-${today.replaceAll('-', '')}`;
  await settings.adapters.get(due.door)?.tellMember(due.workspace, due.externalId, shown, key);
  settings.log.info({ member: due.member.id, post: open.postId }, 'a member was reminded');
}

async function remindOne(due: DueReminder, settings: RemindSettings): Promise<void> {
  const { store, clock, log, defaultTimeZone } = settings;
  const zone = due.settings.timeZone ?? defaultTimeZone;
  const next = nextReminder(due.settings.reminderAt, zone, clock.now());
  if (!(await store.claimReminder(due, next))) return;
  const today = localDateOf(clock.now(), zone);
  const against = await reasonAgainst(due, today, settings, zone);
  const open = against === undefined ? await openToday(due, today, settings) : undefined;
  if (open === undefined) {
    log.info({ member: due.member.id, reason: against ?? 'no open question' }, 'a reminder was left out');
    return;
  }
  try {
    await send(due, open, today, settings);
  } catch (error) {
    if (!(error instanceof PlaceError) || next === undefined) throw error;
    // Only the member can change that; their settings say so. Unless they have changed them meanwhile.
    await store.claimReminder({ ...due, settings: { ...due.settings, nextReminderAt: next } }, undefined);
    log.info({ member: due.member.id, reason: error.reason }, 'a member cannot be reached; reminders rest');
  }
}

/** Sends the reminders that are due, those of this process's doors. Never rejects. */
export async function remindDue(settings: RemindSettings): Promise<void> {
  const { store, clock, log, adapters } = settings;
  try {
    const due = [...(await store.dueReminders(clock.now(), [...adapters.keys()]))].reverse();
    const worker = async (): Promise<void> => {
      for (let one = due.pop(); one !== undefined; one = due.pop()) {
        const { id } = one.member;
        await remindOne(one, settings).catch((error: unknown) =>
          log.error({ err: error, member: id }, 'a reminder was lost'),
        );
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  } catch (error) {
    log.error({ err: error }, 'the reminders could not be read');
  }
}
