import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, rankRows } from '../../src/habits/board.ts';
import { dealTeams, joinTeams, MAX_TEAMS, MIN_TEAMS, TEAM_NAMES } from '../../src/habits/teams.ts';

const strengths = fc.oneof(
  fc.array(fc.nat({ max: 400 }), { maxLength: 60 }),
  // One star among beginners, and everybody alike.
  fc.array(fc.constantFrom(0, 0, 0, 1000), { maxLength: 40 }),
  fc.array(fc.constant(50), { maxLength: 40 }),
);
const members = strengths.map((all) => all.map((strength, index) => ({ memberId: index + 1, strength })));
const count = fc.integer({ min: MIN_TEAMS, max: MAX_TEAMS });

function sizesAndSums(
  deal: ReadonlyMap<number, number>,
  all: readonly { memberId: number; strength: number }[],
  teams: number,
) {
  const rows = Array.from({ length: teams }, () => ({ size: 0, sum: 0 }));
  for (const { memberId, strength } of all) {
    const row = rows[deal.get(memberId) ?? -1];
    if (row === undefined) throw new Error(`member ${memberId} has no team`);
    row.size += 1;
    row.sum += strength;
  }
  return { sizes: rows.map((row) => row.size), sums: rows.map((row) => row.sum) };
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

describe('balanced teams', () => {
  it('differ by one member at most, and in strength by no more than the strongest member has', () => {
    fc.assert(
      fc.property(members, count, (all, teams) => {
        const { sizes, sums } = sizesAndSums(dealTeams(all, teams), all, teams);
        expect(spread(sizes)).toBeLessThanOrEqual(1);
        expect(spread(sums)).toBeLessThanOrEqual(Math.max(0, ...all.map((one) => one.strength)));
      }),
      { numRuns: 1000 },
    );
  });

  it('are the same whatever the order in which members come', () => {
    fc.assert(
      fc.property(members, count, fc.integer(), (all, teams, seed) => {
        const shuffled = all.toSorted((a, b) => ((a.memberId * seed) % 7) - ((b.memberId * seed) % 7));
        expect([...dealTeams(shuffled, teams)].sort()).toEqual([...dealTeams(all, teams)].sort());
      }),
    );
  });

  it('take late-comers into the smallest team, and move nobody', () => {
    fc.assert(
      fc.property(members, count, fc.nat({ max: 12 }), (all, teams, more) => {
        const known = dealTeams(all, teams);
        const late = Array.from({ length: more }, (_, index) => 1000 + index);
        const joined = joinTeams(known, all, late, teams);
        for (const [memberId, team] of known) expect(joined.get(memberId)).toBe(team);
        const everybody = [...all, ...late.map((memberId) => ({ memberId, strength: 0 }))];
        expect(spread(sizesAndSums(joined, everybody, teams).sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('give a late-comer to the weakest of the smallest', () => {
    const all = [10, 20].map((strength, index) => ({ memberId: index + 1, strength }));
    const known = dealTeams(all, 2); // member 2 is stronger and drafted first
    expect(known.get(2)).toBe(0);
    expect(joinTeams(known, all, [3], 2).get(3)).toBe(1);
  });

  it('have names for as many as there can be', () => {
    expect(new Set(TEAM_NAMES).size).toBe(MAX_TEAMS);
  });
});

describe('rows of a board', () => {
  const row = fc.record({
    memberId: fc.nat(),
    value: fc.nat({ max: 4 }),
    attempts: fc.nat({ max: 2 }),
    reachedAt: fc.nat({ max: 2 }),
  });
  const rows = fc.uniqueArray(row, { maxLength: 40, selector: (one) => one.memberId });

  it('stand in one order only: value, fewer attempts, earlier', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const ranked = rankRows(all);
        expect(rankRows(all.toReversed())).toEqual(ranked);
        ranked.slice(1).forEach((one, index) => {
          const before = ranked[index];
          if (before === undefined) return;
          const keys = [
            one.value - before.value,
            before.attempts - one.attempts,
            before.reachedAt - one.reachedAt,
            before.memberId - one.memberId,
          ];
          expect(keys.find((key) => key !== 0)).toBeLessThan(0);
        });
      }),
    );
  });

  it('always show the own one, once', () => {
    fc.assert(
      fc.property(rows, fc.nat({ max: 39 }), (all, which) => {
        const own = all[which];
        if (own === undefined) return;
        const { top, around } = excerpt(rankRows(all), own.memberId, 10);
        const shown = [...top, ...around];
        expect(shown.filter((one) => one.memberId === own.memberId)).toHaveLength(1);
        expect(new Set(shown.map((one) => one.place)).size).toBe(shown.length);
        expect(shown.length).toBeLessThanOrEqual(13);
      }),
    );
  });
});
