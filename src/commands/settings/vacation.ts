import type { Card } from '../../cards/card.ts';
import { type Context, defineCommand } from '../../core/command.ts';
import { UserError } from '../../core/errors.ts';
import { writeLine } from '../../core/line.ts';
import { textOption } from '../../core/option.ts';
import type { Member } from '../../core/store.ts';
import { addDays, type LocalDate } from '../../habits/day.ts';
import {
  MAX_AHEAD_DAYS,
  MAX_YEAR_DAYS,
  type Stretch,
  withoutVacation,
  withVacation,
} from '../../habits/vacation.ts';
import { memberToday, toStretch } from '../member-day.ts';
import { settingsPanel, vacationWords } from './panel.ts';
import { readDate } from './read.ts';

/** One day where only the first is given, from today where only the last is. A day that is filled already stays one. */
function wishOf(
  { from, until }: { readonly from: string | undefined; readonly until: string | undefined },
  today: LocalDate,
  isTodayActive: boolean,
): Stretch {
  const first = from === undefined ? today : readDate('from', from, today);
  const last = until === undefined ? first : readDate('until', until, today);
  if (first !== today || !isTodayActive) return { from: first, until: last };
  if (last === today) throw new UserError('error.vacation-done');
  return { from: addDays(today, 1), until: last };
}

async function addVacation(
  context: Context,
  member: Member,
  given: { readonly from: string | undefined; readonly until: string | undefined },
): Promise<Card> {
  const { store, t } = context;
  const today = await memberToday(context, member);
  const wish = wishOf(given, today, (await store.latestActiveDay(member)) === today);
  await store.changeVacations(member, (current) => {
    const next = withVacation(current.map(toStretch), wish, today);
    if (typeof next !== 'string') return next;
    throw new UserError(`error.vacation-${next}`, {
      today,
      days: next === 'year' ? MAX_YEAR_DAYS : MAX_AHEAD_DAYS,
      last: addDays(today, MAX_AHEAD_DAYS),
    });
  });
  return settingsPanel(context, member, t('vacation.added', { dates: vacationWords(wish, today, context) }));
}

async function cancelVacation(context: Context, member: Member, raw: string): Promise<Card> {
  const { store, t } = context;
  const today = await memberToday(context, member);
  // A day of the stretch is enough; one that has begun may have begun before today.
  const date = readDate('cancel', raw, today);
  await store.changeVacations(member, (current) => {
    const all = current.map(toStretch);
    if (!all.some((one) => one.from <= date && date <= one.until && one.until >= today))
      throw new UserError('error.vacation-none', { date });
    return withoutVacation(all, date, today);
  });
  return settingsPanel(context, member, t('vacation.cancelled'));
}

const dateOption = (ko: string, en: string) => textOption({ ko, en }, false, { max: 20 });

export const meVacation = defineCommand({
  name: 'me vacation',
  aliases: ['휴가'],
  summary: {
    ko: '휴가를 넣어요. 그동안 이어가기가 멈춰 있어요',
    en: 'Adds a vacation: your streak rests meanwhile',
  },
  options: {
    from: dateOption('첫날: 2026-12-24', 'First day: 2026-12-24'),
    until: dateOption('마지막 날: 2027-01-02', 'Last day: 2027-01-02'),
    cancel: dateOption('취소할 휴가의 날짜', 'A day of the vacation to cancel'),
  },
  mode: 'private',
  listed: true,
  examples: ['me vacation', 'me vacation from:tomorrow until:tomorrow'],
  async run({ from, until, cancel }, context) {
    const member = await context.store.member(context.from);
    if (cancel !== undefined) return cancelVacation(context, member, cancel);
    if (from === undefined && until === undefined) return settingsPanel(context, member);
    return addVacation(context, member, { from, until });
  },
});

export const vacationCancel = defineCommand({
  name: 'vacation-cancel',
  aliases: [],
  summary: { ko: '휴가를 취소해요', en: 'Cancels a vacation' },
  options: { from: textOption({ ko: '첫날', en: 'First day' }, true, { max: 20 }) },
  mode: 'replace',
  listed: false,
  examples: [],
  async run({ from }, context) {
    return cancelVacation(context, await context.store.member(context.from), from);
  },
});

export const vacationForm = defineCommand({
  name: 'vacation-form',
  aliases: [],
  summary: { ko: '휴가를 넣는 창을 열어요', en: 'Opens the form of a vacation' },
  options: {},
  mode: 'replace',
  listed: false,
  examples: ['vacation-form'],
  form(_args, { t }) {
    const field = (name: 'from' | 'until') => ({
      name,
      label: t(`vacation.${name}`),
      hint: t('settings.date-hint'),
      long: false,
      max: 20,
    });
    return {
      title: t('settings.vacation-add'),
      about: t('vacation.rule', { ahead: MAX_AHEAD_DAYS, year: MAX_YEAR_DAYS }),
      fields: [field('from'), field('until')],
      submit: writeLine('vacation-form'),
      submitLabel: t('settings.save'),
    };
  },
  async run(_args, context) {
    const { from, until } = context.fields;
    return addVacation(context, await context.store.member(context.from), { from, until });
  },
});
