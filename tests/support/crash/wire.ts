import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { CrashPlatform } from './platforms.ts';

/** The wire between the bot and its platform, on which messages that are being posted can be held up. */

type Hold = 'before' | 'after' | undefined;

export class Wire {
  readonly #platform: CrashPlatform;
  readonly #server: Server;
  /** Holds messages up before they arrive, or their answers on the way back. */
  hold: Hold;
  /** Each message takes this long to arrive. */
  delayMs = 0;
  /** Called once for each message that is held up; lets it arrive after all. */
  onHeld: (release: () => Promise<void>) => void = () => undefined;

  constructor(platform: CrashPlatform) {
    this.#platform = platform;
    this.#server = createServer((request, response) => void this.#pass(request, response));
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', () => resolve()));
  }

  get url(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('not listening');
    return `http://127.0.0.1:${address.port}/api`;
  }

  async #forward(request: IncomingMessage, body: Buffer): Promise<Response> {
    const { authorization, 'content-type': type } = request.headers;
    const headers = {
      ...(authorization === undefined ? {} : { authorization }),
      ...(type === undefined ? {} : { 'content-type': type }),
    };
    const method = request.method ?? 'GET';
    const url = `${this.#platform.origin()}${request.url ?? ''}`;
    return fetch(url, { method, headers, ...(body.length === 0 ? {} : { body: new Uint8Array(body) }) });
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const isPost = request.method === 'POST' && this.#platform.isMessage(request.url ?? '');
    if (isPost && this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    const send = (): Promise<Response> => this.#forward(request, body);
    const { hold } = this;
    if (isPost && hold === 'before') return this.onHeld(async () => void (await send()));
    // The bot was killed, and the house is being closed.
    const answer = await send().catch(() => undefined);
    if (answer === undefined) return void request.socket.destroy();
    if (isPost && hold === 'after') return this.onHeld(async () => undefined);
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
