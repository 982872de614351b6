import { describe, expect, it } from 'vitest';
import { pacedQueue } from '../../src/daily/pace.ts';

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

describe('a queue with a pace', () => {
  it('starts no more a second than it may, in order', async () => {
    const started: { item: number; at: number }[] = [];
    const queue = pacedQueue<number>({ perSecond: 100, atOnce: 50 }, String, async (item) => {
      started.push({ item, at: performance.now() });
      await sleep(5);
    });
    for (let item = 0; item < 40; item++) queue.add(item);
    await queue.idle();
    expect(started.map((one) => one.item)).toEqual(Array.from({ length: 40 }, (_, index) => index));
    // A late timer is made up for within a tenth of a second, ten items here; the rest is for rounding.
    const took = (started.at(-1)?.at ?? 0) - (started[0]?.at ?? 0);
    expect(took).toBeGreaterThanOrEqual(250);
  });

  it('sends to one place one after another, with its pause, while others go on', async () => {
    const events: string[] = [];
    const starts: number[] = [];
    const queue = pacedQueue<string>(
      { placeMs: 40, atOnce: 10 },
      (item) => item.slice(0, 1),
      async (item) => {
        events.push(item);
        if (item.startsWith('a')) starts.push(performance.now());
        await sleep(item.startsWith('a') ? 30 : 1);
      },
    );
    for (const item of ['a1', 'a2', 'b1', 'a3', 'c1']) queue.add(item);
    await queue.idle();
    expect(events.slice(0, 3)).toEqual(['a1', 'b1', 'c1']);
    expect(events.filter((item) => item.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
    expect((starts[2] ?? 0) - (starts[0] ?? 0)).toBeGreaterThanOrEqual(78);
  });

  it('has no more on the way than it may', async () => {
    let [running, most] = [0, 0];
    const queue = pacedQueue<number>({ atOnce: 3 }, String, async () => {
      running += 1;
      most = Math.max(most, running);
      await sleep(2);
      running -= 1;
    });
    for (let item = 0; item < 12; item++) queue.add(item);
    await queue.idle();
    expect(most).toBe(3);
  });

  it('drops what waits when it stops, and waits for what is on its way', async () => {
    const done: number[] = [];
    const queue = pacedQueue<number>({ atOnce: 1 }, String, async (item) => {
      await sleep(10);
      done.push(item);
    });
    for (let item = 0; item < 5; item++) queue.add(item);
    await queue.stop();
    expect(done).toEqual([0]);
  });
});
