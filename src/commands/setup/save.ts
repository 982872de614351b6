import type { Place } from '../../core/call.ts';
import type { Context } from '../../core/command.ts';
import { PlaceError, UserError } from '../../core/errors.ts';
import type { Subscription } from '../../core/store.ts';
import { effectiveSchedule } from '../../daily/effective-schedule.ts';
import { NEVER, nextQuestion } from '../../daily/next-question.ts';
import { changed, defaultSettings, type Settings, type Wanted } from './settings.ts';

/** Stores a checked change: all of it, or none. */

/** A place where nothing can be posted is refused before anything is stored. */
export async function requirePlace({ doors, from }: Context, place: Place): Promise<void> {
  try {
    await doors.check(from.door, place);
  } catch (error) {
    if (!(error instanceof PlaceError)) throw error;
    throw new UserError(error.reason === 'gone' ? 'error.setup-gone' : 'error.setup-forbidden', {
      channel: place.channel,
    });
  }
}

/** Topics and levels that no question has at once would leave the channel without any. */
export function requireQuestions({ topics, levels }: Settings, { bank }: Context): void {
  const fits = [...bank.questions.values()].some(
    (question) =>
      (topics.length === 0 || topics.includes(question.topic)) &&
      (levels.length === 0 || levels.includes(question.level)),
  );
  if (!fits) throw new UserError('error.setup-none-fit');
}

async function nextDueAt(
  settings: Settings,
  current: Subscription | undefined,
  { store, bank, clock }: Context,
): Promise<number> {
  const lastDate = current === undefined ? undefined : await store.lastClaimedDate(current.id);
  const due = nextQuestion(
    {
      schedule: effectiveSchedule(settings, bank.holidays),
      before: current === undefined || current.paused ? undefined : current,
      lastDate,
      graceUntil: settings.graceUntil,
    },
    clock.now(),
  );
  return due?.at ?? NEVER;
}

/** Subscribes the channel, or changes what is named. Throws UserError where nothing can be posted or nothing asked. */
export async function save(context: Context, place: Place, wanted: Wanted): Promise<Subscription> {
  const { store, from } = context;
  const current = await store.subscription(from.door, place);
  const settings = changed(current ?? defaultSettings(context), wanted);
  requireQuestions(settings, context);
  const starts = current === undefined || (current.paused && !settings.paused);
  if (starts) await requirePlace(context, place);
  const due = await nextDueAt(settings, current, context);
  if (current === undefined) {
    const { paused, pausedUntil, holidays = null, digestWeekday = null, ...rest } = settings;
    const made = await store.subscribe({
      ...rest,
      holidays,
      digestWeekday,
      door: from.door,
      place,
      nextDueAt: due,
    });
    if (!paused && pausedUntil === undefined) return made;
    return must(await store.changeSubscription(made.id, { paused, pausedUntil: pausedUntil ?? null }));
  }
  return must(await store.changeSubscription(current.id, { ...wanted, nextDueAt: due }));
}

function must(subscription: Subscription | undefined): Subscription {
  if (subscription === undefined) throw new Error('the subscription just written is missing');
  return subscription;
}
