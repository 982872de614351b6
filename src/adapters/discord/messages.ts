import { createHash } from 'node:crypto';
import {
  type APIMessage,
  type APIUser,
  ComponentType,
  MessageFlags,
  type RESTPatchAPIWebhookWithTokenMessageJSONBody,
  Routes,
} from 'discord.js';
import type { Card } from '../../cards/card.ts';
import { cut } from '../../cards/cut.ts';
import type { Place } from '../../core/call.ts';
import { PlaceError } from '../../core/errors.ts';
import { aboutPlace, faultFields, isMessageGone, isNoSuchRoute, isThreadThere } from './faults.ts';
import { HISTORY_PAGE, HISTORY_PAGES, MAX_NONCE, MAX_THREAD_NAME } from './limits.ts';
import { escapeText } from './markdown.ts';
import { type Payload, type Picture, renderCard } from './render.ts';
import type { RawFile, REST } from './rest.ts';
import type { DiscordSettings } from './settings.ts';

/** Marks of messages kept for edits; a posted card is edited for a day. */
const REMEMBERED_MARKS = 1000;

/** Messages as requests: what is sent, edited and found again. */

type Body = RESTPatchAPIWebhookWithTokenMessageJSONBody & { readonly flags: number };

export interface MessageRequest {
  readonly body: Body;
  readonly files: RawFile[];
}

type Drawn = readonly [Picture, Uint8Array | undefined];

/** A picture that could not be drawn leaves its words behind. */
function withoutPictures(payload: Payload, failed: ReadonlySet<string>): Payload['container'] {
  const components = payload.container.components.map((part) => {
    const item = part.type === ComponentType.MediaGallery ? part.items[0] : undefined;
    if (item === undefined || !failed.has(item.media.url)) return part;
    return { type: ComponentType.TextDisplay as const, content: escapeText(item.description ?? '–') };
  });
  return { ...payload.container, components };
}

export function messageMaker({ picture, log }: Pick<DiscordSettings, 'picture' | 'log'>) {
  async function draw(one: Picture): Promise<Drawn> {
    try {
      return [one, await picture(one.chart)];
    } catch (error) {
      log.error({ ...faultFields(error), file: one.file }, 'a picture could not be drawn');
      return [one, undefined];
    }
  }

  return async function toRequest(payload: Payload, flags = 0): Promise<MessageRequest> {
    const drawn = await Promise.all(payload.pictures.map(draw));
    const failed = new Set(
      drawn.filter(([, png]) => png === undefined).map(([one]) => `attachment://${one.file}`),
    );
    const pictures = drawn.flatMap(([one, png]) =>
      png === undefined
        ? []
        : [{ name: one.file, data: Buffer.from(png), contentType: 'image/png', alt: one.alt }],
    );
    const documents = payload.documents.map(({ file, mime, text }) => ({
      name: file,
      data: Buffer.from(text, 'utf8'),
      contentType: mime,
      alt: undefined,
    }));
    const files = [...pictures, ...documents];
    const body: Body = {
      flags: MessageFlags.IsComponentsV2 | flags,
      components: [failed.size === 0 ? payload.container : withoutPictures(payload, failed)],
      // No text pings anybody, whoever wrote it.
      allowed_mentions: { parse: [] },
      // Said at every edit, too: pictures that are not named here are dropped.
      attachments: files.map(({ name, alt }, id) => ({
        id: String(id),
        filename: name,
        ...(alt === undefined ? {} : { description: alt }),
      })),
    };
    return { body, files: files.map(({ name, data, contentType }) => ({ name, data, contentType })) };
  };
}

