import { holidaysName } from '../../bank/holidays.ts';
import { button, card, controls, marked, menu, text } from '../../cards/build.ts';
import type { Block, Card } from '../../cards/card.ts';
import { bold, channel as channelName, type Inline } from '../../cards/inline.ts';
import type { Place } from '../../core/call.ts';
import type { Context } from '../../core/command.ts';
import { writeLine } from '../../core/line.ts';
import type { Subscription } from '../../core/store.ts';
import { FEW_QUESTIONS, unseenCount } from '../../daily/low-questions.ts';
import { NEVER } from '../../daily/next-question.ts';
import { localDateOf } from '../../habits/day.ts';
import { whatCode, whenCode } from './code.ts';
import { requirePlace } from './save.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { dateWords, levelsWords, minuteTime, topicsWords, weekdaysWords, weekdayWord } from './words.ts';

/** Dates that the panel names; the preview shows the rest. */
const SHOWN_SKIPS = 5;

interface Shown {
  readonly place: Place;
  readonly settings: Settings;
  readonly subscription: Subscription | undefined;
  /** Coming dates that are skipped one by one. */
  readonly skips: readonly string[];
  readonly unseen: number;
  /** The end of a pause that is not over. */
  readonly pausedUntil: string | undefined;
}

async function look(context: Context, place: Place): Promise<Shown> {
  const { store, from, bank, clock } = context;
  const subscription = await store.subscription(from.door, place);
  // A channel where nothing could be posted is told of at once, not after a form.
  if (subscription === undefined) await requirePlace(context, place);
  const settings = subscription ?? defaultSettings(context);
  const today = localDateOf(clock.now(), settings.timeZone);
  const end = settings.pausedUntil;
  const history = subscription === undefined ? { asked: [] } : await store.channelHistory(subscription);
  return {
    place,
    settings,
    subscription,
    skips: settings.skipDates.filter((date) => date >= today),
    unseen: unseenCount(settings, history, bank),
    pausedUntil: end !== undefined && end > today ? end : undefined,
  };
}

/** The state in one line: not set up, paused, or when the next question comes. */
function stateLine(
  { subscription, settings, place, pausedUntil }: Shown,
  { t, locale, clock }: Context,
): Inline[] {
  const name = channelName(place.channel);
  if (subscription === undefined) return [name, ` ${t('setup.new')}`];
  if (subscription.paused) return [name, ` ${t('setup.paused')}`];
  if (subscription.nextDueAt >= NEVER) return [name, ` ${t('setup.never')}`];
  if (subscription.nextDueAt <= clock.now()) return [name, ` ${t('setup.now')}`];
  return [
    name,
    ` ${t('setup.next')} `,
    minuteTime(subscription.nextDueAt, settings.timeZone, locale),
    ...(pausedUntil === undefined
      ? []
      : [` · ${t('setup.paused-until', { date: dateWords(pausedUntil, locale) })}`]),
  ];
}

function fieldsBlock(shown: Shown, { t, locale, bank }: Context): Block {
  const { settings, skips } = shown;
  const list = settings.holidays === undefined ? undefined : bank.holidays.get(settings.holidays);
  const holidays =
    settings.holidays === undefined
      ? t('setup.is-off')
      : list === undefined
        ? settings.holidays
        : t('setup.holidays-until', {
            name: holidaysName(settings.holidays, locale),
            year: list.until.slice(0, 4),
          });
  const digest = settings.digestWeekday;
  const named = skips.slice(0, SHOWN_SKIPS).map((date) => dateWords(date, locale));
  const more = skips.length > SHOWN_SKIPS ? ` ${t('setup.more', { count: skips.length - SHOWN_SKIPS })}` : '';
  return {
    kind: 'fields',
    fields: [
      { label: t('setup.time'), value: settings.timeOfDay },
      { label: t('setup.zone'), value: settings.timeZone },
      { label: t('setup.days'), value: weekdaysWords(settings.weekdays, t) },
      { label: t('setup.language'), value: t(`setup.${settings.locale}`) },
      { label: t('setup.levels'), value: levelsWords(settings.levels, t) },
      { label: t('setup.thread'), value: t(settings.thread ? 'setup.is-on' : 'setup.is-off') },
      { label: t('setup.late'), value: t('setup.late-value', { time: settings.graceUntil }) },
      {
        label: t('setup.digest'),
        value:
          digest === undefined ? t('setup.is-off') : t('setup.digest-value', { day: weekdayWord(digest, t) }),
      },
      { label: t('setup.topics'), value: topicsWords(settings.topics, locale, t) },
      { label: t('setup.holidays'), value: holidays },
      ...(skips.length === 0 ? [] : [{ label: t('setup.skips'), value: named.join(', ') + more }]),
    ],
  };
}

function controlsBlock(shown: Shown, others: number, context: Context): Block {
  const { place, settings, subscription, skips, pausedUntil } = shown;
  const { t, locale } = context;
  const about = { in: place.channel };
  const when = button(t('setup.button-when'), writeLine('setup when', { ...about, now: whenCode(settings) }));
  const what = button(t('setup.button-what'), writeLine('setup what', { ...about, now: whatCode(settings) }));
  const list = others > 0 ? button(t('setup.button-list'), writeLine('setup list')) : undefined;
  if (subscription === undefined) {
    const start = button(t('setup.button-start'), writeLine('setup start', about), 'primary');
    return controls(start, when, what, list);
  }
  const paused = subscription.paused || pausedUntil !== undefined;
  const resume = button(t('setup.button-resume'), writeLine('setup resume', about), 'primary');
  const pause = button(t('setup.button-pause'), writeLine('setup pause', about));
  const stop = button(t('setup.button-stop'), writeLine('setup stop', about), 'danger');
  const unskip = skips.map((date) => ({
    label: dateWords(date, locale),
    line: writeLine('setup unskip', { ...about, date }),
  }));
  return controls(
    ...(paused ? [resume] : []),
    when,
    what,
    button(t('setup.button-preview'), writeLine('setup preview', about)),
    button(t('setup.button-skip'), writeLine('setup skip', about)),
    ...(paused ? [] : [pause]),
    list,
    subscription.paused ? undefined : stop,
    menu(t('setup.menu-unskip'), unskip),
  );
}

/** One panel: what is set, when the next question comes, and what can be done. `note`: what has been done now. */
export async function panelCard(context: Context, place: Place, note?: string): Promise<Card> {
  const { t, store, from } = context;
  const shown = await look(context, place);
  const all = await store.workspaceSubscriptions(from.door, place.workspace);
  const others = all.filter((one) => one.place.channel !== place.channel).length;
  const few = shown.subscription !== undefined && shown.unseen < FEW_QUESTIONS;
  return card(
    note === undefined ? 'neutral' : 'good',
    t('setup.title'),
    ...(note === undefined ? [] : [text(bold(note))]),
    text(...stateLine(shown, context)),
    fieldsBlock(shown, context),
    marked('small', t(few ? 'setup.few' : 'setup.unseen', { count: shown.unseen })),
    controlsBlock(shown, others, context),
  );
}
