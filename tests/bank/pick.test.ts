import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMEBACK_AFTER, COMEBACK_EVERY, type PickInput, pickOfTheDay } from '../../src/bank/pick.ts';
import type { Question } from '../../src/bank/question.ts';
import { realBank } from '../support/world.ts';

const QUESTIONS = [...realBank().questions.values()];
const NONE: PickInput['results'] = new Map();

function pick(changes: Partial<PickInput> = {}): Question | undefined {
  return pickOfTheDay({
    questions: QUESTIONS,
    topics: [],
    levels: [],
    asked: [],
    results: NONE,
    seed: 'channel',
    ...changes,
  });
}

/** Asks on `days` consecutive days. */
function run(days: number, changes: Partial<PickInput> = {}): string[] {
  const asked: { questionId: string; localDate: string }[] = [];
  for (let day = 0; day < days; day++) {
    const question = pick({ ...changes, asked });
    if (question === undefined) break;
    asked.push({ questionId: question.id, localDate: String(day).padStart(4, '0') });
  }
  return asked.map((one) => one.questionId);
}

describe('the pick of the day', () => {
  it('is a pure function: the same state gives the same question', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: QUESTIONS.length }), fc.string(), (length, seed) => {
        const asked = QUESTIONS.slice(0, length).map((question, index) => ({
          questionId: question.id,
          localDate: String(index),
        }));
        expect(pick({ asked, seed })?.id).toBe(pick({ asked, seed, questions: [...QUESTIONS] })?.id);
      }),
    );
  });

  it('asks every question once before any comes again', () => {
    const ids = run(QUESTIONS.length);
    expect(new Set(ids).size).toBe(QUESTIONS.length);
  });

  it('starts with the longest ago when all have been asked', () => {
    const ids = run(QUESTIONS.length + 5);
    expect(ids.slice(QUESTIONS.length)).toEqual(ids.slice(0, 5));
  });

  it('takes topics in turn', () => {
    const topics = run(4).map((id) => realBank().questions.get(id)?.topic);
    expect(new Set(topics.slice(0, 2)).size).toBe(2);
  });

  it('gives a weak topic more turns', () => {
    const weak = 'machine-learning';
    const results = new Map(
      QUESTIONS.map((question) => [question.id, { mean: question.topic === weak ? 10 : 90, count: 5 }]),
    );
    const count = (ids: string[]): number =>
      ids.filter((id) => realBank().questions.get(id)?.topic === weak).length;
    expect(count(run(30, { results }))).toBeGreaterThan(count(run(30)));
  });

  it('brings back what went badly, after a while and not every day', () => {
    const bad = run(1)[0] ?? '';
    const results = new Map([[bad, { mean: 20, count: 4 }]]);
    const ids = run(40, { results });
    const again = ids.indexOf(bad, 1);
    expect(again).toBeGreaterThan(COMEBACK_AFTER);
    expect(again % COMEBACK_EVERY).toBe(0);
    expect(ids.filter((id) => id === bad).length).toBeLessThanOrEqual(1 + 40 / COMEBACK_EVERY);
  });

  it('keeps to topics and levels, and has nothing where none fits', () => {
    expect(
      run(5, { topics: ['machine-learning'] }).every(
        (id) => realBank().questions.get(id)?.topic === 'machine-learning',
      ),
    ).toBe(true);
    expect(run(5, { levels: [1] }).every((id) => realBank().questions.get(id)?.level === 1)).toBe(true);
    expect(pick({ topics: ['cooking'] })).toBeUndefined();
  });
});
