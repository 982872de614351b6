import { defineCommand } from '../core/command.ts';
import { choiceOption } from '../core/option.ts';
import { boardCard, boardList } from './board/card.ts';
import { teamBlocks } from './board/team-rows.ts';
import { boardToday, boardView } from './board/view.ts';

const OPTIONS = {
  period: choiceOption({ ko: '기간', en: 'Period' }, false, [
    { value: 'week', label: { ko: '이번 주', en: 'this week' } },
    { value: 'month', label: { ko: '이번 달', en: 'this month' } },
    { value: 'all', label: { ko: '전체', en: 'all time' } },
  ]),
  by: choiceOption({ ko: '기준', en: 'What counts' }, false, [
    { value: 'points', label: { ko: '점수', en: 'points' } },
    { value: 'streak', label: { ko: '이어가기', en: 'running streak' } },
    { value: 'improved', label: { ko: '향상', en: 'most improved' } },
  ]),
};

export const leaderboard = defineCommand({
  name: 'leaderboard',
  aliases: ['순위', '랭킹'],
  summary: { ko: '팀 순위를 보여 줘요', en: "Shows the team's leaderboard" },
  options: OPTIONS,
  mode: 'channel',
  listed: true,
  examples: ['leaderboard', 'leaderboard period:all', 'leaderboard by:streak', 'leaderboard by:improved'],
  async run({ period, by = 'points' }, context) {
    const member = await context.store.member(context.from);
    const view = await boardView(context, member, by, period);
    const isWeek = by === 'points' && (period ?? 'week') === 'week';
    const teams = isWeek
      ? await teamBlocks(context.store, member, await boardToday(context, member), context.t)
      : [];
    const listArgs = { ...(period === undefined ? {} : { period }), by };
    return boardCard(view, member, listArgs, teams, context);
  },
});

/** The same board to read; private, so that a channel does not get it twice. */
export const leaderboardList = defineCommand({
  name: 'leaderboard-list',
  aliases: [],
  summary: { ko: '순위를 목록으로 보여 줘요', en: 'Shows the leaderboard as a list' },
  options: OPTIONS,
  mode: 'private',
  listed: false,
  examples: ['leaderboard-list', 'leaderboard-list period:month by:improved'],
  async run({ period, by = 'points' }, context) {
    const member = await context.store.member(context.from);
    return boardList(await boardView(context, member, by, period), member, context);
  },
});
