import { describe, expect, it } from 'vitest';
import { expectClose, refusal, results } from './results-of.ts';

describe('collaborative-filtering', () => {
  const id = 'collaborative-filtering';

  it('equals numpy at the defaults: weighted mean of the ratings 3 and 4', () => {
    const found = results(id);
    expectClose(
      found.similarities,
      [0.9988681377244375, 1, 0.7521014330903549, 0.6715191366878169, 0.8320502943378436],
    );
    expect(found.neighbors).toEqual([0, 4]);
    expect(found.prediction).toBeCloseTo(3.454444217594473, 9);
  });

  it('equals numpy.corrcoef over the shared ratings; 0 where it is undefined', () => {
    const found = results(id, { similarity: 'pearson' });
    // User 4 shares the ratings (4, 4) of user 1: no spread, no correlation.
    expectClose(found.similarities, [1, 1, -0.2773500981126146, -0.6933752452815364, 0]);
    expect(found.neighbors).toEqual([0]);
    expect(found.prediction).toBeCloseTo(3, 9);
  });

  it('does not look at the target cell', () => {
    const rows = '5,3,0,1/4,9,4,1/1,1,5,4/1,0,4,5/5,4,1,0';
    expect(results(id, { ratings: rows })).toEqual(results(id));
  });

  it('compares columns by items, over users who rated both', () => {
    // Column 1 against 0: (3,5), (1,1), (4,5) -> 36 / sqrt(26 * 51); only columns rated by user 1 can be neighbours.
    const found = results(id, { method: 'item', k: 5 });
    expect((found.similarities as readonly number[])[0]).toBeCloseTo(36 / Math.sqrt(26 * 51), 9);
    expect((found.similarities as readonly number[]).length).toBe(4);
    expect([...(found.neighbors as readonly number[])].sort()).toEqual([0, 2, 3]);
  });

  it('takes the lower index on ties', () => {
    const found = results(id, { ratings: '2,0/4,5/8,3/1,1', user: 0, item: 1, k: 2 });
    expectClose(found.similarities, [1, 1, 1, 1]);
    expect(found.neighbors).toEqual([1, 2]);
    expect(found.prediction).toBeCloseTo(4, 9);
  });

  it('keeps equal ratings without spread whatever their mean rounds to', () => {
    const found = results(id, {
      ratings: '0.1,0.1,0.1,0/0.3,0.7,0.1,2/1,2,3,4',
      user: 0,
      item: 3,
      similarity: 'pearson',
    });
    expect(found).toEqual({ similarities: [1, 0, 0], neighbors: [], prediction: null });
  });

  it('predicts nothing without neighbours', () => {
    expect(results(id, { ratings: '0,0/1,2', user: 0, item: 0 })).toEqual({
      similarities: [1, 0],
      neighbors: [],
      prediction: null,
    });
    // One shared rating is too little for Pearson.
    expect(
      results(id, { ratings: '3,0/4,2', user: 0, item: 1, similarity: 'pearson' }).prediction,
    ).toBeNull();
  });

  it('refuses places outside the ratings', () => {
    expect(refusal(id, { user: 5 })).toBe('user');
    expect(refusal(id, { item: 4 })).toBe('item');
  });
});

describe('association-rules', () => {
  const id = 'association-rules';

  it('equals the hand calculation at the defaults', () => {
    const found = results(id);
    expectClose(
      [
        found.support_a,
        found.support_b,
        found.support,
        found.confidence,
        found.lift,
        found.leverage,
        found.conviction,
      ],
      [0.6, 0.8, 0.4, 2 / 3, 5 / 6, -0.08, 0.6],
    );
    // milk, bread, diaper, beer; bread+milk, milk+diaper, bread+diaper.
    expect(found.frequent).toBe(7);
  });

  it('takes several items on a side, keeps the case, and ignores the order and repeats', () => {
    const found = results(id, {
      transactions: ' b , a,a,C / a,b / a,b,C / B,a',
      antecedent: 'b, a',
      consequent: 'C',
      min_support: 0.75,
    });
    expectClose([found.support_a, found.support, found.confidence, found.lift], [3 / 4, 1 / 2, 2 / 3, 4 / 3]);
    expect(found.frequent).toBe(3);
  });

  it('has no conviction at confidence 1, and no confidence or lift without the items', () => {
    const sure = results(id, { transactions: 'a,b / a,b / b / c', antecedent: 'a', consequent: 'b' });
    expect([sure.confidence, sure.conviction]).toEqual([1, null]);
    const unknown = results(id, { antecedent: 'tofu' });
    expect([unknown.confidence, unknown.lift, unknown.conviction, unknown.support]).toEqual([
      null,
      null,
      null,
      0,
    ]);
    const never = results(id, { consequent: 'tofu' });
    expect([never.confidence, never.lift, never.conviction]).toEqual([0, null, 1]);
  });

  it('counts a support that misses the limit by rounding only', () => {
    const transactions = 'a/a/a/b/b/b/b/b/b/b';
    expect(results(id, { transactions, antecedent: 'a', consequent: 'b', min_support: 0.3 }).frequent).toBe(
      2,
    );
  });

  it.each([
    ['consequent', 'sides that overlap', { antecedent: 'milk,bread', consequent: 'bread' }],
    ['antecedent', 'an empty side', { antecedent: ' , ' }],
    ['transactions', 'an empty basket', { transactions: 'a,b / / a' }],
    [
      'transactions',
      '13 items',
      { transactions: 'a,b,c,d,e,f,g,h,i,j,k,l,m', antecedent: 'a', consequent: 'b' },
    ],
  ])('refuses %s: %s', (parameter, _why, given) => {
    expect(refusal(id, given)).toBe(parameter);
  });

  it('counts all sets of 12 items', () => {
    const transactions = 'a,b,c,d,e,f,g,h,i,j,k,l';
    expect(results(id, { transactions, antecedent: 'a', consequent: 'b', min_support: 1 }).frequent).toBe(
      4095,
    );
  });
});
