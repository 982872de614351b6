import { type MessageBody, messageFaults } from './limits.ts';
import { bot, CHANNEL, channel, snowflake, thread } from './people.ts';
import { type Answer, NOT_FOUND, type Request, refusal } from './wire.ts';

/** Channels, direct chats and threads of the loopback Discord, with what was posted there. */

export interface Stored {
  readonly id: string;
  readonly channel_id: string;
  readonly author: object;
  /** Forgotten after minutes, as tests may. */
  nonce?: string;
  body: MessageBody;
  files: ReadonlyMap<string, Uint8Array>;
  edits: number;
}

/** docs: resources/channel#start-thread-from-message. */
const MAX_THREAD_NAME = 100;

export class Channels {
  readonly messages = new Map<string, Stored[]>([[CHANNEL, []]]);
  /** Names of threads, by the message that they hang under, whose id they share (docs: topics/threads). */
  readonly threads = new Map<string, string>();
  readonly #direct = new Map<string, string>();
  readonly #faults: string[];

  constructor(faults: string[]) {
    this.#faults = faults;
  }

  /** A direct chat with somebody; the same one each time. */
  direct(recipient: string): Answer {
    const id =
      this.#direct.get(recipient) ?? `8000000000000000${String(this.#direct.size + 1).padStart(2, '0')}`;
    if (!this.messages.has(id)) this.messages.set(id, []);
    this.#direct.set(recipient, id);
    return { status: 200, body: { id, type: 1, recipients: [{ id: recipient }] } };
  }

  /** What somebody was told in a direct chat. */
  told(recipient: string): readonly Stored[] {
    return this.messages.get(this.#direct.get(recipient) ?? '') ?? [];
  }

  #one(id: string): Answer {
    const name = this.threads.get(id);
    if (name !== undefined) return { status: 200, body: thread(id, name) };
    return this.messages.has(id)
      ? { status: 200, body: channel(id) }
      : refusal(404, 10003, 'Unknown Channel');
  }

  #open(parent: readonly Stored[], message: string, body: unknown): Answer {
    if (!parent.some((one) => one.id === message)) return refusal(404, 10008, 'Unknown Message');
    if (this.threads.has(message))
      return refusal(400, 160004, 'A thread has already been created for this message');
    const { name } = body as { name: string };
    if (name.length < 1 || name.length > MAX_THREAD_NAME)
      this.#faults.push(`a thread's name has ${name.length} characters`);
    this.threads.set(message, name);
    this.messages.set(message, []);
    return { status: 201, body: thread(message, name) };
  }

  /** `/channels/{id}`, `/channels/{id}/messages`, `…/messages/{message}` and `…/messages/{message}/threads`. */
  route(request: Request): Answer {
    const [, id = '', part, message, more] = request.path.split('/').slice(1);
    if (part === undefined) return this.#one(id);
    const stored = this.messages.get(id);
    if (stored === undefined) return refusal(404, 10003, 'Unknown Channel');
    if (part !== 'messages') return NOT_FOUND;
    if (message === undefined)
      return request.method === 'post' ? this.#create(id, stored, request) : history(stored, request.query);
    if (more === 'threads') return this.#open(stored, message, request.body);
    return more === undefined ? this.#message(stored, message, request) : NOT_FOUND;
  }

  #message(stored: readonly Stored[], id: string, { method, body, files }: Request): Answer {
    const message = stored.find((one) => one.id === id);
    if (message === undefined) return refusal(404, 10008, 'Unknown Message');
    if (method === 'patch') {
      this.#faults.push(...messageFaults(body as MessageBody, [...files.keys()]));
      message.body = body as MessageBody;
      message.files = files;
      message.edits += 1;
    }
    return { status: 200, body: asMessage(message) };
  }

  #create(channelId: string, stored: Stored[], { body: sent, files }: Request): Answer {
    const body = sent as MessageBody;
    this.#faults.push(...messageFaults(body, [...files.keys()]));
    const known = body.enforce_nonce === true ? stored.find((one) => one.nonce === body.nonce) : undefined;
    if (known !== undefined) return { status: 200, body: asMessage(known) };
    const message: Stored = {
      id: snowflake(),
      channel_id: channelId,
      author: bot(),
      body,
      files,
      edits: 0,
      ...(body.nonce === undefined ? {} : { nonce: body.nonce }),
    };
    stored.push(message);
    return { status: 200, body: { ...asMessage(message), nonce: body.nonce } };
  }
}

/** A message as history gives it: without its nonce. */
function asMessage({ id, channel_id, author, body }: Stored): object {
  const { nonce: _nonce, enforce_nonce: _enforce, allowed_mentions: _mentions, ...shown } = body;
  return { id, channel_id, author, type: 0, timestamp: '2026-11-29T00:00:00.000Z', ...shown };
}

function history(stored: readonly Stored[], query: URLSearchParams): Answer {
  const before = query.get('before');
  const older = before === null ? stored : stored.filter((one) => BigInt(one.id) < BigInt(before));
  return {
    status: 200,
    body: older
      .slice(-Number(query.get('limit') ?? 50))
      .reverse()
      .map(asMessage),
  };
}
