import { describe, expect, it } from 'vitest';
import { DemoError } from '../../src/demos/demo.ts';
import { DEMOS_BY_ID } from '../../src/demos/index.ts';
import type { Results, ResultValue } from '../../src/demos/results.ts';
import { runDemo, viewOf } from '../../src/demos/run.ts';
import { type Params, VALUES } from './optimization-values.ts';

function run(id: string, params: Params = {}): Results {
  const demo = DEMOS_BY_ID.get(id);
  if (demo === undefined) throw new Error(`no demo ${id}`);
  return runDemo(demo, params).results;
}

function list(results: Results, name: string): readonly number[] {
  const value = results[name];
  if (!Array.isArray(value)) throw new Error(`${name} is no list`);
  return value.map(Number);
}

function close(found: ResultValue | undefined, expected: ResultValue, where: string): void {
  if (Array.isArray(expected) && Array.isArray(found)) {
    expect(found.length, where).toBe(expected.length);
    expected.forEach((value: ResultValue, i: number) => {
      close(found[i], value, `${where}[${i}]`);
    });
  } else if (typeof expected === 'number' && typeof found === 'number') {
    expect(Math.abs(found - expected), `${where}: ${found}, not ${expected}`).toBeLessThanOrEqual(
      1e-9 * Math.abs(expected) + 1e-15,
    );
  } else expect(found, where).toEqual(expected);
}

function refusal(id: string, params: Params): string {
  try {
    run(id, params);
  } catch (error) {
    if (error instanceof DemoError) return error.parameter;
    throw error;
  }
  return 'nothing';
}

describe('values of the optimization demos', () => {
  it.each(VALUES)('%s: %s', (id, _what, params, expected) => {
    const results = run(id, params);
    for (const [name, value] of Object.entries(expected)) close(results[name], value, name);
  });
});

