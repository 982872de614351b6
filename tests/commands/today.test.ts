import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { subscription } from '../support/subscription.ts';
import { makeWorld, type World, words } from '../support/world.ts';

/** Friday, an hour before the question of a channel in Seoul. */
const BEFORE = '2026-11-20T08:00:00+09:00';
const DUE = Date.parse('2026-11-20T09:00:00+09:00');

describe('today, without a question yet', () => {
  let world: World;
  beforeEach(() => {
    world = makeWorld({ at: BEFORE });
  });
  afterEach(() => world.close());

  const subscribe = () =>
    world.store.subscribe({
      ...subscription(DUE),
      door: 'test',
      place: { workspace: 'team', channel: 'daily' },
    });

  it.each([
    ['ko', /다음 질문: 11월 20일 \(금\) 09:00/],
    // Versions of ICU differ in what stands between date and time.
    ['en', /Next question: Fri 20 November(?:,| at) 09:00/],
  ] as const)('says in %s when the next one comes', async (locale, said) => {
    await subscribe();
    const reply = await world.say('today', { locale });
    expect(words(reply)).toMatch(said);
    const [block] = reply.card.blocks;
    expect(block).toMatchObject({
      text: [expect.any(String), ' ', expect.any(String), ' ', { kind: 'time', at: DUE, as: 'minute' }],
    });
  });

  it('promises nothing for a channel that has no subscription, or a paused one', async () => {
    expect(words(await world.say('today'))).not.toContain('다음 질문');
    const { id } = await subscribe();
    await world.store.pause(id);
    expect(words(await world.say('today'))).not.toContain('다음 질문');
  });
});
