import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Channels, type Stored } from './channels.ts';
import { Conversation, type Pressed, type Spoken } from './conversation.ts';
import { LoopbackGateway } from './gateway.ts';
import { type CommandBody, commandFaults, type MessageBody, messageFaults, modalFaults } from './limits.ts';
import { type BodyCheck, openApiCheck } from './openapi.ts';
import {
  APPLICATION,
  BOT_USER,
  bot,
  CHANNEL,
  ENOUGH,
  GUILD,
  guild,
  member,
  snowflake,
  TOKEN,
} from './people.ts';
import { type Answer, NOT_FOUND, type Request, readBody, refusal } from './wire.ts';

export type { Stored } from './channels.ts';
export { refusal } from './wire.ts';

/** Discord on this side of the wire: enough of REST and gateway for the real discord.js. Every body is checked. */

/** What goes wrong at the next requests that fit: an answer of its own, or a connection cut before or after the work is done. */
export interface Fault {
  readonly method: string;
  readonly path: RegExp;
  readonly answer: Answer | 'cut before' | 'cut after';
  times: number;
}

export class LoopbackDiscord {
  readonly #server: Server;
  readonly #check: BodyCheck | undefined = openApiCheck();
  readonly gateway: LoopbackGateway;
  /** All that broke a limit or the description. */
  readonly faults: string[] = [];
  readonly requests: string[] = [];
  readonly channels = new Channels(this.faults);
  readonly conversations = new Map<string, Conversation>();
  readonly trouble: Fault[] = [];
  commands: CommandBody[] = [];
  commandWrites = 0;
  permissions = ENOUGH;

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
      guilds: () => [guild([...this.channels.messages.keys()], this.permissions)],
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', () => resolve()));
  }

  get messages(): ReadonlyMap<string, readonly Stored[]> {
    return this.channels.messages;
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
    return this.channels.messages.get(channelId) ?? [];
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
    const { method, path, body } = request;
    const [first, , third, fourth] = path.split('/').slice(1);
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
    if (path === '/users/@me/channels')
      return this.channels.direct((body as { recipient_id: string }).recipient_id);
    if (path === '/applications/@me')
      return { status: 200, body: { id: APPLICATION, name: 'dailygrad', flags: 0 } };
    if (first === 'applications') return this.#commands(method, body);
    if (first === 'guilds' && third === undefined)
      return { status: 200, body: guild([...this.channels.messages.keys()], this.permissions) };
    if (first === 'guilds') return { status: 200, body: member({ id: BOT_USER, name: 'dailygrad' }) };
    if (first === 'interactions') return this.#callback(third ?? '', body);
    if (first === 'webhooks') return this.#webhook(method, third ?? '', fourth !== undefined, request);
    if (first === 'channels') return this.channels.route(request);
    return NOT_FOUND;
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
}

/** Asked for as a number, given back as text. */
function permissionText(command: object): string | null {
  const value = 'default_member_permissions' in command ? command.default_member_permissions : null;
  return value === null ? null : String(value);
}
