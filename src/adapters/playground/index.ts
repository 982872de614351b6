import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { marked } from '../../cards/build.ts';
import { PlaceError } from '../../core/errors.ts';
import type { Adapter } from '../adapter.ts';
import { createApp } from './app.ts';
import { readAssets } from './assets.ts';
import { type Calls, createCalls } from './calls.ts';
import { createHub } from './hub.ts';
import { createRoom } from './room.ts';
import { close, listen } from './server.ts';
import { DOOR, type PlaygroundSettings } from './settings.ts';

export type { PlaygroundChannel, PlaygroundMember, PlaygroundSettings } from './settings.ts';

export interface Playground extends Adapter {
  /** Where the page is, once started. */
  url(): string;
}

/** Our own page takes many edits. */
const REFRESH_MS = 1000;

/** A web page that looks like a chat: the door that needs no token. */
export function createPlayground(settings: PlaygroundSettings): Playground {
  const hub = createHub();
  const room = createRoom(settings, hub);
  let running: { readonly server: Server; readonly calls: Calls; readonly url: string } | undefined;

  return {
    name: DOOR,
    refreshMs: REFRESH_MS,
    async start(bot) {
      const assets = readAssets(settings.clientFolder);
      if (!assets.has('/client/main.js')) {
        settings.log.warn({}, 'the playground page has no scripts; run the build first');
      }
      const calls = createCalls(bot, room);
      const app = createApp({ settings, bot, room, hub, calls, assets });
      const server = createAdaptorServer({ fetch: app.fetch }) as Server;
      const url = await listen(server, settings.host, settings.port);
      running = { server, calls, url };
    },
    async post(place, card, key) {
      const channel = room.channel(place.channel).id;
      return String(room.append({ channel, card, key }).id);
    },
    async edit(place, ref, card) {
      if (room.edit(Number(ref), card) === undefined) {
        throw new Error(`there is no message ${ref} in ${place.channel}`);
      }
    },
    async find(place, key) {
      const message = room.find(place.channel, key);
      return message === undefined ? undefined : String(message.id);
    },
    // The page shows one stream a channel: an answer in a thread stands there under the thread's name.
    async reply(place, _ref, title, card, key) {
      const channel = room.channel(place.channel).id;
      const named = { ...card, blocks: [marked('small', `↳ ${title}`), ...card.blocks] };
      return String(room.append({ channel, card: named, key }).id);
    },
    async check(place) {
      if (!settings.channels.some((channel) => channel.id === place.channel)) throw new PlaceError('gone');
    },
    async tellMember(_workspace, member, card, key) {
      const [channel] = settings.channels;
      const known = settings.members.some((one) => one.id === member);
      if (channel === undefined || !known) throw new PlaceError('gone');
      room.append({ channel: channel.id, card, key, privateTo: member });
    },
    async tellAdmin(place, card, key) {
      const admin = settings.members.find((member) => member.admin);
      const channel = room.channel(place.channel).id;
      if (admin !== undefined) room.append({ channel, card, key, privateTo: admin.id });
    },
    async stop() {
      await running?.calls.drain();
      hub.close();
      if (running !== undefined) await close(running.server);
      running = undefined;
    },
    url() {
      if (running === undefined) throw new Error('the playground has not been started');
      return running.url;
    },
  };
}
