import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardText } from '../../src/cards/plain.ts';
import { postDue } from '../../src/daily/post-due.ts';
import { refreshPosts } from '../../src/daily/refresh.ts';
import { DailyWorld } from '../support/daily.ts';
import { PLACE } from '../support/subscription.ts';
import { realBank } from '../support/world.ts';

let world: DailyWorld;
beforeEach(async () => {
  world = new DailyWorld('2026-11-19T00:00:00Z');
  await world.subscribe();
  await postDue(world.settings);
});
afterEach(() => world.close());

async function answers(
  name: string,
  score: number,
  covered: readonly string[],
  text: string,
  shared: boolean,
) {
  const { store } = world.settings;
  const post = await store.latestPost('door', PLACE);
  const member = await store.member({ door: 'door', workspace: 'team', member: name, name, admin: false });
  const { answer } = await store.recordAnswer({
    interactionId: `${name} ${score} ${post?.id}`,
    member,
    questionId: post?.questionId ?? '',
    level: 1,
    kind: 'daily',
    postId: post?.id ?? 0,
    text,
    score,
    covered,
    version: '1',
    at: world.clock.at,
    localDate: post?.localDate ?? '',
    active: true,
    pointsFor: () => 1,
  });
  if (shared) await store.shareAnswer(member, answer.id);
}

async function nextPost(): Promise<string> {
  world.clock.advance(24 * 3600 * 1000);
  await postDue(world.settings);
  const card = world.platform.messages.at(-1)?.card;
  return card === undefined ? '' : cardText(card);
}

async function question() {
  const post = await world.settings.store.latestPost('door', PLACE);
  const found = realBank().questions.get(post?.questionId ?? '');
  if (found === undefined) throw new Error('no question was posted');
  return found;
}

describe('the recap of the question before', () => {
  it('is missing on the first day', () => {
    expect(cardText(world.platform.messages[0]?.card ?? { tone: 'neutral', blocks: [] })).not.toContain(
      '지난 질문',
    );
  });

  it('tells count, mean, the point missed most and the best shared answer, by name and without a mention', async () => {
    const asked = await question();
    const [first, ...rest] = asked.points.map((point) => point.id);
    await answers('민서', 90, [first ?? '', ...rest], '@everyone 공유하지 않은 답', false);
    await answers('지우', 70, [first ?? ''], '<@1> 공유한 답이에요', true);
    await answers('하루', 20, [first ?? ''], '낮은 답도 공유했어요', true);
    const shown = await nextPost();
    expect(shown).toContain('지난 질문 돌아보기');
    expect(shown).toContain('3명이 답했고 평균은 60점이었어요.');
    expect(shown).toContain('(3명 중 2명)');
    expect(shown).toContain('지우 님, 70점');
    expect(shown).toContain('공유한 답이에요');
    for (const hidden of ['공유하지 않은 답', '낮은 답도']) expect(shown).not.toContain(hidden);
    expect(shown).toContain('지난 질문의 모범 답안');
  });

  it('counts the best answer of a member once', async () => {
    const asked = await question();
    await answers('민서', 20, [], '처음', false);
    await answers(
      '민서',
      100,
      asked.points.map((point) => point.id),
      '다시',
      false,
    );
    const shown = await nextPost();
    expect(shown).toContain('1명이 답했고 평균은 100점이었어요.');
    expect(shown).not.toContain('가장 많이 빠진');
  });

  it('shows the model answer where nobody answered', async () => {
    const asked = await question();
    const shown = await nextPost();
    expect(shown).toContain('지난 질문에는 답이 없었어요.');
    expect(shown).toContain(asked.modelText.ko.replaceAll(/\s+/g, ' ').slice(0, 60));
  });

  it('stays when the count on the card is brought up to date', async () => {
    await nextPost();
    await answers('민서', 80, [], '오늘의 답', false);
    await refreshPosts(world.settings);
    const shown = cardText(world.platform.messages.at(-1)?.card ?? { tone: 'neutral', blocks: [] });
    expect(shown).toContain('1명이 답했고 평균은 80점');
    expect(shown).toContain('지난 질문 돌아보기');
  });

  it('opens the model answer of an earlier day to everybody in its channel', async () => {
    const { store } = world.settings;
    const asked = await question();
    expect(await store.isPast('door', PLACE, asked.id)).toBe(false);
    await nextPost();
    expect(await store.isPast('door', PLACE, asked.id)).toBe(true);
    expect(await store.isPast('door', { ...PLACE, channel: 'another' }, asked.id)).toBe(false);
  });
});
