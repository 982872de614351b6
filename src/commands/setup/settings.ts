import type { Place } from '../../core/call.ts';
import type { Context } from '../../core/command.ts';
import type { Subscription } from '../../core/store.ts';
import type { SubscriptionChange } from '../../core/stores/setup.ts';

/** What is set for a channel, or would be if it were subscribed now. */
export type Settings = Omit<Subscription, 'id' | 'door' | 'place' | 'workspaceId' | 'nextDueAt'>;

/** A change as an admin asks for it; when the next question comes follows from it. */
export type Wanted = Omit<SubscriptionChange, 'nextDueAt'>;

export function placeOf(context: Context, channel: string | undefined): Place {
  return { workspace: context.place.workspace, channel: channel ?? context.place.channel };
}

/** Weekdays at nine, everything, in the language of whoever sets the channel up. */
export function defaultSettings({ defaultTimeZone, locale }: Context): Settings {
  return {
    timeOfDay: '09:00',
    timeZone: defaultTimeZone,
    weekdays: [1, 2, 3, 4, 5],
    topics: [],
    levels: [],
    locale,
    skipDates: [],
    thread: false,
    graceUntil: '22:00',
    digestWeekday: 5,
    paused: false,
  };
}

/** The settings with a change made to them. */
export function changed(settings: Settings, wanted: Wanted): Settings {
  const { holidays, digestWeekday, pausedUntil, ...rest } = settings;
  const { holidays: newHolidays, digestWeekday: newDigest, pausedUntil: newEnd, ...plain } = wanted;
  const keep = <T>(before: T | undefined, after: T | null | undefined): T | undefined =>
    after === undefined ? before : (after ?? undefined);
  const list = keep(holidays, newHolidays);
  const digest = keep(digestWeekday, newDigest);
  const end = keep(pausedUntil, newEnd);
  return {
    ...rest,
    ...plain,
    ...(list === undefined ? {} : { holidays: list }),
    ...(digest === undefined ? {} : { digestWeekday: digest }),
    ...(end === undefined ? {} : { pausedUntil: end }),
  };
}
