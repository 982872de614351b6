import { button, card, controls, marked, text } from '../../cards/build.ts';
import { channel as channelName } from '../../cards/inline.ts';
import { type Context, defineCommand } from '../../core/command.ts';
import { UserError } from '../../core/errors.ts';
import { writeLine } from '../../core/line.ts';
import { type PreviewDay, previewOf } from '../../daily/preview.ts';
import { IN } from './options.ts';
import { placeOf } from './settings.ts';
import { dateWords } from './words.ts';

/** Letters of a question that a row holds; the dates are what is looked for here. */
const MAX_QUESTION = 60;

function shorten(words: string): string {
  const letters = [...words];
  return letters.length <= MAX_QUESTION
    ? words
    : `${letters
        .slice(0, MAX_QUESTION - 1)
        .join('')
        .trimEnd()}…`;
}

function wordsOf({ what }: PreviewDay, { t, locale }: Context): string {
  switch (what.kind) {
    case 'question':
      return shorten(what.question.question[locale]);
    case 'asked':
      return t('setup.asked', { question: shorten(what.question.question[locale]) });
    case 'holiday':
      return t('setup.rest', { reason: what.name[locale] });
    case 'skipped':
      return t('setup.rest', { reason: t('setup.reason-skipped') });
    case 'paused':
      return t('setup.rest', { reason: t('setup.reason-paused') });
    case 'weekday':
      return t('setup.rest', { reason: t('setup.reason-weekday') });
    case 'none':
      return t('setup.rest', { reason: t('setup.reason-none') });
  }
}

export const setupPreview = defineCommand({
  name: 'setup preview',
  aliases: ['설정 미리보기', '미리보기'],
  summary: {
    ko: '앞으로 2주의 날짜와 질문을 미리 봐요',
    en: 'Shows the dates and questions of the next two weeks',
  },
  options: { in: IN },
  mode: 'replace',
  admin: true,
  listed: false,
  examples: [],
  async run({ in: channel }, context) {
    const { t, store, from, bank, clock, locale } = context;
    const place = placeOf(context, channel);
    const subscription = await store.subscription(from.door, place);
    if (subscription === undefined) throw new UserError('error.setup-none');
    const days = previewOf(subscription, await store.channelHistory(subscription), bank, clock.now());
    const count = days.filter((day) => day.what.kind === 'question').length;
    return card(
      'neutral',
      t('setup.preview-title'),
      text(
        channelName(place.channel),
        ` ${t('setup.preview-when', { time: subscription.timeOfDay, zone: subscription.timeZone, count })}`,
      ),
      {
        kind: 'table',
        columns: [t('setup.date'), t('setup.question')],
        rows: days.map((day) => [dateWords(day.date, locale), wordsOf(day, context)]),
      },
      marked('small', t('setup.preview-note')),
      controls(button(t('setup.button-back'), writeLine('setup panel', { in: place.channel }))),
    );
  },
});
