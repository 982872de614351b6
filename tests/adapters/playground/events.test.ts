import { get } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { card, text } from '../../../src/cards/build.ts';
import { idOf, startToy, type Toy } from './toy.ts';

let toy: Toy;
beforeEach(async () => {
  toy = await startToy();
});
afterEach(() => toy.close());

interface Page {
  /** Everything the page has heard. */
  heard(): string;
  readonly ended: Promise<void>;
  leave(): void;
}

/** Listens as a page does. */
function listen(query: string): Promise<Page> {
  return new Promise((resolve, reject) => {
    const asked = get(`${toy.url}/api/events?${query}`, { agent: false }, (stream) => {
      let heard = '';
      stream.setEncoding('utf8');
      const ended = new Promise<void>((end) => stream.on('close', () => end()));
      stream.on('error', () => {});
      stream.on('data', (piece: string) => {
        heard += piece;
        resolve({ heard: () => heard, ended, leave: () => asked.destroy() });
      });
    });
    asked.on('error', reject);
  });
}

describe('events', () => {
  it('bring private messages to their member alone', async () => {
    const ada = await listen('channel=one&member=ada&locale=en');
    const bo = await listen('channel=one&member=bo&locale=en');
    await toy.call({ text: '/echo a secret' });
    await toy.call({ text: '/shout' });
    await expect.poll(() => bo.heard()).toContain('shout 1');
    expect(ada.heard()).toContain('a secret');
    expect(bo.heard()).not.toContain('secret');
  });

  it('bring edits, drawn in the language of each page', async () => {
    const ko = await listen('channel=one&member=ada&locale=ko');
    const en = await listen('channel=one&member=bo&locale=en');
    const ref = await toy.playground.post(
      { workspace: 'playground', channel: 'one' },
      card('warn', undefined, text('before')),
      'k',
    );
    await toy.playground.edit(
      { workspace: 'playground', channel: 'one' },
      ref,
      card('warn', undefined, text('after')),
    );
    await expect.poll(() => en.heard()).toContain('after');
    expect(ko.heard()).toContain('주의');
    expect(en.heard()).toContain('Note');
    expect(en.heard().split('event: message')).toHaveLength(3);
  });

  it('tell another channel only that there is something new, and nothing of private answers', async () => {
    const two = await listen('channel=two&member=bo&locale=en');
    await toy.call({ text: '/echo hidden' });
    await toy.call({ text: '/shout' });
    await expect.poll(() => two.heard()).toContain('event: unread\ndata: {"channel":"one"}');
    expect(two.heard().split('event: unread')).toHaveLength(2);
    expect(two.heard()).not.toContain('shout');
  });

  it('mark the own row of each reader on a public board', async () => {
    const ada = await listen('channel=one&member=ada&locale=en');
    const bo = await listen('channel=one&member=bo&locale=en');
    const rows = ['Ada', 'Bo'].map((name, index) => ({
      place: index + 1,
      name,
      value: '1',
      self: name === 'Ada',
    }));
    await toy.playground.post(
      { workspace: 'playground', channel: 'one' },
      card('neutral', 'Board', { kind: 'board', rows }),
      'k',
    );
    await expect.poll(() => bo.heard()).toContain('Board');
    const own = (heard: string) => /tr class=\\"self\\"[\s\S]*?class=\\"name\\">(\w+)</.exec(heard)?.[1];
    expect([own(ada.heard()), own(bo.heard())]).toEqual(['Ada', 'Bo']);
  });

  it('go on for the others when a page has gone', async () => {
    const gone = await listen('channel=one&member=ada&locale=en');
    const stays = await listen('channel=one&member=bo&locale=en');
    gone.leave();
    await gone.ended;
    await toy.call({ text: '/shout' });
    await expect.poll(() => stays.heard()).toContain('shout 1');
  });
});

describe('stopping', () => {
  it('finishes what is under way, refuses what is new, ends the streams and is quick', async () => {
    const page = await listen('channel=one&member=ada&locale=en');
    const slow = toy.call({ text: '/wait' });
    await expect.poll(() => toy.runs.get('wait')).toBe(1);
    const began = performance.now();
    const stopped = toy.playground.stop();
    const refused = await toy.call({ text: '/echo late' });
    expect(refused.status).toBe(503);
    toy.release();
    expect(idOf(await slow)).toBeGreaterThan(0);
    await stopped;
    await page.ended;
    expect(performance.now() - began).toBeLessThan(2000);
    expect(toy.runs.get('echo')).toBeUndefined();
  });
});
