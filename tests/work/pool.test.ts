import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import type { DemoRequest, Work } from '../../src/core/ports.ts';
import { CATALOGUE } from '../../src/demos/catalogue.ts';
import { WORKER } from '../../src/paths.ts';
import { createWork, RUNS_PER_MEMBER } from '../../src/work/pool.ts';
import { Slots } from '../../src/work/slots.ts';
import { EXAMPLES } from '../charts/examples.ts';

const ROUGH = fileURLToPath(new URL('../support/rough-worker.mjs', import.meta.url));

let open: Work[] = [];
function work(file: string, threads = 2): Work {
  const made = createWork({ file, demos: CATALOGUE, threads });
  open.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});

function ask(id: string, given: DemoRequest['given'] = {}): DemoRequest {
  return { id, given, locale: 'ko' };
}

async function refusal(run: Promise<unknown>): Promise<UserError> {
  const error: unknown = await run.then(
    () => new Error('nothing was refused'),
    (caught: unknown) => caught,
  );
  if (error instanceof UserError) return error;
  throw error;
}

describe('the pool of workers', () => {
  it('runs a demo in the words of the asked language', async () => {
    const pool = work(WORKER);
    const run = await pool.demo(ask('softmax', { temperature: '2' }), 'a');
    expect(run.assignments).toBe('temperature=2');
    expect(run.see).toContain('온도');
    expect(run.chart.kind).toBe('bars');
    expect(run.alt).toContain(run.see);
    const english = await pool.demo({ ...ask('softmax'), locale: 'en' }, 'a');
    expect(english.see).toContain('temperature');
    expect(english.variations.every((one) => one.assignments !== '')).toBe(true);
  });

  it('words what cannot be run, from the worker to the member', async () => {
    const pool = work(WORKER);
    expect((await refusal(pool.demo(ask('softmx'), 'a'))).key).toBe('demo.unknown-near');
    const range = await refusal(pool.demo(ask('softmax', { temperature: '0' }), 'a'));
    expect(range.key).toBe('demo.number');
    expect(range.params.parameter).toBe('temperature');
    const refused = await refusal(pool.demo(ask('kmeans', { k: 10 }), 'a'));
    expect(refused.params).toEqual({ parameter: 'k', why: 'x의 행 수(9) 이하여야 해요.' });
  });

  it('draws pictures, the same chart from the cache', async () => {
    const pool = work(WORKER);
    const first = await pool.picture(EXAMPLES.bars);
    expect(Buffer.from(first.subarray(1, 4)).toString()).toBe('PNG');
    expect(await pool.picture({ ...EXAMPLES.bars })).toBe(first);
    expect(await pool.picture(EXAMPLES.xy)).not.toEqual(first);
  });

  it('stops a run that takes too long, and goes on with the next', async () => {
    const pool = work(ROUGH, 1);
    await pool.demo(ask('warm-up'), 'a');
    expect((await refusal(pool.demo(ask('spin'), 'a'))).key).toBe('demo.slow');
    expect((await pool.demo(ask('after'), 'a')).id).toBe('after');
  });

  it('stops a run that takes too much memory, and goes on with the next', async () => {
    const pool = work(ROUGH, 1);
    expect((await refusal(pool.demo(ask('hoard'), 'a'))).key).toBe('demo.memory');
    expect((await pool.demo(ask('after'), 'a')).id).toBe('after');
  });

  it('passes a fault of the program on as one', async () => {
    const pool = work(ROUGH, 1);
    await expect(pool.demo(ask('throw'), 'a')).rejects.toThrow('a fault of the program');
  });

  it('lets a member run two at once and others besides', async () => {
    const pool = work(ROUGH, 1);
    const mine = [pool.demo(ask('wait-1'), 'a'), pool.demo(ask('wait-2'), 'a')];
    expect(mine.length).toBe(RUNS_PER_MEMBER);
    const third = await refusal(pool.demo(ask('wait-3'), 'a'));
    expect(third.key).toBe('demo.busy');
    const other = pool.demo(ask('wait-4'), 'b');
    expect((await Promise.all([...mine, other])).map((run) => run.id)).toEqual([
      'wait-1',
      'wait-2',
      'wait-4',
    ]);
    expect((await pool.demo(ask('wait-5'), 'a')).id).toBe('wait-5');
  });

  it('waits in line without losing time for it: three half-long runs on one thread all finish', async () => {
    const pool = work(ROUGH, 1);
    const runs = ['a', 'b', 'c', 'd'].map((member, index) => pool.demo(ask(`wait-${index}`), member));
    expect((await Promise.all(runs)).length).toBe(4);
  });
});

describe('slots', () => {
  it('let no more than their number run at once, in order', async () => {
    const slots = new Slots(2);
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    const ends: (() => void)[] = [];
    const all = [0, 1, 2, 3].map((index) =>
      slots.run(async () => {
        begun.push(index);
        running += 1;
        most = Math.max(most, running);
        await new Promise<void>((resolve) => ends.push(resolve));
        running -= 1;
      }),
    );
    for (let i = 0; i < 4; i++) {
      await new Promise((resolve) => setImmediate(resolve));
      ends.shift()?.();
    }
    await Promise.all(all);
    expect(begun).toEqual([0, 1, 2, 3]);
    expect(most).toBe(2);
  });

  it('are given back when a task fails', async () => {
    const slots = new Slots(1);
    await expect(slots.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await slots.run(async () => 'yes')).toBe('yes');
  });
});
