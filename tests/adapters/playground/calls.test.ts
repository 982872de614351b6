import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { card, text } from '../../../src/cards/build.ts';
import { htmlOf, idOf, startToy, type Toy } from './toy.ts';

let toy: Toy;
beforeEach(async () => {
  toy = await startToy();
});
afterEach(() => toy.close());

const ID = '6f2b8d1e-0d5e-4f9e-9b1f-2a3c4d5e6f70';

async function messages(member: string, channel = 'one'): Promise<string[]> {
  const { body } = await toy.send('GET', `/api/messages?channel=${channel}&member=${member}&locale=en`);
  return (JSON.parse(body) as { html: string }[]).map((message) => message.html);
}

describe('a call', () => {
  it('runs the command and stands in the log for its member alone', async () => {
    const answer = await toy.call({ text: '/echo hello there' });
    expect(answer.status).toBe(200);
    expect(htmlOf(answer)).toContain('echo 1: hello there');
    expect(htmlOf(answer)).toContain('Only you can see this');
    expect(await messages('ada')).toHaveLength(1);
    expect(await messages('bo')).toEqual([]);
  });

  it('understands Korean names', async () => {
    expect(htmlOf(await toy.call({ text: '/메아리 안녕' }))).toContain('echo 1: 안녕');
  });

  it('answers in the channel where the command says so', async () => {
    await toy.call({ text: '/shout' });
    expect((await messages('bo'))[0]).toContain('shout 1');
    expect(await messages('bo', 'two')).toEqual([]);
  });

  it('keeps what members say to each other away from the bot', async () => {
    const answer = await toy.call({ text: 'echo this is talk', member: 'bo' });
    expect(htmlOf(answer)).toContain('echo this is talk');
    expect(toy.runs.size).toBe(0);
    expect((await messages('ada'))[0]).toContain('<strong>Bo</strong>');
  });

  it('turns a fault into a card with a reference and keeps the detail in the log', async () => {
    const html = htmlOf(await toy.call({ text: '/broken' }));
    expect(html).not.toContain('secret detail');
    expect(toy.log.lines.some((line) => line.message === 'command failed')).toBe(true);
  });

  it('says what is wrong with a line, privately', async () => {
    const html = htmlOf(await toy.call({ text: '/shout size:huge' }));
    expect(html).toContain('Only you can see this');
    expect(html).toContain('big, small');
    expect(await messages('bo')).toEqual([]);
  });

  it('does not let a member use the command of an admin', async () => {
    await toy.call({ text: '/broken', member: 'bo' });
    expect(toy.log.lines.some((line) => line.message === 'command failed')).toBe(false);
  });
});

describe('the same call twice', () => {
  it('is done once and answered twice', async () => {
    const first = await toy.call({ id: ID, text: '/echo once' });
    const second = await toy.call({ id: ID, text: '/echo once' });
    expect(second.body).toBe(first.body);
    expect(toy.runs.get('echo')).toBe(1);
    expect(await messages('ada')).toHaveLength(1);
  });

  it('is done once when both are under way together', async () => {
    const both = [toy.call({ id: ID, text: '/wait' }), toy.call({ id: ID, text: '/wait' })];
    await expect.poll(() => toy.runs.get('wait')).toBe(1);
    toy.release();
    const [first, second] = await Promise.all(both);
    expect(first?.body).toBe(second?.body);
    expect(toy.runs.get('wait')).toBe(1);
  });

  it('is known even after a restart', async () => {
    const first = await toy.call({ id: ID, text: '/echo once' });
    await toy.restart();
    expect(htmlOf(await toy.call({ id: ID, text: '/echo once' }))).toBe(htmlOf(first));
    expect(toy.runs.get('echo')).toBe(1);
  });

  it('is another call when another member makes it', async () => {
    await toy.call({ id: ID, text: '/echo a' });
    expect(htmlOf(await toy.call({ id: ID, text: '/echo b', member: 'bo' }))).toContain('echo 2: b');
  });

  it('says a message once', async () => {
    await toy.call({ id: ID, text: 'hello' });
    await toy.call({ id: ID, text: 'hello' });
    expect(await messages('bo')).toHaveLength(1);
  });
});

