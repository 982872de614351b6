import { button, card, controls, marked, text } from '../cards/build.ts';
import type { Card } from '../cards/card.ts';
import { type Context, defineCommand } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { writeLine } from '../core/line.ts';
import { textOption } from '../core/option.ts';
import type { Member } from '../core/store.ts';
import { memberToday } from './member-day.ts';

/**
 * Says that a member has read today what goes: four letters from member and date (FNV-1a, 32 bits). It is no secret, and grants
 * nothing to others, since everybody deletes their own; it keeps an old button or a line typed by mistake from deleting.
 */
function codeOf(member: Member, date: string): string {
  let hash = 0x811c9dc5;
  for (const character of `${member.workspaceId}/${member.id}/${date}`)
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return hash.toString(36).padStart(4, '0').slice(-4);
}

async function question(context: Context, member: Member, code: string): Promise<Card> {
  const { store, t } = context;
  const { answers, activeDays, appeals, reviews } = await store.exportOf(member);
  return card(
    'neutral',
    t('forget.title'),
    text(
      t('forget.goes', {
        answers: answers.length,
        days: activeDays.length,
        appeals: appeals.length,
        reviews: reviews.length,
      }),
    ),
    text(t('forget.stays')),
    marked('small', t('forget.scope')),
    controls(
      button(t('forget.confirm'), writeLine('me forget', { confirm: code }), 'danger'),
      button(t('forget.export'), writeLine('me export')),
    ),
  );
}

export const meForget = defineCommand({
  name: 'me forget',
  aliases: ['내데이터삭제'],
  summary: { ko: '내 데이터를 모두 지워요 (먼저 물어봐요)', en: 'Deletes all your data (asks first)' },
  options: {
    confirm: textOption({ ko: '확인 글자', en: 'The letters that confirm it' }, false, { max: 8 }),
  },
  mode: 'private',
  listed: true,
  examples: ['me forget'],
  async run({ confirm }, context) {
    const { store, from, t } = context;
    const member = await store.member(from);
    const code = codeOf(member, await memberToday(context, member));
    if (confirm === undefined) return question(context, member, code);
    if (confirm.toLowerCase() !== code) {
      const again = button(t('forget.ask-again'), writeLine('me forget'));
      throw new UserError('error.forget-code', {}, [again]);
    }
    await store.forget(member);
    return card('good', t('forget.done-title'), text(t('forget.done')));
  },
});
