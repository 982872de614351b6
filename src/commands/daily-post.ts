import type { Bank } from '../bank/bank.ts';
import type { Card } from '../cards/card.ts';
import type { Locale } from '../cards/inline.ts';
import type { Post, Store } from '../core/store.ts';
import { type Translate, translator } from '../texts/index.ts';
import { dailyCard } from './question-card.ts';
import { type Recap, recapBlocks } from './recap-card.ts';

async function recapOf(post: Post, bank: Bank, store: Store): Promise<Recap | undefined> {
  const before = await store.postBefore(post);
  const question = before && bank.questions.get(before.questionId);
  if (before === undefined || question === undefined || before.questionId === post.questionId)
    return undefined;
  return { question, post: before, replies: await store.repliesTo(before.id) };
}

/** What the daily run posts and keeps up to date: the question, and under it what came of the one before. */
export async function dailyPost(
  post: Post,
  locale: Locale,
  bank: Bank,
  store: Store,
  t: Translate = translator(locale),
): Promise<Card | undefined> {
  const question = bank.questions.get(post.questionId);
  if (question === undefined) return undefined;
  const card = dailyCard(question, post.id, post, locale, t);
  const recap = await recapOf(post, bank, store);
  return recap === undefined ? card : { ...card, blocks: [...card.blocks, ...recapBlocks(recap, locale, t)] };
}
