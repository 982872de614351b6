import type { Bank } from '../bank/bank.ts';
import { card, text } from '../cards/build.ts';
import type { ChannelHistory, Subscription } from '../core/store.ts';
import { localDateOf } from '../habits/day.ts';
import { translator } from '../texts/index.ts';
import type { DailySettings } from './settings.ts';

/** Fewer unseen questions than this are few: two weeks of one a day. */
export const FEW_QUESTIONS = 14;

/** Questions of the channel's topics and levels that it has never been asked. */
export function unseenCount(
  { topics, levels }: Pick<Subscription, 'topics' | 'levels'>,
  { asked }: Pick<ChannelHistory, 'asked'>,
  bank: Bank,
): number {
  const seen = new Set(asked.map((one) => one.questionId));
  return [...bank.questions.values()].filter(
    (question) =>
      !seen.has(question.id) &&
      (topics.length === 0 || topics.includes(question.topic)) &&
      (levels.length === 0 || levels.includes(question.level)),
  ).length;
}

/**
 * Tells an admin that a channel is running out of unseen questions: once, and again only after it had enough in between.
 * To be called after a post; a failure is logged and never the post's.
 */
export async function warnWhenLow(
  subscription: Subscription,
  { store, bank, clock, adapters, log }: Pick<DailySettings, 'store' | 'bank' | 'clock' | 'adapters' | 'log'>,
): Promise<void> {
  const left = unseenCount(subscription, await store.channelHistory(subscription), bank);
  if (left >= FEW_QUESTIONS) return store.endLowPeriod(subscription.id);
  const date = localDateOf(clock.now(), subscription.timeZone);
  // Noted first: an admin who is told twice is worse off than one who meets the number on the panel.
  if (!(await store.beginLowPeriod(subscription.id, date))) return;
  const t = translator(subscription.locale);
  const { channel } = subscription.place;
  const warning = card(
    'warn',
    t('low.title'),
    text(
      { kind: 'channel', id: channel, text: `#${channel}` },
      ` ${t(left === 0 ? 'low.none' : 'low.left', { left })}`,
    ),
    text(t('low.what')),
  );
  try {
    await adapters
      .get(subscription.door)
      ?.tellAdmin(subscription.place, warning, `low-${subscription.id}-${date}`);
  } catch (error) {
    log.error(
      { err: error, subscription: subscription.id },
      'no admin could be told of the few questions left',
    );
  }
}
