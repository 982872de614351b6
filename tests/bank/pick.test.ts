import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMEBACK_DAYS, COMEBACK_EVERY } from '../../src/bank/comeback.ts';
import { type PickInput, pickOfTheDay } from '../../src/bank/pick.ts';
import type { Question } from '../../src/bank/question.ts';
import type { Asked } from '../../src/bank/rounds.ts';
import { turnsOf } from '../../src/bank/turns.ts';
import { addDays, daysBetween, toLocalDate } from '../../src/habits/day.ts';
import { realBank } from '../support/world.ts';

const QUESTIONS = [...realBank().questions.values()];
const NONE: PickInput['results'] = new Map();
const START = toLocalDate('2026-11-20');
const SEED = { seed: 20_261_129, numRuns: 200 };

function pick(changes: Partial<PickInput> = {}): Question | undefined {
  return pickOfTheDay({
    questions: QUESTIONS,
    topics: [],
    levels: [],
    asked: [],
    results: NONE,
    seed: 'channel',
    localDate: START,
    ...changes,
  });
}

interface Day extends Asked {
  readonly topic: string;
  /** It had been asked before in this round. */
  readonly back: boolean;
}

/** Asks on `days` consecutive days; `resultsOn` is how the team has done by then. */
function run(
  days: number,
  changes: Partial<PickInput> = {},
  resultsOn: (day: number, asked: readonly Asked[]) => PickInput['results'] = () => changes.results ?? NONE,
): Day[] {
  const pool = QUESTIONS.filter((one) => !changes.topics?.length || changes.topics.includes(one.topic));
  const asked: Day[] = [];
  let seen = new Set<string>();
  for (let day = 0; day < days; day++) {
    if (seen.size === pool.length) seen = new Set();
    const localDate = addDays(START, day);
    const question = pick({ ...changes, asked, localDate, results: resultsOn(day, asked) });
    if (question === undefined) break;
    asked.push({ questionId: question.id, localDate, topic: question.topic, back: seen.has(question.id) });
    seen.add(question.id);
  }
  return asked;
}

function ids(days: readonly Asked[]): string[] {
  return days.map((one) => one.questionId);
}

/**
 * How far a topic strays from its share of the pool over twenty days in a row, at its worst: above and below, and above the share
 * in whole questions.
 */
function strays(
  days: readonly Day[],
  pool: readonly Question[],
): { above: number; below: number; whole: number } {
  let [above, below, whole] = [0, 0, 0];
  for (let start = 0; start + 20 <= days.length; start++) {
    const window = days.slice(start, start + 20);
    for (const topic of new Set(pool.map((one) => one.topic))) {
      const share = (20 * pool.filter((one) => one.topic === topic).length) / pool.length;
      const count = window.filter((one) => one.topic === topic).length;
      above = Math.max(above, count - share);
      below = Math.max(below, share - count);
      whole = Math.max(whole, count - Math.ceil(share));
    }
  }
  return { above, below, whole };
}

/** A team that answers each question badly or well, by chance that depends on the question and on how often it was asked. */
function team(share: number, salt: number) {
  return (_day: number, asked: readonly Asked[]): PickInput['results'] => {
    const results = new Map<string, { mean: number; count: number }>();
    for (const [index, { questionId }] of asked.entries()) {
      const chance = ((index + 1) * 7919 + salt * 104_729 + questionId.length * 31) % 100;
      results.set(questionId, { mean: chance < share ? 20 : 80, count: 3 });
    }
    return results;
  };
}

const salt = fc.integer({ min: 0, max: 1000 });
const share = fc.constantFrom(0, 10, 30, 60, 100);

