import { card, text } from '../cards/build.ts';
import type { Card } from '../cards/card.ts';
import type { Locale } from '../cards/inline.ts';
import { defineCommand } from '../core/command.ts';
import type { Subscription } from '../core/store.ts';
import { localDateOf } from '../habits/day.ts';
import type { Translate } from '../texts/index.ts';
import { instant } from './instant.ts';
import { dailyCard } from './question-card.ts';

/** No question yet: when the next one comes, in the reader's own time. */
function noneToday(subscription: Subscription | undefined, now: number, locale: Locale, t: Translate): Card {
  const next = subscription?.nextDueAt ?? 0;
  // A schedule without any date left is never due; one that is due has its question in a moment.
  const known = subscription?.paused === false && next > now && next < now + NEXT_HORIZON_MS;
  const when = known
    ? [' ', t('daily.next'), ' ', instant(next, 'minute', subscription.timeZone, locale)]
    : [];
  return card('neutral', undefined, text(t('daily.none'), ...when));
}

/** A year off and a month more, as far as a schedule looks ahead. */
const NEXT_HORIZON_MS = 400 * 24 * 3_600_000;

export const today = defineCommand({
  name: 'today',
  aliases: ['오늘'],
  summary: { ko: '오늘의 질문을 보여 줘요', en: "Shows today's question" },
  options: {},
  mode: 'private',
  listed: true,
  examples: ['today'],
  async run(_args, { bank, store, from, place, clock, locale, t }) {
    const subscription = await store.subscription(from.door, place);
    const post = await store.latestPost(from.door, place);
    const question = post === undefined ? undefined : bank.questions.get(post.questionId);
    if (
      subscription === undefined ||
      post === undefined ||
      question === undefined ||
      post.localDate !== localDateOf(clock.now(), subscription.timeZone)
    ) {
      return noneToday(subscription, clock.now(), locale, t);
    }
    return dailyCard(question, post.id, post, locale, t);
  },
});
