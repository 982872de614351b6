import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Conversation, type Pressed, type Spoken } from './conversation.ts';
import { LoopbackGateway } from './gateway.ts';
import { type CommandBody, commandFaults, type MessageBody, messageFaults, modalFaults } from './limits.ts';
import { type BodyCheck, openApiCheck } from './openapi.ts';
import {
  APPLICATION,
  BOT_USER,
  bot,
  CHANNEL,
  channel,
  ENOUGH,
  GUILD,
  guild,
  member,
  OWNER,
  snowflake,
  TOKEN,
} from './people.ts';

/** Discord on this side of the wire: enough of REST and gateway for the real discord.js. Every body is checked. */

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

interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What goes wrong at the next requests that fit: an answer of its own, or a connection cut before or after the work is done. */
export interface Fault {
  readonly method: string;
  readonly path: RegExp;
  readonly answer: Answer | 'cut before' | 'cut after';
  times: number;
}

const NOT_FOUND: Answer = { status: 404, body: { code: 0, message: '404: Not Found' } };

export function refusal(status: number, code: number, message: string): Answer {
  return { status, body: { code, message } };
}

async function readBody(request: IncomingMessage): Promise<Pick<Request, 'body' | 'files'>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const files = new Map<string, Uint8Array>();
  if (raw.length === 0) return { body: undefined, files };
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) return { body: JSON.parse(raw.toString('utf8')), files };
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData();
  for (const value of form.values())
    if (typeof value !== 'string') files.set(value.name, new Uint8Array(await value.arrayBuffer()));
  return { body: JSON.parse(String(form.get('payload_json'))), files };
}

export class LoopbackDiscord {
  readonly #server: Server;
  readonly #check: BodyCheck | undefined = openApiCheck();
  readonly gateway: LoopbackGateway;
  /** All that broke a limit or the description. */
  readonly faults: string[] = [];
  readonly requests: string[] = [];
  readonly messages = new Map<string, Stored[]>([[CHANNEL, []]]);
  readonly conversations = new Map<string, Conversation>();
  readonly trouble: Fault[] = [];
  commands: CommandBody[] = [];
  commandWrites = 0;
  permissions = ENOUGH;
  #channelsMade = 0;

  constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
    this.gateway = new LoopbackGateway(this.#server, {
      token: TOKEN,
      ready: (session, url) => ({
        v: 10,
        user: bot(),
        guilds: [{ id: GUILD, unavailable: true }],
        session_id: session,
        resume_gateway_url: url,
        application: { id: APPLICATION, flags: 0 },
      }),
      guilds: () => [guild([...this.messages.keys()], this.permissions)],
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', () => resolve()));
  }

  get url(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('not listening');
    return `http://127.0.0.1:${address.port}/api`;
  }

  async stop(): Promise<void> {
    this.gateway.close();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  in(channelId: string): readonly Stored[] {
    return this.messages.get(channelId) ?? [];
  }

  /** Somebody does something; the conversation is what the bot answers. */
  interact(what: Spoken | Pressed): Conversation {
    const conversation = new Conversation(what);
    this.conversations.set(conversation.token, conversation);
    this.gateway.send('INTERACTION_CREATE', conversation.event);
    return conversation;
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', 'http://loopback');
    const { body, files } = await readBody(incoming);
    const method = (incoming.method ?? 'GET').toLowerCase();
    const path = url.pathname.replace(/^\/api\/v10/, '');
    const request: Request = { method, path, query: url.searchParams, body, files };
    this.requests.push(`${method} ${path}`);
    const trouble = this.trouble.find((one) => one.times > 0 && one.method === method && one.path.test(path));
    if (trouble !== undefined) trouble.times -= 1;
    if (trouble?.answer === 'cut before') return void incoming.socket.destroy();
    const own = path.startsWith('/interactions/') || path.startsWith('/webhooks/') || path === '/gateway';
    const answer =
      typeof trouble?.answer === 'object'
        ? trouble.answer
        : !own && incoming.headers.authorization !== `Bot ${TOKEN}`
          ? refusal(401, 0, '401: Unauthorized')
          : this.#checked(request);
    if (trouble?.answer === 'cut after') return void incoming.socket.destroy();
    const type = answer.body === undefined ? {} : { 'content-type': 'application/json' };
    response.writeHead(answer.status, { ...type, ...answer.headers });
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
  }

  #checked(request: Request): Answer {
    const { method, path, body } = request;
    const faults = this.#check?.(method, path, body) ?? [];
    this.faults.push(...faults);
    if (faults[0]?.endsWith('is not described') === true) return NOT_FOUND;
    return faults.length > 0 ? refusal(400, 50035, faults.join('; ')) : this.#route(request);
  }

