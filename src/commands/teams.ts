import { card, marked, text } from '../cards/build.ts';
import type { Block } from '../cards/card.ts';
import { type Context, defineCommand } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { integerOption } from '../core/option.ts';
import type { Member } from '../core/store.ts';
import { MAX_TEAMS, MIN_TEAMS } from '../habits/teams.ts';
import { teamName, teamsOfWeek, weekOf } from './board/team-rows.ts';
import { boardToday } from './board/view.ts';

/** Names of a team that are written out; a large team would fill the card. */
const NAMED = 20;

function namesOf(names: readonly string[], { t }: Context): string {
  const shown = names.slice(0, NAMED).join(', ');
  return names.length > NAMED ? t('teams.more', { names: shown, count: names.length - NAMED }) : shown;
}

async function teamsNow(context: Context, member: Member, count: number): Promise<Block[]> {
  const { store, t } = context;
  const week = weekOf(await boardToday(context, member));
  const deal = await teamsOfWeek(store, member.workspaceId, week, count);
  if (deal.size === 0) return [text(t('teams.nobody'))];
  const names = await store.memberNames(member.workspaceId);
  return Array.from({ length: count }, (_, team) => {
    const members = [...deal].filter(([, one]) => one === team).map(([id]) => names.get(id) ?? '–');
    return [
      marked('heading', `${teamName(team)} · ${t('teams.members', { count: members.length })}`),
      ...(members.length === 0 ? [] : [text(namesOf(members, context))]),
    ];
  }).flat();
}

export const teams = defineCommand({
  name: 'teams',
  aliases: ['팀나누기'],
  summary: { ko: '매주 균형 잡힌 팀으로 나눠요', en: 'Deals members into balanced teams each week' },
  options: {
    count: integerOption(
      { ko: '팀 수 2~6, 0은 끄기', en: 'Number of teams, 2 to 6; 0 for none' },
      false,
      0,
      MAX_TEAMS,
    ),
  },
  mode: 'private',
  admin: true,
  listed: true,
  examples: ['teams', 'teams count:2', 'teams count:0'],
  async run({ count }, context) {
    const { store, t } = context;
    const member = await store.member(context.from);
    if (count !== undefined) {
      if (count > 0 && count < MIN_TEAMS) throw new UserError('error.teams');
      const known = await store.teamCount(member.workspaceId);
      const wanted = count === 0 ? undefined : count;
      // The same number again must not shuffle the week's teams.
      if (wanted !== known)
        await store.setTeamCount(member.workspaceId, wanted, weekOf(await boardToday(context, member)));
      if (wanted === undefined) return card('neutral', t('teams.title'), text(t('teams.switched-off')));
    }
    const now = await store.teamCount(member.workspaceId);
    if (now === undefined) return card('neutral', t('teams.title'), text(t('teams.off')));
    return card(
      'neutral',
      t('teams.title'),
      text(t('teams.on', { count: now })),
      ...(await teamsNow(context, member, now)),
    );
  },
});