describe('a button that replaces its message', () => {
  const place = { workspace: 'playground', channel: 'one' };

  it('edits the message it stands in', async () => {
    const ref = await toy.playground.post(place, card('neutral', 'first', text('x')), 'k');
    const answer = await toy.call({ text: '/bump', message: Number(ref) });
    expect(idOf(answer)).toBe(Number(ref));
    expect(await messages('bo')).toEqual([expect.stringContaining('bumped 1')]);
  });

  it('answers privately where there is no such message', async () => {
    for (const message of [undefined, 999]) {
      expect(htmlOf(await toy.call({ text: '/bump', message }))).toContain('Only you can see this');
    }
  });

  it("does not touch another member's private message, another channel's, or words that a member wrote", async () => {
    const own = idOf(await toy.call({ text: '/echo mine' }));
    const talk = idOf(await toy.call({ text: 'talk' }));
    await toy.call({ text: '/bump', message: own, member: 'bo' });
    await toy.call({ text: '/bump', message: own, channel: 'two' });
    await toy.call({ text: '/bump', message: talk });
    const seen = (await messages('ada')).join('');
    expect(seen).toContain('echo 1: mine');
    expect(seen).toContain('talk');
  });
});

describe('a form', () => {
  it('comes as a dialog with escaped words, and nothing is stored yet', async () => {
    const html = htmlOf(await toy.call({ text: '/ask' }));
    expect(html).toContain('<dialog');
    expect(html).toContain('Ask &lt;b&gt;');
    expect(html).not.toContain('<img');
    expect(html).toContain('data-max="4000"');
    expect(await messages('ada')).toEqual([]);
  });

  it('runs with the fields once they are sent', async () => {
    expect(htmlOf(await toy.call({ text: '/ask', fields: { answer: 'because' } }))).toContain(
      'asked 1: because',
    );
  });
});

describe('the adapter', () => {
  const place = { workspace: 'playground', channel: 'one' };

  it('posts once for each key, finds it again and edits it', async () => {
    const first = await toy.playground.post(place, card('neutral', 'one'), 'key');
    expect(await toy.playground.post(place, card('neutral', 'other'), 'key')).toBe(first);
    expect(await toy.playground.find(place, 'key')).toBe(first);
    expect(await toy.playground.find(place, 'nothing')).toBeUndefined();
    await toy.playground.edit(place, first, card('neutral', 'edited'));
    expect(await messages('bo')).toEqual([expect.stringContaining('edited')]);
  });

  it('says so when there is no such channel or message', async () => {
    await expect(toy.playground.edit(place, '99', card('neutral', 'x'))).rejects.toThrow('99');
    const nowhere = { workspace: 'playground', channel: 'nowhere' };
    await expect(toy.playground.post(nowhere, card('neutral', 'x'), 'k')).rejects.toThrow();
  });
});

describe('completion', () => {
  it('comes from the bot', async () => {
    const { body } = await toy.send(
      'GET',
      '/api/complete?command=echo&option=words&q=드&locale=ko'.replace('드', '%EB%93%9C'),
    );
    expect(JSON.parse(body)).toEqual([{ value: '드!', label: '드?' }]);
    const none = await toy.send('GET', '/api/complete?command=nothing&option=x&q=&locale=ko');
    expect(JSON.parse(none.body)).toEqual([]);
  });

  it('offers the commands of an admin to admins alone, and never unlisted ones', async () => {
    const boot = async (member: string) => {
      const { body } = await toy.send('GET', `/c/one?as=${member}`);
      const json = /<script type="application\/json" id="boot">([\s\S]*?)<\/script>/.exec(body)?.[1] ?? '';
      return (JSON.parse(json) as { commands: { name: string }[] }).commands.map((command) => command.name);
    };
    expect(await boot('ada')).toEqual(['echo', 'shout', 'wait', 'ask', 'broken']);
    expect(await boot('bo')).toEqual(['echo', 'shout', 'wait', 'ask']);
  });
});
