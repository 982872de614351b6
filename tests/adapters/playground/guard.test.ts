import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOwnHost } from '../../../src/adapters/playground/guard.ts';
import { startToy, type Toy } from './toy.ts';

let toy: Toy;
beforeAll(async () => {
  toy = await startToy();
});
afterAll(() => toy.close());

const ORIGIN = () => ({ origin: toy.url, 'content-type': 'application/json' });
const GOOD = () =>
  JSON.stringify({
    id: crypto.randomUUID(),
    channel: 'one',
    member: 'ada',
    locale: 'en',
    text: '/echo hello',
  });

describe('who may reach the page', () => {
  it.each([
    ['localhost:3000', '127.0.0.1', true],
    ['127.0.0.1:3000', '127.0.0.1', true],
    ['[::1]:3000', '::1', true],
    ['LOCALHOST', '127.0.0.1', true],
    ['box.lan:3000', 'box.lan', true],
    ['192.168.0.7:3000', '0.0.0.0', true],
    ['[fe80::1]:3000', '::', true],
    ['evil.example', '127.0.0.1', false],
    ['evil.example:3000', '0.0.0.0', false],
    ['127.0.0.1.evil.example', '127.0.0.1', false],
    ['localhost.evil.example:3000', '127.0.0.1', false],
    ['192.168.0.7:3000', '127.0.0.1', false],
    [undefined, '127.0.0.1', false],
  ])('the host header %s at a server on %s: %s', (header, configured, allowed) => {
    expect(isOwnHost(header, configured)).toBe(allowed);
  });

  it('refuses a rebound name on every address', async () => {
    for (const path of ['/', '/api/messages?channel=one&member=ada', '/assets/base.css']) {
      expect((await toy.send('GET', path, { host: 'evil.example' })).status).toBe(421);
    }
    expect((await toy.send('POST', '/api/call', { ...ORIGIN(), host: 'evil.example' }, GOOD())).status).toBe(
      421,
    );
  });

  it.each(['http://evil.example', 'null', 'http://localhost:1', 'https://evil.example:443'])(
    'refuses a call from the origin %s',
    async (origin) => {
      const answer = await toy.send('POST', '/api/call', { ...ORIGIN(), origin }, GOOD());
      expect(answer.status).toBe(403);
      expect(toy.runs.get('echo') ?? 0).toBe(0);
    },
  );

  it('refuses a call without an origin and one that a plain form could send', async () => {
    expect((await toy.send('POST', '/api/call', { 'content-type': 'application/json' }, GOOD())).status).toBe(
      403,
    );
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
      expect(
        (await toy.send('POST', '/api/call', { ...ORIGIN(), 'content-type': type }, GOOD())).status,
      ).toBe(415);
    }
    expect(toy.runs.get('echo') ?? 0).toBe(0);
  });

  it('changes nothing on GET', async () => {
    expect((await toy.send('GET', '/api/call')).status).toBe(404);
  });
});

describe('what every answer carries', () => {
  it.each([
    '/',
    '/nowhere',
    '/assets/base.css',
    '/api/messages?channel=one&member=ada',
    '/api/messages?channel=x',
  ])('%s forbids everything that the page does not need', async (path) => {
    const { headers } = await toy.send('GET', path);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  it('has no inline script, style or handler in the page', async () => {
    const { body } = await toy.send('GET', '/');
    expect(body).not.toMatch(/\sstyle="/);
    expect(body).not.toMatch(/\son\w+="/);
    expect(body.match(/<script\b[^>]*>/g)?.every((tag) => / src="|application\/json/.test(tag))).toBe(true);
  });
});