describe('refusals of the optimization demos', () => {
  it.each<[string, string, Params]>([
    ['loss-surface', 'w_lo', { w_lo: 5, w_hi: 5 }],
    ['loss-surface', 'b_lo', { b_lo: 11 }],
    ['loss-surface', 'y', { y: [1] }],
    ['local-minima', 'lr', { starts: [3], lr: 0.03, momentum: 0.95, steps: 1000 }],
    ['minibatch-noise', 'batch_sizes', { batch_sizes: [9] }],
    ['minibatch-noise', 'y', { y: [1, 2] }],
    ['adaptive-lr', 'eps', { grads: [0], lr: 9, eps: 1e-320 }],
    ['lr-schedule', 'final', { kind: 'one-cycle', steps: 3, final: 2 }],
    ['gradient-accumulation', 'y', { y: [1] }],
    [
      'saddle-point',
      'hessian',
      {
        hessian: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    ['saddle-point', 'hessian', { hessian: [[1, 2]] }],
    [
      'feature-scaling-gd',
      'x',
      {
        x: [
          [1, 1],
          [2, 1],
          [3, 1],
        ],
        y: [1, 2, 3],
      },
    ],
    [
      'feature-scaling-gd',
      'x',
      {
        x: [
          [1, 2],
          [2, 4],
          [3, 6],
          [5, 10],
        ],
        y: [1, 2, 3, 4],
      },
    ],
    [
      'feature-scaling-gd',
      'x',
      {
        x: [
          [1, 2, 5],
          [2, 4, 3],
          [3, 9, 1],
        ],
        y: [1, 2, 3],
      },
    ],
    ['feature-scaling-gd', 'y', { y: [1, 2, 3] }],
    ['transfer-learning', 'x_a', { x_a: [1, 1, 1, 1] }],
    ['transfer-learning', 'x_b', { x_b: [2, 2, 2, 2] }],
    ['transfer-learning', 'y_b', { y_b: [2, 2] }],
    ['transfer-learning', 'lr', { lr: 0.9 }],
    ['transfer-learning', 'lr', { lr: 1e-9 }],
  ])('%s refuses a bad %s', (id, parameter, params) => {
    expect(refusal(id, params)).toBe(parameter);
  });
});

describe('diverging paths', () => {
  it('are null in the race, and the best is one that stayed', () => {
    const results = run('optimizer-race', { lr: 0.5, steps: 150 });
    expect(results.diverged).toEqual([true, true, true, false, false, false, false, false]);
    expect(results.best).toBe('nadam');
    expect(
      list(results, 'f').filter((_, i) => (results.f as readonly ResultValue[])[i] === null),
    ).toHaveLength(3);
  });
});

describe('L-BFGS', () => {
  /** Minima that scipy.optimize.minimize(method='L-BFGS-B') finds from the same starts. */
  it.each<[string, number, number, number, [number, number]]>([
    ['rosenbrock', -1.2, 1, 5, [1, 1]],
    ['rosenbrock', 4.5, -4.5, 1, [1, 1]],
    ['beale', 1, 1, 20, [3, 0.5]],
    ['beale', 4, 4, 5, [3, 0.5]],
    ['quadratic', -4.5, 4.5, 1, [0, 0]],
  ])('reaches the minimum of %s from (%d, %d) with memory %d', (fn, x0, y0, memory, minimum) => {
    const results = run('lbfgs', { fn, x0, y0, memory });
    expect(results.converged).toBe(true);
    expect(Math.hypot(Number(results.x) - minimum[0], Number(results.y) - minimum[1])).toBeLessThan(1e-5);
    expect(Number(results.grad_norm)).toBeLessThan(1e-6);
  });

  it('says so where it runs away along a valley without a minimum', () => {
    expect(run('lbfgs', { fn: 'beale', x0: -4.5, y0: 4.5 })).toMatchObject({
      converged: false,
      iterations: 500,
    });
  });
});

describe('the noise of mini-batches', () => {
  it('agrees with the formula for a hundred seeds, and vanishes for the full batch', () => {
    for (let seed = 0; seed < 100; seed++) {
      const results = run('minibatch-noise', { seed, trials: 1000 });
      const formula = list(results, 'std_error');
      list(results, 'empirical_std').forEach((found, i) => {
        // The standard deviation of a sample standard deviation is about 1/sqrt(2·1000) of it: 2.2%.
        expect(Math.abs(found - (formula[i] ?? 0))).toBeLessThanOrEqual(0.11 * (formula[i] ?? 0));
      });
      expect(list(results, 'empirical_std').at(-1)).toBe(0);
    }
  });

  it('depends on the seed in empirical_std only', () => {
    const [one, same, other] = [1, 1, 2].map((seed) => run('minibatch-noise', { seed }));
    expect(same).toEqual(one);
    expect(other?.empirical_std).not.toEqual(one?.empirical_std);
    expect({ ...other, empirical_std: 0 }).toEqual({ ...one, empirical_std: 0 });
  });
});

describe('pictures of unusual runs', () => {
  it.each<[string, Params]>([
    ['epoch-steps', { samples: 5, drop_last: true }],
    ['epoch-steps', { samples: 1e9, batch: 1 }],
    ['loss-surface', { x: [0], y: [0], n: 2 }],
    ['adam-steps', { grads: [0] }],
    ['gradient-clipping', { grads: [5], mode: 'value' }],
    ['lr-schedule', { kind: 'plateau', val_loss: [1] }],
    ['newton-method', { fn: 'exp', x0: -5, steps: 50 }],
    [
      'saddle-point',
      {
        p_positive: 0,
        hessian: [
          [0, 0],
          [0, 0],
        ],
      },
    ],
    ['feature-scaling-gd', { x: [[1], [2], [3]], y: [0, 0, 0] }],
    ['transfer-learning', { y_a: [0, 0, 0, 0], y_b: [0, 0, 0, 0] }],
  ])('%s with %j is told in words', (id, params) => {
    const demo = DEMOS_BY_ID.get(id);
    if (demo === undefined) throw new Error(id);
    for (const locale of ['ko', 'en'] as const) {
      const view = viewOf(demo, runDemo(demo, params), locale);
      expect(view.see.length).toBeGreaterThan(15);
      expect(JSON.stringify(view)).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});
