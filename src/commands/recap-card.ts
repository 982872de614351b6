import type { Question, QuestionPoint } from '../bank/question.ts';
import { button, controls, marked } from '../cards/build.ts';
import type { Block } from '../cards/card.ts';
import type { Locale } from '../cards/inline.ts';
import { writeLine } from '../core/line.ts';
import type { Post } from '../core/store.ts';
import type { Replies } from '../core/stores/recap.ts';
import type { Translate } from '../texts/index.ts';

/** What stands under the question of the day about the one before: short, for the question is what the post is for. */

const MAX_MODEL = 240;
const MAX_SHARED = 240;
const MAX_QUESTION = 120;

/** Cuts at a code point, with a mark; lines become one. */
function short(text: string, max: number): string {
  const characters = [...text.replaceAll(/\s+/g, ' ').trim()];
  return characters.length <= max
    ? characters.join('')
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

/** The point that most of the answers lack; of equal ones the weightier. */
export function mostMissed(
  points: readonly QuestionPoint[],
  covered: Replies['covered'],
): { readonly point: QuestionPoint; readonly missed: number } | undefined {
  const counted = points.map((point) => ({
    point,
    missed: covered.filter((ids) => !ids.includes(point.id)).length,
  }));
  counted.sort((a, b) => b.missed - a.missed || b.point.weight - a.point.weight);
  const [first] = counted;
  return first === undefined || first.missed === 0 ? undefined : first;
}

function missedLine(question: Question, { covered }: Replies, locale: Locale, t: Translate): Block[] {
  const most = mostMissed(question.points, covered);
  if (most === undefined) return [];
  const params = { point: most.point[locale], missed: most.missed, count: covered.length };
  return [marked('missed', t('recap.missed', params))];
}

function sharedLines({ shared }: Replies, t: Translate): Block[] {
  if (shared === undefined) return [];
  const { name, score, text } = shared;
  return [marked('small', t('recap.best', { name, score })), marked('quote', short(text, MAX_SHARED))];
}

export interface Recap {
  readonly question: Question;
  readonly post: Post;
  readonly replies: Replies;
}

export function recapBlocks({ question, post, replies }: Recap, locale: Locale, t: Translate): Block[] {
  const asked = { date: post.localDate, question: short(question.question[locale], MAX_QUESTION) };
  const count = replies.covered.length;
  const mean = Math.round(post.mean ?? 0);
  return [
    { kind: 'divider' },
    marked('heading', t('recap.title')),
    marked('small', t('recap.question', asked)),
    marked('small', count === 0 ? t('recap.nobody') : t('recap.count', { count, mean })),
    ...missedLine(question, replies, locale, t),
    ...sharedLines(replies, t),
    marked('small', t('recap.model', { model: short(question.modelText[locale], MAX_MODEL) })),
    controls(button(t('recap.button'), writeLine('model', { question: question.id }))),
  ];
}