  #route(request: Request): Answer {
    const { method, path, query, body } = request;
    const [first, second, third, fourth, fifth] = path.split('/').slice(1);
    if (first === 'gateway')
      return {
        status: 200,
        body: {
          url: this.gateway.url(),
          shards: 1,
          session_start_limit: { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 },
        },
      };
    if (path === '/users/@me') return { status: 200, body: bot() };
    if (path === '/users/@me/channels') return this.#directChannel();
    if (path === '/applications/@me')
      return { status: 200, body: { id: APPLICATION, name: 'dailygrad', flags: 0 } };
    if (first === 'applications') return this.#commands(method, body);
    if (first === 'guilds' && third === undefined)
      return { status: 200, body: guild([...this.messages.keys()], this.permissions) };
    if (first === 'guilds') return { status: 200, body: member({ id: BOT_USER, name: 'dailygrad' }) };
    if (first === 'interactions') return this.#callback(third ?? '', body);
    if (first === 'webhooks') return this.#webhook(method, third ?? '', fourth !== undefined, request);
    if (first === 'channels' && third === undefined)
      return this.messages.has(second ?? '') ? { status: 200, body: channel(second ?? '') } : NOT_FOUND;
    if (first === 'channels' && third === 'messages')
      return this.#channelMessages(method, second ?? '', fourth, fifth, query, request);
    return NOT_FOUND;
  }

  #directChannel(): Answer {
    this.#channelsMade += 1;
    const id = `8000000000000000${String(this.#channelsMade).padStart(2, '0')}`;
    this.messages.set(id, []);
    return { status: 200, body: { id, type: 1, recipients: [{ id: OWNER }] } };
  }

  #commands(method: string, body: unknown): Answer {
    if (method === 'put') {
      this.commands = body as CommandBody[];
      this.commandWrites += 1;
      this.faults.push(...commandFaults(this.commands));
    }
    const stored = this.commands.map((one) => ({
      ...one,
      id: snowflake(),
      application_id: APPLICATION,
      version: '1',
      nsfw: false,
      dm_permission: true,
      default_member_permissions: permissionText(one),
    }));
    return { status: 200, body: stored };
  }

  #callback(token: string, body: unknown): Answer {
    const conversation = this.conversations.get(token);
    if (conversation === undefined) return refusal(404, 10062, 'Unknown interaction');
    const { type, data } = body as { type: number; data?: MessageBody & Parameters<typeof modalFaults>[0] };
    if (!conversation.acknowledge(type, data))
      return refusal(400, 40060, 'Interaction has already been acknowledged.');
    if (type === 9 && data !== undefined) this.faults.push(...modalFaults(data));
    return { status: 204 };
  }

  #webhook(method: string, token: string, original: boolean, { body, files }: Request): Answer {
    const conversation = this.conversations.get(token);
    if (conversation === undefined) return refusal(404, 10015, 'Unknown Webhook');
    if (method === 'delete') {
      conversation.remove();
      return { status: 204 };
    }
    const message = body as MessageBody;
    this.faults.push(...messageFaults(message, [...files.keys()]));
    if (original) conversation.edit(message, files);
    else conversation.followUp(message, files);
    return { status: 200, body: { id: snowflake(), channel_id: CHANNEL, author: bot(), ...message } };
  }

  #channelMessages(
    method: string,
    channelId: string,
    id: string | undefined,
    rest: string | undefined,
    query: URLSearchParams,
    { body, files }: Request,
  ): Answer {
    const stored = this.messages.get(channelId);
    if (stored === undefined) return refusal(404, 10003, 'Unknown Channel');
    if (rest !== undefined) return NOT_FOUND;
    if (id === undefined)
      return method === 'post'
        ? this.#create(channelId, stored, body as MessageBody, files)
        : history(stored, query);
    const message = stored.find((one) => one.id === id);
    if (message === undefined) return refusal(404, 10008, 'Unknown Message');
    if (method === 'patch') {
      this.faults.push(...messageFaults(body as MessageBody, [...files.keys()]));
      message.body = body as MessageBody;
      message.files = files;
      message.edits += 1;
    }
    return { status: 200, body: asMessage(message) };
  }

  #create(channelId: string, stored: Stored[], body: MessageBody, files: Stored['files']): Answer {
    this.faults.push(...messageFaults(body, [...files.keys()]));
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

/** Asked for as a number, given back as text. */
function permissionText(command: object): string | null {
  const value = 'default_member_permissions' in command ? command.default_member_permissions : null;
  return value === null ? null : String(value);
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
