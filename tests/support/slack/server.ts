import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { argumentsOf } from './call.ts';
import { byHttp, type Deliver, type Signing } from './delivery.ts';
import { receiveFile } from './files.ts';
import { Hands } from './hands.ts';
import { callMethod, tokenOf } from './methods.ts';
import { TEAM } from './people.ts';
import { respond } from './respond.ts';
import { LoopbackSocket } from './socket.ts';
import { SlackState } from './state.ts';
import { answeredWith, loses, type Trouble, takeTrouble } from './trouble.ts';
import type { Workspace } from './workspace.ts';

/** Slack on this side of the wire: enough of the Web API, Socket Mode and signed requests for the real @slack/bolt. */

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The client sends the bytes as a part of a form. */
async function fileOf(type: string, raw: Buffer): Promise<Uint8Array> {
  if (!type.startsWith('multipart/')) return raw;
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  const file = [...form.values()].find((one) => typeof one !== 'string');
  return file === undefined ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
}

export class LoopbackSlack {
  readonly #server: Server;
  readonly state: SlackState;
  readonly socket: LoopbackSocket;
  readonly trouble: Trouble[] = [];
  /** Where the app listens, when it does so by HTTP; Socket Mode otherwise. */
  requestUrl: string | undefined;

  constructor(state: SlackState = new SlackState()) {
    this.state = state;
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.state.violation('server', String(error));
        response.destroy();
      });
    });
    this.socket = new LoopbackSocket(this.#server);
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', () => resolve()));
  }

  async stop(): Promise<void> {
    this.socket.close();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  get origin(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('not listening');
    return `http://127.0.0.1:${address.port}`;
  }

  /** What SLACK_API_URL has to be. */
  get url(): string {
    return `${this.origin}/api/`;
  }

  get violations(): readonly string[] {
    return this.state.violations;
  }

  workspace(team: string = TEAM): Workspace {
    return this.state.workspace(team);
  }

  /** People of a workspace at work, by the way that the app is connected. */
  hands(team: string = TEAM, signing?: Signing): Hands {
    const deliver = (): Deliver =>
      this.requestUrl === undefined ? this.socket.deliver : byHttp(this.requestUrl, signing);
    return new Hands(this.state, this.workspace(team), () => this.origin, deliver);
  }

  /** How often a method was called. */
  count(method: string): number {
    return this.state.calls.filter((one) => one.method === method).length;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://loopback');
    const [first = '', second = '', ...rest] = pathname.split('/').slice(1);
    const raw = await bytesOf(request);
    const name = first === 'response' ? 'response_url' : first === 'upload' ? 'upload' : second;
    const trouble = takeTrouble(this.trouble, name);
    if (answeredWith(trouble, request, response)) return;
    const answer = await this.#answer(first, second, rest, request, raw);
    if (loses(trouble, request)) return;
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify(answer.body));
  }

  async #answer(
    first: string,
    second: string,
    rest: readonly string[],
    request: IncomingMessage,
    raw: Buffer,
  ): Promise<{ status: number; body: unknown; headers?: Readonly<Record<string, string>> }> {
    const type = request.headers['content-type'] ?? '';
    if (first === 'upload') {
      const known = receiveFile(this.state, [second, ...rest].join('/'), await fileOf(type, raw));
      return { status: known ? 200 : 404, body: { ok: known } };
    }
    if (first === 'response') {
      const { status, result } = respond(this.state, second, type, raw.toString('utf8'));
      return { status, body: result };
    }
    if (first !== 'api') return { status: 404, body: { ok: false, error: 'not_found' } };
    const args = argumentsOf(type, raw.toString('utf8'));
    const asked = { method: second, args, token: tokenOf(request.headers.authorization, args) };
    const { result, scopes } = callMethod(asked, this.state, this.origin, () => this.socket.ticket());
    return { status: 200, body: result, headers: { 'x-oauth-scopes': scopes.join(',') } };
  }
}