function digest(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** The same for the same key and part, and short enough; Discord answers with the first message when it comes again. */
export function nonceOf(key: string, part: number): string {
  const plain = part === 0 ? key : `${key}.${part}`;
  return plain.length <= MAX_NONCE ? plain : digest(plain).toString('base64url').slice(0, MAX_NONCE);
}

/**
 * A nonce is forgotten after minutes and not part of a channel's history, so the container carries a mark of the key: its `id`,
 * a number of 32 bits that Discord keeps and gives back (docs: components/reference#anatomy-of-a-component).
 */
export function markOf(key: string): number {
  return (digest(key).readUInt32BE(0) & 0x3fffffff) | 0x40000000;
}

export interface Messages {
  post(place: Place, card: Card, key: string): Promise<string>;
  edit(place: Place, ref: string, card: Card): Promise<void>;
  find(place: Place, key: string): Promise<string | undefined>;
  /** A message in the thread under another one. */
  reply(place: Place, ref: string, title: string, card: Card, key: string): Promise<string>;
  tellMember(member: string, card: Card, key: string): Promise<void>;
  /** A direct message, to the owner of a server or to the person of a direct chat. */
  tellOwner(workspace: string, card: Card, key: string): Promise<void>;
}

export function createMessages(rest: REST, settings: DiscordSettings): Messages {
  const toRequest = messageMaker(settings);
  const marks = new Map<string, number>();
  let self: Promise<string> | undefined;

  function ownId(): Promise<string> {
    self ??= (rest.get(Routes.user()) as Promise<APIUser>).then((user) => user.id);
    self.catch(() => {
      self = undefined;
    });
    return self;
  }

  async function send(channel: string, payload: Payload, key: string, part: number): Promise<string> {
    const { body, files } = await toRequest(payload);
    const components = [{ ...payload.container, ...body.components?.[0], id: markOf(nonceOf(key, part)) }];
    const message = (await aboutPlace(
      rest.post(Routes.channelMessages(channel), {
        body: { ...body, components, nonce: nonceOf(key, part), enforce_nonce: true },
        files,
      }),
    )) as APIMessage;
    remember(message.id, markOf(nonceOf(key, part)));
    return message.id;
  }

  function remember(ref: string, mark: number): void {
    marks.set(ref, mark);
    const oldest = marks.keys().next().value;
    if (marks.size > REMEMBERED_MARKS && oldest !== undefined) marks.delete(oldest);
  }

  /** After a restart the message itself says; where it cannot be read, it is edited without. */
  async function markOn(channel: string, ref: string): Promise<number | undefined> {
    try {
      const message = (await rest.get(Routes.channelMessage(channel, ref))) as APIMessage;
      const mark = message.components?.[0]?.id;
      if (mark !== undefined) remember(ref, mark);
      return mark;
    } catch (error) {
      settings.log.info({ ...faultFields(error), message: ref }, 'a message to edit cannot be read');
      return undefined;
    }
  }

  async function sendAll(channel: string, card: Card, key: string): Promise<string> {
    const [first, ...more] = renderCard(card);
    if (first === undefined) throw new Error('a card came to no message');
    const ref = await send(channel, first, key, 0);
    for (const [index, payload] of more.entries()) await send(channel, payload, key, index + 1);
    return ref;
  }

  async function page(channel: string, before: string | undefined): Promise<readonly APIMessage[]> {
    const query = new URLSearchParams({
      limit: String(HISTORY_PAGE),
      ...(before === undefined ? {} : { before }),
    });
    return (await aboutPlace(rest.get(Routes.channelMessages(channel), { query }))) as APIMessage[];
  }

  async function lookFor(channel: string, key: string): Promise<string | undefined> {
    const own = await ownId();
    const mark = markOf(nonceOf(key, 0));
    let before: string | undefined;
    for (let count = 0; count < HISTORY_PAGES; count += 1) {
      const messages = await page(channel, before);
      const found = messages.find(
        (one) => one.author.id === own && (one.nonce === nonceOf(key, 0) || one.components?.[0]?.id === mark),
      );
      if (found !== undefined) {
        remember(found.id, mark);
        return found.id;
      }
      if (messages.length < HISTORY_PAGE) return undefined;
      before = messages.at(-1)?.id;
    }
    return undefined;
  }

  async function ownerOf(workspace: string): Promise<string> {
    if (workspace.startsWith('dm:')) return workspace.slice('dm:'.length);
    const guild = (await rest.get(Routes.guild(workspace))) as { readonly owner_id: string };
    return guild.owner_id;
  }

  async function openThread(channel: string, message: string, title: string): Promise<void> {
    const body = { name: cut(title, MAX_THREAD_NAME) };
    try {
      await aboutPlace(rest.post(Routes.threads(channel, message), { body }));
    } catch (error) {
      if (!isThreadThere(error)) throw error;
    }
  }

  async function tellMember(member: string, card: Card, key: string): Promise<void> {
    const body = { recipient_id: member };
    const channel = (await aboutPlace(rest.post(Routes.userChannels(), { body }))) as { readonly id: string };
    await sendAll(channel.id, card, key);
  }

  return {
    post: (place, card, key) => sendAll(place.channel, card, key),
    async edit(place, ref, card) {
      const [first] = renderCard(card);
      if (first === undefined) return;
      const { body, files } = await toRequest(first);
      // The mark has to stay, or the message would not be found again.
      const id = marks.get(ref) ?? (await markOn(place.channel, ref));
      const components = [
        { ...first.container, ...body.components?.[0], ...(id === undefined ? {} : { id }) },
      ];
      try {
        await aboutPlace(
          rest.patch(Routes.channelMessage(place.channel, ref), { body: { ...body, components }, files }),
        );
      } catch (error) {
        if (!isMessageGone(error)) throw error;
        settings.log.info(
          { channel: place.channel, message: ref },
          'a message to edit was deleted by somebody',
        );
      }
    },
    async find(place, key) {
      try {
        return await lookFor(place.channel, key);
      } catch (error) {
        // Where the history cannot be read a post is protected by its nonce alone.
        const unreadable =
          isNoSuchRoute(error) || (error instanceof PlaceError && error.reason === 'forbidden');
        if (!unreadable) throw error;
        settings.log.warn({ channel: place.channel }, 'the history of a channel cannot be read');
        return undefined;
      }
    },
    async reply(place, ref, title, card, key) {
      await openThread(place.channel, ref, title);
      // A thread that was started from a message has that message's id (docs: topics/threads).
      return sendAll(ref, card, key);
    },
    tellMember,
    tellOwner: async (workspace, card, key) => tellMember(await ownerOf(workspace), card, key),
  };
}
