import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attempt, type BoardRow, LEVEL_WEIGHT, pointsOf, rankBoard } from '../../src/habits/points.ts';

const KINDS = ['daily', 'quiz', 'interview', 'review'] as const;

function attempts(...rows: (Partial<Attempt> & { score: number })[]): Attempt[] {
  return rows.map((row, i) => ({
    id: i,
    member: 'minji',
    question: 'dropout',
    level: 1,
    kind: 'daily',
    at: i,
    ...row,
  }));
}

function pointsFor(...rows: (Partial<Attempt> & { score: number })[]): number[] {
  return pointsOf(attempts(...rows)).map((award) => award.points);
}

describe('pointsOf', () => {
  it.each([
    ['daily', 1, 80, 80],
    ['daily', 2, 80, 120],
    ['daily', 3, 80, 160],
    ['quiz', 1, 80, 40],
    ['quiz', 2, 75, 56.25],
    ['review', 3, 75, 75],
    ['interview', 2, 33, 24.75],
    ['daily', 3, 0, 0],
    ['daily', 3, 100, 200],
  ] as const)('a first %s answer at level %i with score %i adds %d', (kind, level, score, expected) => {
    expect(pointsFor({ kind, level, score })).toEqual([expected]);
  });

  it.each([
    ['improvement counts half', [{ score: 40 }, { score: 90 }], [40, 25]],
    ['a worse retry adds nothing', [{ score: 90 }, { score: 40 }], [90, 0]],
    ['nor does the same score', [{ score: 90 }, { score: 90 }], [90, 0]],
    ['only the best so far matters', [{ score: 60 }, { score: 20 }, { score: 70 }], [60, 0, 5]],
    [
      'a retry is weighted by level',
      [
        { score: 50, level: 3 },
        { score: 100, level: 3 },
      ],
      [100, 50],
    ],
    ['a first answer of 0 is still the first', [{ score: 0 }, { score: 80 }], [0, 40]],
    [
      'the daily question after a quiz on it is a retry',
      [{ score: 50, kind: 'quiz' }, { score: 80 }],
      [25, 15],
    ],
    [
      'a review after the daily question is one too',
      [{ score: 50 }, { score: 80, kind: 'review' }],
      [50, 15],
    ],
    ['another question is another first answer', [{ score: 50 }, { score: 80, question: 'adam' }], [50, 80]],
    ['another member too', [{ score: 50 }, { score: 80, member: 'jun' }], [50, 80]],
  ] as const)('%s', (_name, rows, expected) => {
    expect(pointsFor(...rows)).toEqual(expected);
  });

  it('keeps members and questions apart even when their ids could be run together', () => {
    expect(
      pointsFor({ member: 'a', question: 'b:c', score: 50 }, { member: 'a:b', question: 'c', score: 80 }),
    ).toEqual([50, 80]);
    expect(pointsFor({ member: '__proto__', question: 'constructor', score: 50 })).toEqual([50]);
  });

  it('gives one award an attempt, with its id and member, and leaves the input alone', () => {
    const input = Object.freeze(attempts({ id: 'x1', score: 50 }, { id: 7, member: 'jun', score: 60 }));
    expect(pointsOf(input)).toEqual([
      { id: 'x1', member: 'minji', points: 50 },
      { id: 7, member: 'jun', points: 60 },
    ]);
    expect(pointsOf([])).toEqual([]);
  });

  it.each([-1, 101, Number.NaN, Number.POSITIVE_INFINITY])('refuses the score %s', (score) => {
    expect(() => pointsFor({ score })).toThrow(RangeError);
  });
});

const anyAttempts = fc
  .array(
    fc.record({
      member: fc.constantFrom('minji', 'jun', 'sora'),
      question: fc.constantFrom('dropout', 'adam', 'bias'),
      level: fc.constantFrom(1 as const, 2 as const, 3 as const),
      kind: fc.constantFrom(...KINDS),
      score: fc.integer({ min: 0, max: 100 }),
    }),
    { maxLength: 40 },
  )
  .map((rows) => attempts(...rows));

/** Awards by attempt id. */
function byId(all: readonly Attempt[]): Map<Attempt['id'], number> {
  return new Map(pointsOf(all).map((award) => [award.id, award.points]));
}

function total(all: readonly Attempt[]): number {
  return pointsOf(all).reduce((sum, award) => sum + award.points, 0);
}

