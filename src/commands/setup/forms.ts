import { HOLIDAYS, holidaysName } from '../../bank/holidays.ts';
import { button } from '../../cards/build.ts';
import type { Card } from '../../cards/card.ts';
import type { Form, FormField } from '../../core/call.ts';
import { type Context, defineCommand, type FormContext } from '../../core/command.ts';
import { UserError } from '../../core/errors.ts';
import { writeLine } from '../../core/line.ts';
import { parseOptions, textOption } from '../../core/option.ts';
import type { TextKey } from '../../texts/index.ts';
import { readChange } from './change.ts';
import { editedValues, type Values, whatValues, whenValues } from './code.ts';
import { IN, SETTING_OPTIONS } from './options.ts';
import { panelCard } from './panel.ts';
import { topicChoices } from './read.ts';
import { save } from './save.ts';
import { placeOf } from './settings.ts';
import { levelWord, weekdayWord } from './words.ts';

/** The two forms of the panel. A form has five fields at most, as one platform's dialog holds no more. */

const NOW = textOption({ ko: '지금 값', en: 'The values of now' }, false, { max: 96 });

type Choices = NonNullable<FormField['choices']>;

function field(
  { t }: FormContext,
  name: string,
  label: TextKey,
  hint: TextKey,
  values: Values,
  more: { choices?: Choices; many?: boolean; optional?: boolean } = {},
): FormField {
  return { name, label: t(label), hint: t(hint), long: false, max: 64, value: values[name] ?? '', ...more };
}

function whenFields(context: FormContext, values: Values): FormField[] {
  const { t } = context;
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayWord(day, t) }));
  const languages = (['ko', 'en'] as const).map((value) => ({ value, label: t(`setup.${value}`) }));
  return [
    field(context, 'time', 'setup.time', 'setup.time-hint', values),
    field(context, 'zone', 'setup.zone', 'setup.zone-hint', values),
    field(context, 'days', 'setup.days', 'setup.days-hint', values, { choices: days, many: true }),
    field(context, 'language', 'setup.language', 'setup.language-hint', values, { choices: languages }),
    field(context, 'late', 'setup.late', 'setup.late-hint', values),
  ];
}

function whatFields(context: FormContext, values: Values): FormField[] {
  const { t, bank, locale } = context;
  const several = { many: true, optional: true } as const;
  const off = { value: 'off', label: t('setup.off') };
  const topics = topicChoices(bank, locale);
  const levels = [1, 2, 3].map((level) => ({ value: String(level), label: levelWord(level, t) }));
  const thread = [{ value: 'on', label: t('setup.on') }, off];
  const lists = Object.keys(HOLIDAYS).map((value) => ({ value, label: holidaysName(value, locale) }));
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayWord(day, t) }));
  return [
    field(context, 'topics', 'setup.topics', 'setup.topics-hint', values, { choices: topics, ...several }),
    field(context, 'levels', 'setup.levels', 'setup.levels-hint', values, { choices: levels, ...several }),
    field(context, 'thread', 'setup.thread', 'setup.thread-hint', values, { choices: thread }),
    field(context, 'holidays', 'setup.holidays', 'setup.holidays-hint', values, { choices: [...lists, off] }),
    field(context, 'digest', 'setup.digest', 'setup.digest-hint', values, { choices: [...days, off] }),
  ];
}

/** Stores what was edited. An optional list that was emptied means all. */
async function submit(
  context: Context,
  channel: string | undefined,
  before: Values,
  empty: readonly string[],
): Promise<Card> {
  const place = placeOf(context, channel);
  const current = await context.store.subscription(context.from.door, place);
  const edited = current === undefined ? context.fields : editedValues(context.fields, before);
  const values = Object.entries(edited).map(([name, value]) => [
    name,
    value.trim() === '' && empty.includes(name) ? 'all' : value,
  ]);
  const args = parseOptions(SETTING_OPTIONS, Object.fromEntries(values));
  await save(context, place, await readChange(args, current, context));
  return panelCard(context, place, context.t(current === undefined ? 'setup.started' : 'setup.saved'));
}

/** Whatever was wrong, the form is one press away. */
async function withWayBack(
  context: Context,
  line: ReturnType<typeof writeLine>,
  work: Promise<Card>,
): Promise<Card> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.key, error.params, [button(context.t('setup.button-again'), line, 'primary')]);
  }
}

export const setupWhen = defineCommand({
  name: 'setup when',
  aliases: [],
  summary: { ko: '질문이 올라오는 때를 바꿔요', en: 'Changes when the question comes' },
  options: { in: IN, now: NOW },
  mode: 'replace',
  admin: true,
  listed: false,
  examples: [],
  form({ in: channel, now = '' }, context): Form {
    return {
      title: context.t('setup.form-when'),
      about: context.t('setup.form-when-about'),
      fields: whenFields(context, whenValues(now)),
      submit: writeLine('setup when', { in: channel, now }),
      submitLabel: context.t('setup.form-submit'),
    };
  },
  run({ in: channel, now = '' }, context) {
    const line = writeLine('setup when', { in: channel, now });
    return withWayBack(context, line, submit(context, channel, whenValues(now), []));
  },
});

export const setupWhat = defineCommand({
  name: 'setup what',
  aliases: [],
  summary: { ko: '어떤 질문을 어떻게 올릴지 바꿔요', en: 'Changes which questions come and how' },
  options: { in: IN, now: NOW },
  mode: 'replace',
  admin: true,
  listed: false,
  examples: [],
  form({ in: channel, now = '' }, context): Form {
    return {
      title: context.t('setup.form-what'),
      about: context.t('setup.form-what-about'),
      fields: whatFields(context, whatValues(now)),
      submit: writeLine('setup what', { in: channel, now }),
      submitLabel: context.t('setup.form-submit'),
    };
  },
  run({ in: channel, now = '' }, context) {
    const line = writeLine('setup what', { in: channel, now });
    return withWayBack(context, line, submit(context, channel, whatValues(now), ['topics', 'levels']));
  },
});
