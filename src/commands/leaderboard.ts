import { card, marked, text } from '../cards/build.ts';
import { defineCommand } from '../core/command.ts';
import { choiceOption } from '../core/option.ts';
import { localDateOf, startOfPeriod } from '../habits/day.ts';
import { rankBoard } from '../habits/points.ts';

const TOP = 10;

export function roundPoints(points: number): number {
  return Math.round(points * 10) / 10;
}

export const leaderboard = defineCommand({
  name: 'leaderboard',
  aliases: ['순위', '랭킹'],
  summary: { ko: '팀 순위를 보여 줘요', en: "Shows the team's leaderboard" },
  options: {
    period: choiceOption({ ko: '기간', en: 'Period' }, false, [
      { value: 'week', label: { ko: '이번 주', en: 'this week' } },
      { value: 'month', label: { ko: '이번 달', en: 'this month' } },
      { value: 'all', label: { ko: '전체', en: 'all time' } },
    ]),
  },
  mode: 'channel',
  listed: true,
  examples: ['leaderboard', 'leaderboard period:all'],
  async run({ period = 'week' }, { store, from, clock, defaultTimeZone, t }) {
    const member = await store.member(from);
    const since = startOfPeriod(period, localDateOf(clock.now(), defaultTimeZone));
    const standings = await store.standings(member.workspaceId, since);
    const ranked = rankBoard(
      standings.map((one) => ({ ...one, member: String(one.memberId).padStart(12, '0') })),
    );
    const title = t(`board.title.${period}`);
    if (ranked.length === 0) return card('neutral', title, text(t('board.empty')));
    const own = ranked.find((row) => row.memberId === member.id);
    return card(
      'neutral',
      title,
      {
        kind: 'board',
        rows: ranked.slice(0, TOP).map((row) => ({
          place: row.place,
          name: row.name,
          value: t('board.points', { points: roundPoints(row.points) }),
          note: t('board.attempts', { attempts: row.attempts }),
          self: row.memberId === member.id,
        })),
      },
      // The board is public: a line of the caller's own stands there only where the top ten leave them out.
      ...(own === undefined || own.place <= TOP
        ? []
        : [
            marked(
              'small',
              t('board.own', { name: own.name, place: own.place, points: roundPoints(own.points) }),
            ),
          ]),
    );
  },
});
