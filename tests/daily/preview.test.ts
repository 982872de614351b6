import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardText } from '../../src/cards/plain.ts';
import { FEW_QUESTIONS, unseenCount, warnWhenLow } from '../../src/daily/low-questions.ts';
import { type DailySettings, postDue } from '../../src/daily/post-due.ts';
import { previewOf } from '../../src/daily/preview.ts';
import { MemoryDoor } from '../support/memory-door.ts';
import { dailyRunOf } from '../support/run.ts';
import { makeWorld, realBank, type World } from '../support/world.ts';

/** What is foreseen against what is posted, and the warning before a channel has seen everything. */

const HOUR = 3600 * 1000;
const PLACE = { workspace: 'team', channel: 'daily' };

describe('looking ahead', () => {
  let world: World;
  let door: MemoryDoor;
  let daily: DailySettings;
  beforeEach(() => {
    // Monday 21 December, 00:00 in Seoul.
    world = makeWorld({ at: '2026-12-20T15:00:00Z' });
    door = world.door;
    daily = dailyRunOf(world, door);
  });
  afterEach(() => world.close());

  const setup = (line: string) => world.say(`setup ${line}`, { member: 'lead', admin: true });

  async function subscription() {
    const found = await world.store.subscription('test', PLACE);
    if (found === undefined) throw new Error('not subscribed');
    return found;
  }

  /** Two weeks, hour by hour. */
  async function live(days: number): Promise<void> {
    for (let hour = 0; hour < 24 * days; hour++) {
      await postDue(daily);
      world.clock.advance(HOUR);
    }
  }

  it.each([
    'zone:Asia/Seoul time:07:30',
    'zone:America/New_York time:23:00 days:매일',
    'zone:Europe/London time:00:00 topics:deep-learning holidays:off',
    'zone:Australia/Lord_Howe time:12:00 pause:12/28',
    'zone:Pacific/Apia days:월수금일',
  ])('is what comes: %s', async (line) => {
    await setup(`holidays:kr skip:12/30 ${line.replace('holidays:off', '')}`);
    const before = await subscription();
    const foreseen = previewOf(
      before,
      await world.store.channelHistory(before),
      realBank(),
      world.clock.now(),
    );
    await live(15);
    const history = await world.store.channelHistory(await subscription());
    const last = foreseen.at(-1)?.date ?? '';
    expect(history.asked.filter((one) => one.localDate <= last)).toEqual(
      foreseen.flatMap(({ date, what }) =>
        what.kind === 'question' ? [{ questionId: what.question.id, localDate: date }] : [],
      ),
    );
    expect(history.asked.map((one) => one.localDate)).not.toContain('2026-12-30');
    expect(history.asked.map((one) => one.localDate)).not.toContain('2027-01-01');
    expect(door.posted.length).toBe(history.asked.length);
  });

  it('changes nothing', async () => {
    await setup('time:07:30');
    const before = await subscription();
    await setup('preview');
    expect(await subscription()).toEqual(before);
    expect((await world.store.channelHistory(before)).asked).toEqual([]);
  });

  it('tells an admin once when few unseen questions are left, and again only after there were enough', async () => {
    await setup('topics:deep-learning levels:1 time:01:00 days:매일');
    await live(3);
    expect(door.posted).toHaveLength(3);
    expect(door.toldAdmins).toHaveLength(1);
    const said = cardText(door.toldAdmins[0]?.card ?? { tone: 'bad', blocks: [] });
    const history = await world.store.channelHistory(await subscription());
    const left = unseenCount(await subscription(), { asked: history.asked.slice(0, 1) }, realBank());
    expect(left).toBeLessThan(FEW_QUESTIONS);
    expect(said).toContain(`${left}개 남았어요`);
    await setup('topics:all levels:all');
    await live(1);
    await setup('topics:deep-learning levels:1');
    await live(1);
    expect(door.toldAdmins.map((one) => one.key)).toEqual(['low-1-2026-12-21', 'low-1-2026-12-25']);
  });

  it('says nothing while there are enough', async () => {
    await setup('time:00:00');
    await live(2);
    expect(door.toldAdmins).toEqual([]);
  });

  it('posts all the same when no admin can be told', async () => {
    await setup('topics:data-structures time:00:00');
    const mute = Object.assign(new MemoryDoor('test'), {
      tellAdmin: () => Promise.reject(new Error('closed')),
    });
    await warnWhenLow(await subscription(), { ...daily, adapters: new Map([['test', mute]]) });
    expect(world.log.lines.at(-1)?.message).toContain('no admin could be told');
  });
});
