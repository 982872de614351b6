import { join } from 'node:path';
import { createPlayground } from '../../../src/adapters/playground/index.ts';
import { FONTS, MIGRATIONS } from '../../../src/paths.ts';
import { createMessageLog } from '../../../src/store/message-log.ts';
import { openStore } from '../../../src/store/open.ts';
import { adapterContract, type DoorUnderTest, type Seen } from '../../contracts/adapter.ts';
import { makeWorld, temporaryFolder } from '../../support/world.ts';
import { type Answer, CHANNELS, htmlOf, MEMBERS, sendTo } from './toy.ts';

/** The page's protocol as people's side of the contract. */

const plain = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

async function open(): Promise<DoorUnderTest> {
  const world = makeWorld();
  const folder = temporaryFolder();
  const log = openStore(join(folder.path, 'messages.db'), MIGRATIONS);
  const adapter = createPlayground({
    host: '127.0.0.1',
    port: 0,
    log: world.log,
    clock: world.clock,
    messages: createMessageLog(log.db),
    channels: CHANNELS,
    members: MEMBERS,
    defaultLocale: 'ko',
    picture: () => Promise.reject(new Error('no pictures here')),
    fontFolder: FONTS,
  });
  await adapter.start(world.bot);
  const url = adapter.url();

  async function call(
    text: string,
    fields?: Readonly<Record<string, string>>,
    id: string = crypto.randomUUID(),
  ) {
    const body = { id, channel: 'one', member: 'bo', locale: 'ko', text: `/${text}`, fields };
    const headers = { origin: url, 'content-type': 'application/json' };
    return sendTo(url, 'POST', '/api/call', headers, JSON.stringify(body));
  }
  const seen = (answer: Answer): Seen => ({
    text: plain(htmlOf(answer)),
    private: htmlOf(answer).includes('class="whisper"'),
  });
  async function read(member: string): Promise<{ html: string }[]> {
    const { body } = await sendTo(url, 'GET', `/api/messages?channel=one&member=${member}&locale=ko`);
    return JSON.parse(body) as { html: string }[];
  }

  const whispers = async (member: string): Promise<string[]> =>
    (await read(member))
      .filter(({ html }) => html.includes('class="whisper"'))
      .map(({ html }) => plain(html));

  return {
    adapter,
    place: { workspace: 'playground', channel: 'one' },
    posted: async () =>
      (await read('bo'))
        .filter(({ html }) => !html.includes('class="whisper"'))
        .map(({ html }) => plain(html)),
    say: async (line) => seen(await call(line)),
    async form(line) {
      const html = htmlOf(await call(line));
      const submit = /data-submit="([^"]*)"/.exec(html)?.[1] ?? '';
      const fields = [...html.matchAll(/(?:textarea|input)[^>]* name="([^"]*)"/g)].map(
        (match) => match[1] ?? '',
      );
      return { text: plain(html), submit, fields };
    },
    submit: async (line, fields, id) => seen(await call(line, fields, id)),
    toldAdmins: () => whispers('ada'),
    told: whispers,
    somebody: 'bo',
    nowhere: { workspace: 'playground', channel: 'nowhere' },
    async threads() {
      const all = (await read('bo')).map(({ html }) => ({
        text: plain(html),
        name: />↳ ([^<]*)</.exec(html)?.[1],
      }));
      return all.flatMap(({ name, text }) => (name === undefined ? [] : [{ name, text }]));
    },
    async close() {
      await adapter.stop();
      log.sqlite.close();
      await world.close();
      folder.remove();
    },
  };
}

adapterContract('playground', open);
