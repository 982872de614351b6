import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streakNow } from '../../src/commands/streak-now.ts';
import { GOOD_ANSWER, makeWorld, realBank, type World } from '../support/world.ts';

/** What a move to another time zone does to a streak: nothing. */

const HOUR = 3600 * 1000;
const MINSEO = { door: 'test', workspace: 'team', member: 'minseo', name: 'minseo', admin: false };
const ZONES = ['Asia/Seoul', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Pacific/Apia'];

async function current(world: World): Promise<number> {
  const context = { bank: realBank(), store: world.store, clock: world.clock, defaultTimeZone: 'Asia/Seoul' };
  return (await streakNow(context, await world.store.member(MINSEO))).current;
}

const answer = (world: World) =>
  world.say('answer question:dropout-effect', { fields: { answer: GOOD_ANSWER } });
const move = (world: World, zone: string) => world.say(`me settings zone:${zone}`);
const dates = async (world: World) =>
  (await world.store.history(await world.store.member(MINSEO))).activeDays;

describe('a move to another time zone', () => {
  it('keeps the streak from Seoul to New York to Apia, and the dates of answers as they were stored', async () => {
    const world = makeWorld({ at: '2026-11-20T01:00:00Z' });
    await answer(world); // the 20th in Seoul; in New York it is still the 19th
    await move(world, 'America/New_York');
    expect([await current(world), await dates(world)]).toEqual([1, ['2026-11-20']]);
    await answer(world);
    expect([await current(world), await dates(world)]).toEqual([1, ['2026-11-20']]);
    world.clock.advance(24 * HOUR); // the 20th in New York, done already
    await answer(world);
    expect(await current(world)).toBe(1);
    world.clock.advance(24 * HOUR); // the 21st
    await answer(world);
    expect(await current(world)).toBe(2);
    await move(world, 'Pacific/Apia'); // the 22nd there
    expect(await current(world)).toBe(2);
    await answer(world);
    expect([await current(world), await dates(world)]).toEqual([
      3,
      ['2026-11-20', '2026-11-21', '2026-11-22'],
    ]);
    await world.close();
  });

  it('does not fill two dates at one instant', async () => {
    const world = makeWorld({ at: '2026-11-20T12:30:00Z' }); // the 21st in Apia, the 20th in New York
    await move(world, 'Pacific/Apia');
    await answer(world);
    await move(world, 'America/New_York');
    await answer(world);
    expect([await dates(world), await current(world)]).toEqual([['2026-11-21'], 1]);
    await world.close();
  });

  it('excuses the date that a way east leaves out', async () => {
    const world = makeWorld({ at: '2026-11-19T05:00:00Z' });
    await move(world, 'America/New_York');
    await answer(world); // the 19th
    world.clock.at = Date.parse('2026-11-20T12:00:00Z'); // the 20th in New York, unanswered; the 21st in Apia
    await move(world, 'Pacific/Apia');
    await answer(world);
    expect(await current(world)).toBe(2);
    await world.close();
  });

  it('never lowers a streak, on any journey', async () => {
    const stop = fc.tuple(fc.constantFrom(...ZONES), fc.integer({ min: 0, max: 30 }), fc.boolean());
    const world = makeWorld();
    let journeys = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(stop, { minLength: 2, maxLength: 12 }), async (stops) => {
        journeys += 1;
        const traveller = { ...MINSEO, member: `m-${journeys}`, name: `m-${journeys}` };
        const member = await world.store.member(traveller);
        const context = {
          bank: realBank(),
          store: world.store,
          clock: world.clock,
          defaultTimeZone: 'Asia/Seoul',
        };
        const now = async () => (await streakNow(context, await world.store.member(traveller))).current;
        world.clock.at = Date.parse('2026-10-20T00:00:00Z');
        for (const [index, [zone, hours, answers]] of stops.entries()) {
          world.clock.advance(hours * HOUR);
          const before = await now();
          await world.say(`me settings zone:${zone}`, { member: traveller.member });
          expect(await now(), `stop ${index} of ${JSON.stringify(stops)}`).toBeGreaterThanOrEqual(before);
          if (!answers) continue;
          await world.say('answer question:dropout-effect', {
            member: traveller.member,
            fields: { answer: GOOD_ANSWER },
          });
          expect(await now()).toBeGreaterThanOrEqual(before);
        }
        expect(member.id).toBeGreaterThan(0);
      }),
      { numRuns: 60, seed: 7 },
    );
    await world.close();
  });
});
