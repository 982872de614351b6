import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { htmlOf, startToy, type Toy } from './toy.ts';

let toy: Toy;
beforeAll(async () => {
  toy = await startToy();
});
afterAll(() => toy.close());

describe('bad bodies', () => {
  const post = (body: string) =>
    toy.send('POST', '/api/call', { origin: toy.url, 'content-type': 'application/json' }, body);

  it.each(['', '{', 'null', '[]', '"text"', '42', '{}'])('%j is refused with a message', async (body) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(htmlOf(answer).length).toBeGreaterThan(10);
  });

  it.each([
    ['id', 'not-a-uuid'],
    ['id', 5],
    ['locale', 'fr'],
    ['channel', ''],
    ['member', ['ada']],
    ['text', null],
    ['message', -1],
    ['message', 1.5],
    ['fields', { answer: 7 }],
    ['extra', true],
  ])('a wrong %s (%j) is named', async (key, value) => {
    const answer = await toy.call({ text: '/echo hi', [key]: value });
    expect(answer.status).toBe(400);
    expect(htmlOf(answer)).toContain(String(key));
  });

  it.each([
    [{ channel: 'nowhere' }, 'There is no channel "nowhere".'],
    [{ member: '<b>' }, 'There is no member "<b>".'],
    [{ channel: 'constructor' }, 'There is no channel "constructor".'],
  ])('%j is unknown', async (change, words) => {
    const answer = await toy.call({ text: 'hi', ...change });
    expect([answer.status, htmlOf(answer)]).toEqual([404, words]);
  });

  it.each(['', '  \n ', '\u200b\u200d', '\u0000\u0007', '\u3164'])(
    'the text %j says nothing',
    async (text) => {
      expect((await toy.call({ text })).status).toBe(400);
    },
  );

  it('counts 4,000 code points, not UTF-16 units', async () => {
    expect((await toy.call({ text: '😀'.repeat(4000) })).status).toBe(200);
    const long = await toy.call({ text: '가'.repeat(4001) });
    expect([long.status, htmlOf(long)]).toEqual([400, 'The text is too long: at most 4,000 characters.']);
  });

  it('takes an answer that is too long for the bot, so that the bot can say so, but not 64 KB', async () => {
    expect((await toy.call({ text: '/ask', fields: { answer: '가'.repeat(20_000) } })).status).toBe(200);
    const huge = await toy.call({ text: '/ask', fields: { answer: 'x'.repeat(70_000) } });
    expect([huge.status, htmlOf(huge)]).toEqual([413, 'That is too large: at most 64 KB.']);
  });

  it('words its refusals in the language of the page', async () => {
    const answer = await toy.call({ text: 'hi', channel: 'x' }, { cookie: 'dailygrad_locale=ko' });
    expect(htmlOf(answer)).toBe('"x" 채널은 없어요.');
  });
});

describe('bad addresses', () => {
  it.each([
    ['/c/nowhere', 404],
    ['/c/one?as=nobody', 404],
    ['/nowhere', 404],
    ['/assets/../index.ts', 404],
    ['/assets/..%2findex.ts', 404],
    ['/client/nothing.js', 404],
    ['/api/messages?channel=one', 404],
    ['/api/events?channel=one&member=nobody', 404],
    ['/api/complete?command=echo&option=words&q=x&locale=fr', 400],
    ['/api/complete?command=echo', 400],
  ])('%s is %i, with words', async (path, status) => {
    const answer = await toy.send('GET', path);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('Error:');
    expect(answer.body.length).toBeGreaterThan(20);
  });

  it('escapes what the address says in the page that refuses it', async () => {
    const { body } = await toy.send('GET', '/c/%3Cscript%3Ealert(1)%3C%2Fscript%3E');
    expect(body).toContain('&lt;script&gt;');
    expect(body).not.toContain('<script>alert');
  });
});
