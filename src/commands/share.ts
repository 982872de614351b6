import { card, marked, text } from '../cards/build.ts';
import type { Card } from '../cards/card.ts';
import type { Locale } from '../cards/inline.ts';
import type { Place } from '../core/call.ts';
import { type Context, defineCommand } from '../core/command.ts';
import { PlaceError, UserError } from '../core/errors.ts';
import { integerOption } from '../core/option.ts';
import type { Member, Post, StoredAnswer } from '../core/store.ts';
import { translator } from '../texts/index.ts';

function sharedCard(answer: StoredAnswer, member: Member, locale: Locale, { bank }: Context): Card {
  const question = bank.questions.get(answer.questionId);
  return card(
    'neutral',
    translator(locale)('share.title', { name: member.name, score: answer.score }),
    ...(question === undefined ? [] : [marked('small', question.question[locale])]),
    marked('quote', answer.text),
  );
}

/** The same for every click, so that two at once come to one message. */
function keyOf(answer: StoredAnswer): string {
  return `share-${answer.id}`;
}

/** True when the card stands in the thread under the question; false where the channel has no threads or does not let us. */
async function intoThread(answer: StoredAnswer, post: Post, shown: Card, context: Context): Promise<boolean> {
  const { store, doors } = context;
  const subscription = await store.subscription(post.door, post.place);
  if (subscription?.thread !== true || post.ref === undefined) return false;
  const title = translator(post.locale)('share.thread', { date: post.localDate });
  try {
    await doors.reply(post.door, post.place, post.ref, title, shown, keyOf(answer));
    return true;
  } catch (error) {
    if (error instanceof PlaceError) return false;
    throw error;
  }
}

async function intoChannel(
  answer: StoredAnswer,
  door: string,
  place: Place,
  shown: Card,
  { doors }: Context,
): Promise<void> {
  try {
    await doors.post(door, place, shown, keyOf(answer));
  } catch (error) {
    if (error instanceof PlaceError) throw new UserError('error.share-place');
    throw error;
  }
}

/**
 * Sharing is the member's consent to show the answer in public: under the question of the day that it answers, wherever the
 * button was pressed; an answer to another question where it was pressed.
 */
export const share = defineCommand({
  name: 'share',
  aliases: ['공유'],
  summary: { ko: '내 답을 모두에게 보여 줘요', en: 'Shows your answer to everybody' },
  options: { answer: integerOption({ ko: '답 번호', en: 'The answer' }, true, 1, Number.MAX_SAFE_INTEGER) },
  mode: 'private',
  listed: false,
  examples: [],
  async run({ answer: id }, context) {
    const { store, from, place, locale, t } = context;
    const member = await store.memberAbout(from, { answer: id });
    const answer = await store.answer(id);
    if (member === undefined || answer?.memberId !== member.id) throw new UserError('error.answer-missing');
    if (answer.shared) return card('neutral', undefined, text(t('share.already')));
    const post = answer.postId === undefined ? undefined : await store.post(answer.postId);
    const shown = sharedCard(answer, member, post?.locale ?? locale, context);
    if (post === undefined) await intoChannel(answer, from.door, place, shown, context);
    else if (!(await intoThread(answer, post, shown, context)))
      await intoChannel(answer, post.door, post.place, shown, context);
    await store.shareAnswer(member, id);
    return card('good', undefined, text(t('share.done')));
  },
});
