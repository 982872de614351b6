import { card, text } from '../cards/build.ts';
import { defineCommand } from '../core/command.ts';
import { localDateOf } from '../habits/day.ts';
import { dailyCard } from './question-card.ts';

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
      return card('neutral', undefined, text(t('daily.none')));
    }
    return dailyCard(question, post.id, post, locale, t);
  },
});
