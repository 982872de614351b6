import type { Card } from '../../cards/card.ts';
import type { Locale } from '../../cards/inline.ts';
import type { Mode, Reply } from '../../core/call.ts';
import type { Log } from '../../core/ports.ts';
import type { Clients } from './clients.ts';
import { faultFields, isOutside, isUnknown, isViewGone } from './faults.ts';
import { type Files, type Ready, sendBlocks } from './files.ts';
import type { Messages } from './messages.ts';
import type { Modals } from './modals.ts';
import type { Origin } from './origin.ts';
import type { Posting } from './posting.ts';
import { renderCard } from './render.ts';
import { type Response, respond } from './response-url.ts';

/** A reply, in the place that was announced for it. */

export interface Replies {
  /** `key`: of the interaction, so that a public reply stands there once. */
  send(origin: Origin, announced: Mode, reply: Reply, key: string, locale: Locale): Promise<void>;
  /** To the person alone, wherever they are. */
  tell(origin: Origin, card: Card, locale: Locale): Promise<void>;
}

interface Tools {
  readonly clients: Clients;
  readonly files: Files;
  readonly messages: Messages;
  readonly modals: Modals;
  readonly posting: Posting;
  readonly log: Log;
}

type Way = (origin: Origin, ready: Ready) => Promise<void>;

export function createReplies({ clients, files, messages, modals, posting, log }: Tools): Replies {
  async function byUrl(
    { responseUrl, thread }: Origin,
    { blocks, text }: Ready,
    how: Omit<Response, 'blocks' | 'text' | 'thread_ts'>,
  ): Promise<void> {
    if (responseUrl === undefined) throw new Error('there is no response_url');
    const at = thread === undefined ? {} : { thread_ts: thread };
    await sendBlocks(blocks, (shown) => respond(responseUrl, { ...how, ...at, blocks: shown, text }));
  }

  async function byEphemeral(
    { team, user, channel, thread }: Origin,
    { blocks, text }: Ready,
  ): Promise<void> {
    const client = await clients.get(team);
    const at = thread === undefined ? {} : { thread_ts: thread };
    await sendBlocks(blocks, (shown) =>
      client.chat.postEphemeral({ channel, user, blocks: shown, text, ...at }),
    );
  }

  async function byChat({ team, user }: Origin, { blocks, text }: Ready): Promise<void> {
    const client = await clients.get(team);
    const channel = await messages.directChat(team, user);
    const unfurl = { unfurl_links: false, unfurl_media: false };
    await sendBlocks(blocks, (shown) => client.chat.postMessage({ channel, blocks: shown, text, ...unfurl }));
  }

  /** Each way to reach one person: channels where the bot is not, a used-up address, a modal that was closed. */
  function waysTo({ responseUrl, channel }: Origin): Way[] {
    const url: Way = (origin, ready) =>
      byUrl(origin, ready, { response_type: 'ephemeral', replace_original: false });
    return [...(responseUrl === undefined ? [] : [url]), ...(channel === '' ? [] : [byEphemeral]), byChat];
  }

  async function hidden(origin: Origin, ready: Ready): Promise<void> {
    let fault: unknown;
    for (const way of waysTo(origin)) {
      try {
        return await way(origin, ready);
      } catch (error) {
        fault = error;
        log.info(faultFields(error), 'a private reply has to take another way');
      }
    }
    throw fault;
  }

  async function open(origin: Origin, ready: Ready, key: string): Promise<void> {
    const { team, channel, thread } = origin;
    const spot = { team, channel, ...(thread === undefined ? {} : { thread }) };
    try {
      await posting.post(spot, ready, key);
    } catch (error) {
      // A command may be used where the bot is not a member; its response_url reaches everybody there.
      if (!isOutside(error) || origin.responseUrl === undefined) throw error;
      await byUrl(origin, ready, { response_type: 'in_channel', replace_original: false });
    }
  }

  async function replace(origin: Origin, ready: Ready): Promise<void> {
    try {
      await byUrl(origin, ready, { replace_original: true });
    } catch (error) {
      const { pressed, team, channel } = origin;
      if (pressed === undefined || pressed.hidden || isUnknown(error)) throw error;
      const client = await clients.get(team);
      await sendBlocks(ready.blocks, (blocks) =>
        client.chat.update({ channel, ts: pressed.ts, blocks, text: ready.text }),
      );
    }
  }

  async function share(origin: Origin, documents: Ready['documents'], isHidden: boolean): Promise<void> {
    if (documents.length === 0) return;
    const { team, user, channel, thread } = origin;
    // Nobody else sees what an answer to one person comes with.
    if (isHidden) await files.share(team, documents, await messages.directChat(team, user));
    else await files.share(team, documents, channel, thread);
  }

  async function sendCard(origin: Origin, way: Mode, card: Card, key: string): Promise<void> {
    const isHidden = way === 'private' || (way === 'replace' && origin.pressed?.hidden === true);
    for (const [index, payload] of renderCard(card).entries()) {
      const ready = await files.ready(origin.team, payload);
      if (way === 'replace' && index === 0) await replace(origin, ready);
      else if (isHidden) await hidden(origin, ready);
      else await open(origin, ready, index === 0 ? key : `${key}.${index}`);
      await share(origin, ready.documents, isHidden);
    }
  }

  /** Whoever closed the modal meanwhile reads it in the chat with the bot. */
  async function inModal(origin: Origin, view: string, card: Card, locale: Locale): Promise<void> {
    try {
      await modals.show(origin, view, card, locale);
    } catch (error) {
      if (!isViewGone(error)) throw error;
      await sendCard(origin, 'private', card, '');
    }
  }

  return {
    async send(origin, announced, reply, key, locale) {
      if (origin.view !== undefined) return inModal(origin, origin.view, reply.card, locale);
      // A fault of a public call is for its author only, and the message under a button stays.
      const way = reply.mode === 'private' ? 'private' : announced;
      await sendCard(
        origin,
        way === 'replace' && origin.pressed === undefined ? 'private' : way,
        reply.card,
        key,
      );
    },
    async tell(origin, card, locale) {
      if (origin.view !== undefined) return inModal(origin, origin.view, card, locale);
      await sendCard(origin, 'private', card, '');
    },
  };
}
