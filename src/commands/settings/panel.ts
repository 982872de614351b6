import { button, card, controls, marked, menu, text } from '../../cards/build.ts';
import type { Block, Card, Control, MenuItem } from '../../cards/card.ts';
import type { Context } from '../../core/command.ts';
import { writeLine } from '../../core/line.ts';
import type { Member } from '../../core/store.ts';
import type { MemberSettings, Vacation } from '../../core/stores/members.ts';
import type { LocalDate } from '../../habits/day.ts';
import { translator } from '../../texts/index.ts';
import { memberToday } from '../member-day.ts';
import { clockWords, dateWords } from './date-words.ts';

/** Everything that the panel is made from, in the member's language as it is now. */
interface Parts {
  readonly settings: MemberSettings;
  /** Those that are not over. */
  readonly vacations: readonly Vacation[];
  readonly today: LocalDate;
  readonly context: Context;
}

function zoneValue({ settings: { timeZone }, context: { clock, defaultTimeZone, t } }: Parts): string {
  const zone = timeZone ?? defaultTimeZone;
  const time = clockWords(clock.now(), zone);
  return t(timeZone === undefined ? 'settings.zone-default' : 'settings.zone-own', { zone, time });
}

function reminderValue({ settings, context: { t } }: Parts): string {
  const { reminderAt: time, nextReminderAt } = settings;
  if (time === undefined) return t('settings.reminder-off');
  return t(nextReminderAt === undefined ? 'settings.reminder-stopped' : 'settings.reminder-on', { time });
}

function isSnoozed({ settings: { snoozedUntil }, today }: Parts): boolean {
  return snoozedUntil !== undefined && snoozedUntil > today;
}

export function vacationWords({ from, until }: Vacation, today: string, { locale }: Context): string {
  const [first, last] = [dateWords(from, today, locale), dateWords(until, today, locale)];
  return from === until ? first : `${first} – ${last}`;
}

function fields(parts: Parts): Block {
  const { settings, vacations, today, context } = parts;
  const { t, locale } = context;
  const away = vacations.map((one) => vacationWords(one, today, context)).join('\n');
  const date = dateWords(settings.snoozedUntil ?? today, today, locale);
  return {
    kind: 'fields',
    fields: [
      { label: t('settings.zone'), value: zoneValue(parts) },
      { label: t('settings.language'), value: t(`settings.language-${settings.locale ?? 'auto'}`) },
      { label: t('settings.reminder'), value: reminderValue(parts) },
      ...(settings.reminderAt !== undefined && isSnoozed(parts)
        ? [{ label: t('settings.snooze'), value: t('settings.snoozed', { date }) }]
        : []),
      { label: t('settings.vacation'), value: away === '' ? t('settings.vacation-none') : away },
    ],
  };
}

function formLine({ timeZone, locale, reminderAt }: MemberSettings) {
  return writeLine('settings-form', { zone: timeZone, language: locale, reminder: reminderAt });
}

function snoozeMenu(parts: Parts): Control | undefined {
  const { settings, context } = parts;
  const { t } = context;
  if (settings.reminderAt === undefined) return undefined;
  const item = (key: 'today' | 'week' | 'off'): MenuItem => ({
    label: t(`snooze.${key}`),
    line: writeLine('settings-set', { snooze: key }),
  });
  return menu(t('settings.snooze-menu'), [
    item('today'),
    item('week'),
    { label: t('snooze.until'), line: writeLine('snooze-form') },
    ...(isSnoozed(parts) ? [item('off')] : []),
  ]);
}

function cancelMenu({ vacations, today, context }: Parts): Control | undefined {
  const items = vacations.map((one) => ({
    label: vacationWords(one, today, context),
    line: writeLine('vacation-cancel', { from: one.from }),
  }));
  return menu(context.t('settings.vacation-cancel'), items);
}

function buttons(parts: Parts): Block {
  const { settings, context } = parts;
  const { t } = context;
  const stopped = settings.reminderAt !== undefined && settings.nextReminderAt === undefined;
  const { timeZone, locale, reminderAt } = settings;
  const isChanged = timeZone !== undefined || locale !== undefined || reminderAt !== undefined;
  return controls(
    button(t('settings.change'), formLine(settings), 'primary'),
    stopped
      ? button(t('settings.resume'), writeLine('settings-set', { reminder: settings.reminderAt }))
      : undefined,
    button(t('settings.vacation-add'), writeLine('vacation-form')),
    isChanged ? button(t('settings.reset'), writeLine('settings-reset')) : undefined,
    snoozeMenu(parts),
    cancelMenu(parts),
  );
}

/** What is worth knowing about the values that stand there. */
async function notes(parts: Parts, member: Member): Promise<Block[]> {
  const { settings, context } = parts;
  const { store, t } = context;
  if (settings.reminderAt === undefined) return [];
  if (settings.nextReminderAt === undefined) return [text(t('settings.unreachable'))];
  const { subscriptions } = await store.questionDays(member.workspaceId);
  return subscriptions.every((one) => one.paused) ? [text(t('settings.no-question'))] : [];
}

/** One panel with a member's settings as they are, and what was done above it. */
export async function settingsPanel(context: Context, member: Member, done?: string): Promise<Card> {
  const { store } = context;
  const settings = await store.settings(member);
  const locale = settings.locale ?? context.platformLocale;
  const here: Context = { ...context, locale, t: translator(locale) };
  const today = await memberToday(context, { ...member, ...settings });
  const vacations = (await store.vacations(member)).filter(({ until }) => until >= today);
  const parts = { settings, vacations, today, context: here };
  return card(
    'neutral',
    here.t('settings.title'),
    ...(done === undefined ? [] : [text(done)]),
    fields(parts),
    await notes(parts, member),
    marked('small', here.t('settings.about')),
    buttons(parts),
  );
}