describe('pointsOf, whatever is answered', () => {
  it('adds exact, non-negative quarters, at most score times weight', () => {
    fc.assert(
      fc.property(anyAttempts, (all) => {
        for (const [i, { points }] of pointsOf(all).entries()) {
          const { score = 0, level = 1 } = all[i] ?? {};
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(score * LEVEL_WEIGHT[level]);
          expect(Number.isInteger(points * 4)).toBe(true);
        }
      }),
    );
  });

  it('a retry never adds more than half its improvement times the weight', () => {
    fc.assert(
      fc.property(anyAttempts, (all) => {
        const awards = byId(all);
        for (const [i, { id, member, question, level, score }] of all.entries()) {
          const earlier = all.slice(0, i).filter((one) => one.member === member && one.question === question);
          if (earlier.length === 0) continue;
          const best = Math.max(...earlier.map((one) => one.score));
          expect(awards.get(id)).toBe(Math.max(0, score - best) * LEVEL_WEIGHT[level] * 0.5);
        }
      }),
    );
  });

  it('does not depend on what other members do, nor when', () => {
    fc.assert(
      fc.property(anyAttempts, (all) => {
        const own = all.filter(({ member }) => member === 'minji');
        const others = all.filter(({ member }) => member !== 'minji');
        const together = byId(all);
        for (const order of [own, [...others, ...own], [...own, ...others.toReversed()]]) {
          const awards = byId(order);
          for (const { id } of own) expect(awards.get(id)).toBe(together.get(id));
        }
      }),
    );
  });

  it('sums to the same total in any order of adding', () => {
    fc.assert(
      fc.property(anyAttempts, (all) => {
        const points = pointsOf(all).map((award) => award.points);
        const forward = points.reduce((sum, value) => sum + value, 0);
        expect(points.toReversed().reduce((sum, value) => sum + value, 0)).toBe(forward);
      }),
    );
  });

  it('a score raised on appeal never lowers the total', () => {
    const sameLevel = anyAttempts.map((all) => all.map((one) => ({ ...one, level: 2 as const })));
    fc.assert(
      fc.property(sameLevel, fc.nat(), fc.integer({ min: 0, max: 100 }), (all, pick, score) => {
        const at = all.length === 0 ? -1 : pick % all.length;
        const raised = all.map((one, i) => (i === at ? { ...one, score: Math.max(one.score, score) } : one));
        expect(total(raised)).toBeGreaterThanOrEqual(total(all));
      }),
    );
  });
});

describe('rankBoard', () => {
  it('orders by points, then fewer attempts, then earlier, then member id', () => {
    const rows: BoardRow[] = [
      { member: 'e', points: 50, attempts: 1, reachedAt: 1 },
      { member: 'd', points: 100, attempts: 3, reachedAt: 9 },
      { member: 'c', points: 100, attempts: 3, reachedAt: 9 },
      { member: 'b', points: 100, attempts: 3, reachedAt: 5 },
      { member: 'a', points: 100, attempts: 2, reachedAt: 99 },
      { member: 'z', points: 100.25, attempts: 50, reachedAt: 99 },
    ];
    expect(rankBoard(rows).map(({ place, member }) => `${place} ${member}`)).toEqual([
      '1 z',
      '2 a',
      '3 b',
      '4 c',
      '5 d',
      '6 e',
    ]);
  });

  it('keeps what else a row carries and leaves the input alone', () => {
    const rows = Object.freeze([{ member: 'a', points: 1, attempts: 1, reachedAt: 1, name: '민지' }]);
    expect(rankBoard(rows)).toEqual([
      { member: 'a', points: 1, attempts: 1, reachedAt: 1, name: '민지', place: 1 },
    ]);
    expect(rankBoard([])).toEqual([]);
  });

  it('is the same board whatever order the rows come in', () => {
    const row = fc.record({
      member: fc.string(),
      points: fc.integer({ min: 0, max: 8 }).map((quarters) => quarters / 4),
      attempts: fc.integer({ min: 1, max: 3 }),
      reachedAt: fc.integer({ min: 0, max: 3 }),
    });
    const rows = fc.uniqueArray(row, { selector: ({ member }) => member, maxLength: 20 });
    fc.assert(
      fc.property(
        rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const board = rankBoard(all);
          expect(rankBoard(shuffled)).toEqual(board);
          expect(board.map(({ place }) => place)).toEqual(all.map((_, i) => i + 1));
          for (const [i, next] of board.slice(1).entries()) {
            expect(next.points).toBeLessThanOrEqual(board[i]?.points ?? 0);
          }
        },
      ),
    );
  });
});
