import type { Bank } from '../bank/bank.ts';
import { topicName } from '../bank/topics.ts';
import { card, marked, text } from '../cards/build.ts';
import type { Locale } from '../cards/inline.ts';
import { defineCommand } from '../core/command.ts';
import type { MemberHistory } from '../core/store.ts';
import { addDays, localDateOf } from '../habits/day.ts';
import type { Streak } from '../habits/streak.ts';
import type { Translate } from '../texts/index.ts';
import { roundPoints } from './leaderboard.ts';
import { streakText } from './result-card.ts';
import { streakNow } from './streak-now.ts';

const FORTNIGHT = 14;
const WEAK_BELOW = 60;

function fortnight(
  today: ReturnType<typeof localDateOf>,
  active: ReadonlySet<string>,
  streak: Streak,
): string {
  const frozen = new Set<string>(streak.frozenDays);
  return Array.from({ length: FORTNIGHT }, (_, index) => addDays(today, index - FORTNIGHT + 1))
    .map((date) => (active.has(date) ? '■' : frozen.has(date) ? '▣' : '□'))
    .join('');
}

/** Topics by the mean of the best scores, the weakest first. */
function weakTopics(bank: Bank, best: MemberHistory['best'], locale: Locale, t: Translate): string {
  const scores = new Map<string, number[]>();
  for (const [id, score] of best) {
    const topic = bank.questions.get(id)?.topic;
    if (topic !== undefined) scores.set(topic, [...(scores.get(topic) ?? []), score]);
  }
  return [...scores]
    .map(([topic, all]) => ({ topic, mean: all.reduce((sum, score) => sum + score, 0) / all.length }))
    .filter(({ mean }) => mean < WEAK_BELOW)
    .sort((a, b) => a.mean - b.mean)
    .slice(0, 3)
    .map(({ topic, mean }) => t('stats.topic', { topic: topicName(topic, locale), mean: Math.round(mean) }))
    .join(', ');
}

export const meStats = defineCommand({
  name: 'me stats',
  aliases: ['내기록', '기록'],
  summary: { ko: '내 연속 기록과 점수를 보여 줘요', en: 'Shows your streak and points' },
  options: {},
  mode: 'private',
  listed: true,
  examples: ['me stats', 'me'],
  async run(_args, context) {
    const { bank, store, from, clock, defaultTimeZone, locale, t } = context;
    const member = await store.member(from);
    const history = await store.history(member);
    if (history.answers === 0) return card('neutral', t('stats.title'), text(t('stats.nothing')));
    const streak = await streakNow(context, member);
    const today = localDateOf(clock.now(), member.timeZone ?? defaultTimeZone);
    const weak = weakTopics(bank, history.best, locale, t);
    return card(
      'neutral',
      t('stats.title'),
      marked('streak', streakText(streak, t)),
      {
        kind: 'fields',
        fields: [
          { label: t('stats.streak'), value: t('stats.days', { days: streak.current }) },
          { label: t('stats.longest'), value: t('stats.days', { days: streak.longest }) },
          { label: t('stats.freezes'), value: t('stats.freezes-value', { count: streak.freezes }) },
          {
            label: t('stats.points'),
            value: t('stats.points-value', { points: roundPoints(history.points) }),
          },
          {
            label: t('stats.answered'),
            value: t('stats.answered-value', { questions: history.best.size, answers: history.answers }),
          },
          ...(weak === '' ? [] : [{ label: t('stats.weak'), value: weak }]),
          { label: t('stats.fortnight'), value: fortnight(today, new Set(history.activeDays), streak) },
        ],
      },
      marked('small', t('stats.legend')),
    );
  },
});
