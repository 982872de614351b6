import { button, card, controls, text } from '../../cards/build.ts';
import { channel as channelName } from '../../cards/inline.ts';
import { defineCommand } from '../../core/command.ts';
import { UserError } from '../../core/errors.ts';
import { writeLine } from '../../core/line.ts';
import { choiceOption } from '../../core/option.ts';
import { IN } from './options.ts';
import { panelCard } from './panel.ts';
import { save } from './save.ts';
import { placeOf } from './settings.ts';

/** Asks first. Nothing is deleted: the channel rests until somebody starts it again. */
export const setupStop = defineCommand({
  name: 'setup stop',
  aliases: ['설정 그만'],
  summary: { ko: '이 채널에 질문을 그만 보내요', en: 'Stops the questions of a channel' },
  options: {
    in: IN,
    sure: choiceOption({ ko: '정말로', en: 'Really' }, false, [
      { value: 'yes', label: { ko: '네', en: 'yes' } },
    ]),
  },
  mode: 'replace',
  admin: true,
  listed: false,
  examples: [],
  async run({ in: channel, sure }, context) {
    const { t, store, from } = context;
    const place = placeOf(context, channel);
    const current = await store.subscription(from.door, place);
    if (current === undefined) throw new UserError('error.setup-none');
    if (sure === undefined)
      return card(
        'warn',
        t('setup.stop-title'),
        text(channelName(place.channel), ` ${t('setup.stop-text')}`),
        controls(
          button(
            t('setup.button-stop'),
            writeLine('setup stop', { in: place.channel, sure: 'yes' }),
            'danger',
          ),
          button(t('setup.button-back'), writeLine('setup panel', { in: place.channel })),
        ),
      );
    await save(context, place, { paused: true, pausedUntil: null });
    return panelCard(context, place, t('setup.stopped'));
  },
});
