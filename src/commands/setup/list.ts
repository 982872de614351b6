import { button, card, controls, MAX_MENU, marked, menu, text } from '../../cards/build.ts';
import { bold, channel as channelName, type Inline } from '../../cards/inline.ts';
import { type Context, defineCommand } from '../../core/command.ts';
import { writeLine } from '../../core/line.ts';
import type { Subscription } from '../../core/store.ts';
import { NEVER } from '../../daily/next-question.ts';
import { minuteTime, weekdaysWords } from './words.ts';

/** All channels of the server that are set up, with their next question. */

function summaryOf({ weekdays, timeOfDay, timeZone }: Subscription, { t }: Context): string {
  return `${weekdaysWords(weekdays, t)} ${timeOfDay} ${timeZone}`;
}

function rowOf(subscription: Subscription, number: number, context: Context): Inline[] {
  const { t, locale } = context;
  const { paused, nextDueAt, timeZone, place } = subscription;
  const next: Inline[] = paused
    ? [t('setup.paused-short')]
    : nextDueAt >= NEVER
      ? [t('setup.never')]
      : [`${t('setup.next-short')} `, minuteTime(nextDueAt, timeZone, locale)];
  return [
    bold(`${number}.`),
    ' ',
    channelName(place.channel),
    ` · ${summaryOf(subscription, context)} · `,
    ...next,
  ];
}

export const setupList = defineCommand({
  name: 'setup list',
  aliases: ['설정 목록'],
  summary: { ko: '질문이 올라오는 채널을 모두 보여 줘요', en: 'Shows every channel that gets questions' },
  options: {},
  mode: 'replace',
  admin: true,
  listed: false,
  examples: ['setup list'],
  async run(_args, context) {
    const { t, store, from, place } = context;
    const all = await store.workspaceSubscriptions(from.door, place.workspace);
    const shown = all.slice(0, MAX_MENU);
    const items = shown.map((one, index) => ({
      label: `${index + 1}. ${summaryOf(one, context)}`.slice(0, 75),
      line: writeLine('setup panel', { in: one.place.channel }),
    }));
    const here = shown.some((one) => one.place.channel === place.channel)
      ? undefined
      : button(t('setup.button-here'), writeLine('setup panel', { in: place.channel }));
    return card(
      'neutral',
      t('setup.list-title', { count: all.length }),
      ...(all.length === 0 ? [text(t('setup.list-none'))] : []),
      ...shown.map((one, index) => text(...rowOf(one, index + 1, context))),
      ...(all.length > shown.length
        ? [marked('small', t('setup.more', { count: all.length - shown.length }))]
        : []),
      controls(menu(t('setup.menu-channels'), items), here),
    );
  },
});
