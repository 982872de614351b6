import type { Context } from '../../core/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Subscription } from '../../core/store.ts';
import { addDays, type LocalDate, localDateOf } from '../../habits/day.ts';
import type { SettingArgs } from './options.ts';
import { readLevels, readTime, readTopics, readWeekdays, readZone } from './read.ts';
import { MAX_SKIPS, readDate, readDates } from './read-dates.ts';
import { defaultSettings, type Wanted } from './settings.ts';

const PAUSE_NOW = ['on', 'now', '켜기', '멈추기', '지금'];
const PAUSE_END = ['off', 'resume', '끄기', '다시', '해제'];

/** The pause as somebody asks for it: until a date, until it is resumed, or no more. */
function readPause(text: string, today: LocalDate): Wanted {
  const typed = text.trim().toLowerCase();
  if (PAUSE_NOW.includes(typed)) return { paused: true, pausedUntil: null };
  if (PAUSE_END.includes(typed)) return { paused: false, pausedUntil: null };
  return { paused: false, pausedUntil: readDate(text, 'pause', today, addDays(today, 1)) };
}

/**
 * The skipped dates with some more and some less. Those that are over stay stored and are shown no more; a date that has had its
 * question can no longer be skipped.
 */
function readSkips(
  { skip, unskip }: SettingArgs,
  skipped: readonly string[],
  lastDate: string | undefined,
  today: LocalDate,
): Wanted {
  if (skip === undefined && unskip === undefined) return {};
  const more = skip === undefined ? [] : readDates(skip, 'skip', today);
  const asked = more.find((date) => lastDate !== undefined && date <= lastDate);
  if (asked !== undefined) throw new UserError('error.setup-asked', { date: asked });
  const less = new Set<string>(unskip === undefined ? [] : readDates(unskip, 'unskip', today));
  const skipDates = [...new Set([...skipped, ...more])].filter((date) => !less.has(date)).sort();
  if (skipDates.filter((date) => date >= today).length > MAX_SKIPS)
    throw new UserError('error.setup-skips', { max: MAX_SKIPS });
  return { skipDates };
}

function readPlain(args: SettingArgs, { bank, locale }: Context): Wanted {
  const { time, days, topics, levels, language, thread, holidays, late, digest } = args;
  return {
    ...(time === undefined ? {} : { timeOfDay: readTime(time, 'time') }),
    ...(days === undefined ? {} : { weekdays: readWeekdays(days, 'days') }),
    ...(topics === undefined ? {} : { topics: readTopics(topics, 'topics', bank, locale) }),
    ...(levels === undefined ? {} : { levels: readLevels(levels, 'levels') }),
    ...(language === undefined ? {} : { locale: language }),
    ...(thread === undefined ? {} : { thread: thread === 'on' }),
    ...(holidays === undefined ? {} : { holidays: holidays === 'off' ? null : holidays }),
    ...(late === undefined ? {} : { graceUntil: readTime(late, 'late') }),
    ...(digest === undefined ? {} : { digestWeekday: digest === 'off' ? null : Number(digest) }),
  };
}

/** Reads every value before anything is stored. Throws UserError at the first that cannot be meant. */
export async function readChange(
  args: SettingArgs,
  current: Subscription | undefined,
  context: Context,
): Promise<Wanted> {
  const plain = readPlain(args, context);
  const zone = args.zone === undefined ? {} : { timeZone: readZone(args.zone, 'zone') };
  const settings = current ?? defaultSettings(context);
  const today = localDateOf(context.clock.now(), zone.timeZone ?? settings.timeZone);
  const lastDate = current === undefined ? undefined : await context.store.lastClaimedDate(current.id);
  return {
    ...plain,
    ...zone,
    ...(args.pause === undefined ? {} : readPause(args.pause, today)),
    ...readSkips(args, settings.skipDates, lastDate, today),
  };
}