describe('the pick of the day', () => {
  it('is a pure function: the same state and date give the same question, in whatever order the bank comes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.string(), share, salt, (length, seed, bad, salted) => {
        const asked = run(length, { seed }, team(bad, salted));
        const state = {
          asked,
          seed,
          localDate: addDays(START, length),
          results: team(bad, salted)(0, asked),
        };
        expect(pick({ ...state, questions: [...QUESTIONS].reverse() })?.id).toBe(pick(state)?.id);
      }),
      { ...SEED, numRuns: 30 },
    );
  });

  it('asks every question once before any comes again, comebacks apart', () => {
    fc.assert(
      fc.property(fc.string(), share, salt, (seed, bad, salted) => {
        const regular = run(180, { seed }, team(bad, salted)).filter((one) => !one.back);
        for (let start = 0; start + QUESTIONS.length <= regular.length; start += QUESTIONS.length)
          expect(new Set(ids(regular.slice(start, start + QUESTIONS.length))).size).toBe(QUESTIONS.length);
      }),
      { ...SEED, numRuns: 40 },
    );
    expect(run(200).some((one) => one.back)).toBe(false);
  });

  it('starts with the longest ago when all have been asked', () => {
    const all = ids(run(QUESTIONS.length + 30));
    expect(all.slice(QUESTIONS.length)).toEqual(all.slice(0, 30));
  });

  it('keeps topics within one of their share over any twenty days', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const { above, below } = strays(run(170, { seed }), QUESTIONS);
        expect(Math.max(above, below)).toBeLessThanOrEqual(1);
      }),
      { ...SEED, numRuns: 25 },
    );
  });

  it('never gives a topic more than one question above its share, comebacks included; without them it is within one', () => {
    fc.assert(
      fc.property(fc.string(), share, salt, (seed, bad, salted) => {
        const days = run(170, { seed }, team(bad, salted));
        const regular = strays(
          days.filter((one) => !one.back),
          QUESTIONS,
        );
        expect(Math.max(regular.above, regular.below)).toBeLessThanOrEqual(1);
        expect(strays(days, QUESTIONS).whole).toBeLessThanOrEqual(1);
      }),
      { ...SEED, numRuns: 40 },
    );
  });

  it('brings back what went badly 7, 21 and 60 days after it was asked, until it goes well', () => {
    const all = run(1, { topics: ['deep-learning'] })[0]?.questionId ?? '';
    const results = new Map([[all, { mean: 20, count: 4 }]]);
    const topics = ['deep-learning', 'machine-learning'];
    const first = ids(run(60, { topics })).indexOf(all);
    const days = run(200, { topics }, (day) => (day < first + 100 ? results : NONE));
    const asked = days.filter((one) => one.questionId === all);
    const after = asked.map((one) =>
      daysBetween(toLocalDate(asked[0]?.localDate ?? ''), toLocalDate(one.localDate)),
    );
    expect(after.slice(0, 3)).toEqual([0, COMEBACK_DAYS[0], COMEBACK_DAYS[1]]);
  });

  it('never brings a question back before its mark, after it went well, or more than once in six days', () => {
    fc.assert(
      fc.property(fc.string(), share, salt, (seed, bad, salted) => {
        const days = run(150, { seed }, team(bad, salted));
        const backs = days.flatMap((one, index) => (one.back ? [index] : []));
        for (const [nth, index] of backs.entries()) {
          if (nth > 0) expect(index - (backs[nth - 1] ?? 0)).toBeGreaterThanOrEqual(COMEBACK_EVERY);
          const { questionId, localDate } = days[index] ?? { questionId: '', localDate: START };
          expect(team(bad, salted)(0, days.slice(0, index)).get(questionId)?.mean).toBe(20);
          const before = days.slice(0, index).filter((one) => one.questionId === questionId);
          const sinceRound = before.slice(before.findLastIndex((one) => !one.back));
          const mark = COMEBACK_DAYS[sinceRound.length - 1] ?? Number.NaN;
          const since = daysBetween(toLocalDate(sinceRound[0]?.localDate ?? ''), toLocalDate(localDate));
          expect(since).toBeGreaterThanOrEqual(mark);
        }
      }),
      { ...SEED, numRuns: 40 },
    );
  });

  it('asks a weak topic more often', () => {
    const weak = 'machine-learning';
    const results = new Map(
      QUESTIONS.map((question) => [question.id, { mean: question.topic === weak ? 10 : 90, count: 5 }]),
    );
    const count = (days: Day[]): number => days.filter((one) => one.topic === weak).length;
    expect(count(run(60, { results }))).toBeGreaterThan(count(run(60)));
  });

  it('takes new questions first when some are added, and goes on when some are taken away', () => {
    const [added, ...rest] = QUESTIONS;
    const asked = run(40, { questions: rest });
    const next = run(80, { questions: rest }).map((one) => one.questionId);
    expect(next).toHaveLength(80);
    const all = [...asked, ...rest.map((one) => ({ questionId: one.id, localDate: START }))];
    expect(pick({ asked: all, localDate: addDays(START, 200) })?.id).toBe(added?.id);
    expect(pick({ asked, questions: rest.slice(5), localDate: addDays(START, 40) })).toBeDefined();
  });

  it('keeps to topics and levels, and has nothing where none fits', () => {
    expect(run(5, { topics: ['machine-learning'] }).every((one) => one.topic === 'machine-learning')).toBe(
      true,
    );
    expect(
      run(5, { levels: [1] }).every((one) => realBank().questions.get(one.questionId)?.level === 1),
    ).toBe(true);
    expect(pick({ topics: ['cooking'] })).toBeUndefined();
  });
});

describe('the order of a round', () => {
  it('has every topic as often as it has questions, close to its share in every stretch of twenty', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(sizes, (all) => {
        const order = turnsOf(all);
        expect(all.map((_, topic) => order.filter((one) => one === topic).length)).toEqual(all);
        for (let start = 0; start < order.length; start++) {
          const window = Array.from({ length: 20 }, (_, index) => order[(start + index) % order.length]);
          for (const [topic, size] of all.entries()) {
            const count = window.filter((one) => one === topic).length;
            // One, wherever such an order is found; some sizes have none.
            expect(Math.abs(count - (20 * size) / order.length)).toBeLessThanOrEqual(1.5);
          }
        }
      }),
      { ...SEED, numRuns: 40 },
    );
  });
});
