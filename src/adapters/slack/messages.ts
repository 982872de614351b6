import type { Card } from '../../cards/card.ts';
import type { Place } from '../../core/call.ts';
import { PlaceError } from '../../core/errors.ts';
import type { Log } from '../../core/ports.ts';
import { adminOf } from './admins.ts';
import type { Clients } from './clients.ts';
import { asPlaceError, codeOf, faultFields, isMessageGone, isTokenRefused } from './faults.ts';
import { type Files, sendBlocks } from './files.ts';
import type { History, Spot } from './history.ts';
import type { Posting } from './posting.ts';
import { renderCard } from './render.ts';

/** What the bot says of its own accord: posted, edited and found again by key. */

export interface Messages {
  post(spot: Spot, card: Card, key: string): Promise<string>;
  edit(spot: Spot, ref: string, card: Card): Promise<void>;
  find(spot: Spot, key: string): Promise<string | undefined>;
  check(spot: Spot): Promise<void>;
  tellMember(team: string, member: string, card: Card, key: string): Promise<void>;
  tellAdmin(team: string, card: Card, key: string): Promise<void>;
  /** The chat of the bot with one person. */
  directChat(team: string, member: string): Promise<string>;
}

interface Tools {
  readonly clients: Clients;
  readonly files: Files;
  readonly history: History;
  readonly posting: Posting;
  readonly log: Log;
}

const REMEMBERED_POSTS = 2000;

export function spotOf({ workspace: team, channel }: Place, thread?: string): Spot {
  return { team, channel, ...(thread === undefined ? {} : { thread }) };
}

export function createMessages({ clients, files, history, posting, log }: Tools): Messages {
  /** What was sent by this process, and what was looked for and is not there. */
  const sent = new Map<string, string | undefined>();
  const nameOf = ({ channel, thread }: Spot, key: string) => `${channel} ${thread ?? ''} ${key}`;

  /** A refusal that only an admin can lift becomes a PlaceError; that the token is of no use is said once. */
  const refused = new Set<string>();
  async function about<T>(team: string, call: Promise<T>): Promise<T> {
    try {
      const done = await call;
      refused.delete(team);
      return done;
    } catch (error) {
      if (isTokenRefused(error) && !refused.has(team)) {
        refused.add(team);
        log.error(
          { team, code: codeOf(error) },
          'Slack refuses the token of a workspace: set SLACK_BOT_TOKEN again, or have the app installed again',
        );
      }
      throw asPlaceError(error);
    }
  }

  function remember(name: string, ref: string | undefined): void {
    sent.delete(name);
    sent.set(name, ref);
    const oldest = sent.keys().next().value;
    if (sent.size > REMEMBERED_POSTS && oldest !== undefined) sent.delete(oldest);
  }

  async function find(spot: Spot, key: string): Promise<string | undefined> {
    try {
      const found = await about(spot.team, history.find(spot, key));
      remember(nameOf(spot, key), found);
      return found;
    } catch (error) {
      if (!(error instanceof PlaceError) || codeOf(error.cause) !== 'missing_scope') throw error;
      log.warn({ channel: spot.channel }, 'the history of a channel cannot be read: a permission is missing');
      return undefined;
    }
  }

  async function earlier(spot: Spot, key: string): Promise<string | undefined> {
    const name = nameOf(spot, key);
    return sent.has(name) ? sent.get(name) : find(spot, key);
  }

  async function postOne(spot: Spot, card: Card, key: string): Promise<string> {
    const [first, ...more] = renderCard(card);
    if (first === undefined) throw new Error('a card came to no message');
    // Whatever comes of it, the answer to "was it sent" is to be asked for again.
    sent.delete(nameOf(spot, key));
    const ref = await posting.post(spot, await files.ready(spot.team, first), key);
    remember(nameOf(spot, key), ref);
    for (const [index, payload] of more.entries())
      await posting.post(spot, await files.ready(spot.team, payload), `${key}.${index + 1}`);
    const documents = [first, ...more].flatMap((one) => one.documents);
    await files.share(spot.team, documents, spot.channel, spot.thread).catch((error: unknown) => {
      // The message stands; saying that it failed would make it come twice.
      log.error({ ...faultFields(error), channel: spot.channel }, 'a file could not be shared');
    });
    return ref;
  }

  async function post(spot: Spot, card: Card, key: string): Promise<string> {
    return (await earlier(spot, key)) ?? (await about(spot.team, postOne(spot, card, key)));
  }

  async function directChat(team: string, member: string): Promise<string> {
    const client = await clients.get(team);
    const { channel } = await client.conversations.open({ users: member });
    if (channel?.id === undefined) throw new Error('Slack gave no direct chat');
    return channel.id;
  }

  async function tellMember(team: string, member: string, card: Card, key: string): Promise<void> {
    await post({ team, channel: await about(team, directChat(team, member)) }, card, key);
  }

  async function update({ team, channel }: Spot, ref: string, card: Card): Promise<void> {
    const [first] = renderCard(card);
    if (first === undefined) return;
    const client = await clients.get(team);
    const { blocks, text } = await files.ready(team, first);
    // The metadata stays as it is where none is given (reference/methods/chat.update).
    await sendBlocks(blocks, (shown) => client.chat.update({ channel, ts: ref, blocks: shown, text }));
  }

  return {
    post,
    find,
    tellMember,
    directChat,
    tellAdmin: async (team, card, key) =>
      tellMember(team, await about(team, adminOf(clients, team)), card, key),
    async edit(spot, ref, card) {
      try {
        await about(spot.team, update(spot, ref, card));
      } catch (error) {
        if (!isMessageGone(error)) throw error;
        log.info(
          { ...faultFields(error), channel: spot.channel },
          'a message to edit was deleted by somebody',
        );
      }
    },
    async check({ team, channel: id }) {
      const client = await about(team, clients.get(team));
      // The bot's own chat with somebody: always there, and asking about it would take one more permission.
      if (id.startsWith('D')) return;
      const { channel } = await about(team, client.conversations.info({ channel: id }));
      if (channel?.is_archived === true) throw new PlaceError('gone');
      if (channel?.is_member !== true) throw new PlaceError('forbidden');
    },
  };
}
