import { topicName } from '../bank/topics.ts';
import { button, card, controls, marked, text } from '../cards/build.ts';
import { type Context, defineCommand } from '../core/command.ts';
import { writeLine } from '../core/line.ts';
import type { Member } from '../core/store.ts';
import { datesOf } from '../habits/vacation.ts';
import { daysWords, pointsFigure } from './board/view.ts';
import { shortLabel } from './demo-card.ts';
import { topicsByScore } from './me-stats/topics.ts';
import { yearChart } from './me-stats/year.ts';
import { memberToday } from './member-day.ts';
import { offDaysOf } from './off-days.ts';
import { streakText } from './result-card.ts';
import { streakNow } from './streak-now.ts';

/** A topic whose best scores have a lower mean than this is worth naming. */
const WEAK_BELOW = 60;
const MOST_WEAK = 3;
const MOST_BARS = 5;

async function picture(context: Context, member: Member) {
  const { bank, store, locale, t } = context;
  const history = await store.history(member);
  const streak = await streakNow(context, member);
  const today = await memberToday(context, member);
  const topics = topicsByScore(bank, history.best);
  const year = yearChart({
    title: t('stats.picture', { name: member.name }),
    today,
    active: new Set(history.activeDays),
    frozen: new Set<string>(streak.frozenDays),
    vacation: new Set<string>(datesOf(await store.vacations(member))),
    isOffDay: await offDaysOf(context, member.workspaceId, today),
    locale,
    t,
  });
  const facts = [
    { name: t('stats.streak'), value: daysWords(streak.current, t) },
    { name: t('stats.longest'), value: daysWords(streak.longest, t) },
    { name: t('stats.freezes'), value: t('stats.freezes-value', { count: streak.freezes }) },
    { name: t('stats.active'), value: daysWords(year.active, t) },
  ];
  const bars = topics.slice(0, MOST_BARS).map(({ topic, mean }) => ({
    name: topicName(topic, locale),
    share: mean / 100,
    figure: t('stats.topic-value', { mean: Math.round(mean) }),
  }));
  return {
    chart: { ...year.chart, facts, bars: { name: t('stats.topics'), items: bars } },
    facts,
    topics,
    streak,
    history,
  };
}

/** All that the picture says, for those who do not see it. */
function altOf({ facts, topics }: Awaited<ReturnType<typeof picture>>, { locale, t }: Context): string {
  const weak = topics
    .filter(({ mean }) => mean < WEAK_BELOW)
    .slice(0, MOST_WEAK)
    .map(({ topic, mean }) => `${topicName(topic, locale)} ${Math.round(mean)}`);
  return [
    `${facts.map(({ name, value }) => `${name} ${value}`).join(', ')}.`,
    ...(weak.length === 0 ? [] : [t('stats.weak', { topics: weak.join(', ') })]),
  ].join(' ');
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
    const { store, from, locale, t } = context;
    const member = await store.member(from);
    const title = t('stats.title');
    if ((await store.history(member)).answers === 0) return card('neutral', title, text(t('stats.nothing')));
    const drawn = await picture(context, member);
    const weakest = drawn.topics.find(({ mean }) => mean < WEAK_BELOW);
    return card(
      'neutral',
      title,
      marked('streak', streakText(drawn.streak, t)),
      { kind: 'chart', chart: drawn.chart, alt: altOf(drawn, context), name: 'year' },
      {
        kind: 'fields',
        fields: [
          {
            label: t('stats.points'),
            value: t('stats.points-value', { points: pointsFigure(drawn.history.points) }),
          },
          {
            label: t('stats.answered'),
            value: t('stats.answered-value', {
              questions: drawn.history.best.size,
              answers: drawn.history.answers,
            }),
          },
        ],
      },
      controls(
        weakest === undefined
          ? undefined
          : button(
              shortLabel(t('stats.practise', { topic: topicName(weakest.topic, locale) })),
              writeLine('quiz', { topic: weakest.topic }),
            ),
      ),
    );
  },
});
