import type { Card } from '../../cards/card.ts';
import type { Place } from '../../core/call.ts';
import { type Context, defineCommand } from '../../core/command.ts';
import { UserError } from '../../core/errors.ts';
import { writeLine } from '../../core/line.ts';
import { parseOptions, textOption } from '../../core/option.ts';
import { readChange } from './change.ts';
import { IN, SETTING_OPTIONS } from './options.ts';
import { panelCard } from './panel.ts';
import { save } from './save.ts';
import { placeOf } from './settings.ts';

/** Pausing, resuming, skipping a date: what the panel's other buttons do. */

async function requireSubscription(context: Context, place: Place) {
  const found = await context.store.subscription(context.from.door, place);
  if (found === undefined) throw new UserError('error.setup-none');
  return found;
}

/** Reads typed values and stores them for a channel that is set up. */
async function change(
  context: Context,
  channel: string | undefined,
  values: Readonly<Record<string, string>>,
  note: 'setup.saved' | 'setup.resumed' | 'setup.paused-now' | 'setup.skipped' | 'setup.unskipped',
): Promise<Card> {
  const place = placeOf(context, channel);
  const current = await requireSubscription(context, place);
  await save(context, place, await readChange(parseOptions(SETTING_OPTIONS, values), current, context));
  return panelCard(context, place, context.t(note));
}

export const setupPause = defineCommand({
  name: 'setup pause',
  aliases: ['설정 멈추기'],
  summary: { ko: '질문을 잠시 멈춰요', en: 'Pauses the questions' },
  options: { in: IN },
  mode: 'replace',
  admin: true,
  listed: false,
  examples: [],
  form({ in: channel }, { t }) {
    return {
      title: t('setup.form-pause'),
      about: t('setup.form-pause-about'),
      fields: [
        {
          name: 'until',
          label: t('setup.until'),
          hint: t('setup.until-hint'),
          long: false,
          max: 40,
          optional: true,
        },
      ],
      submit: writeLine('setup pause', { in: channel }),
      submitLabel: t('setup.button-pause'),
    };
  },
  run({ in: channel }, context) {
    const until = context.fields.until?.trim() ?? '';
    return change(context, channel, { pause: until === '' ? 'on' : until }, 'setup.paused-now');
  },
});

export const setupResume = defineCommand({
  name: 'setup resume',
  aliases: ['설정 다시'],
  summary: { ko: '멈춘 질문을 다시 시작해요', en: 'Starts the questions again' },
  options: { in: IN },
  mode: 'replace',
  admin: true,
  listed: false,
  examples: [],
  run: ({ in: channel }, context) => change(context, channel, { pause: 'off' }, 'setup.resumed'),
});

export const setupSkip = defineCommand({
  name: 'setup skip',
  aliases: ['설정 건너뛰기'],
  summary: { ko: '정한 날에는 질문을 올리지 않아요', en: 'Skips single dates' },
  options: { in: IN },
  mode: 'replace',
  admin: true,
  listed: false,
  examples: [],
  form({ in: channel }, { t }) {
    return {
      title: t('setup.form-skip'),
      about: t('setup.form-skip-about'),
      fields: [
        { name: 'dates', label: t('setup.dates'), hint: t('setup.dates-hint'), long: false, max: 300 },
      ],
      submit: writeLine('setup skip', { in: channel }),
      submitLabel: t('setup.button-skip'),
    };
  },
  run: ({ in: channel }, context) =>
    change(context, channel, { skip: context.fields.dates ?? '' }, 'setup.skipped'),
});

export const setupUnskip = defineCommand({
  name: 'setup unskip',
  aliases: [],
  summary: { ko: '건너뛰려던 날에 질문을 올려요', en: 'Takes a skipped date back' },
  options: { in: IN, date: textOption({ ko: '날짜', en: 'The date' }, true, { max: 20 }) },
  mode: 'replace',
  admin: true,
  listed: false,
  examples: [],
  run: ({ in: channel, date }, context) => change(context, channel, { unskip: date }, 'setup.unskipped'),
});
