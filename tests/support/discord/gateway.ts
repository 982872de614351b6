import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

/** The gateway's side of the wire: hello, identify, heartbeat, resume with what was missed (docs: events/gateway). */

interface Packet {
  readonly op: number;
  readonly d?: unknown;
}

interface Session {
  readonly id: string;
  readonly sent: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | undefined;
}

export interface GatewayWorld {
  readonly token: string;
  ready(session: string, url: string): object;
  /** Sent after READY. */
  guilds(): readonly object[];
}

export class LoopbackGateway {
  readonly #sessions = new Map<string, Session>();
  readonly #server: WebSocketServer;
  readonly #world: GatewayWorld;
  #current: Session | undefined;
  #count = 0;
  identifies = 0;
  resumes = 0;
  intents = -1;
  shard: readonly number[] | undefined;
  /** Delivers every event twice after a resume, as Discord may. */
  replayAll = false;

  constructor(server: Server, world: GatewayWorld) {
    this.#world = world;
    this.#server = new WebSocketServer({ server });
    this.#server.on('connection', (socket) => {
      socket.on('message', (data) => this.#receive(socket, JSON.parse(String(data)) as Packet));
      socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
    });
  }

  #receive(socket: WebSocket, packet: Packet): void {
    if (packet.op === 1) socket.send(JSON.stringify({ op: 11 }));
    if (packet.op === 2)
      this.#identify(socket, packet.d as { token: string; intents: number; shard?: number[] });
    if (packet.op === 6) this.#resume(socket, packet.d as { session_id: string; seq: number });
  }

  #identify(
    socket: WebSocket,
    { token, intents, shard }: { token: string; intents: number; shard?: number[] },
  ): void {
    this.identifies += 1;
    this.intents = intents;
    this.shard = shard;
    if (token !== this.#world.token) {
      socket.close(4004, 'Authentication failed.');
      return;
    }
    this.#count += 1;
    const session: Session = { id: `session-${this.#count}`, sent: [], socket };
    this.#sessions.set(session.id, session);
    this.#current = session;
    this.#dispatch(session, 'READY', this.#world.ready(session.id, this.url()));
    for (const guild of this.#world.guilds()) this.#dispatch(session, 'GUILD_CREATE', guild);
  }

  #resume(socket: WebSocket, { session_id, seq }: { session_id: string; seq: number }): void {
    const session = this.#sessions.get(session_id);
    if (session === undefined) {
      socket.send(JSON.stringify({ op: 9, d: false }));
      return;
    }
    this.resumes += 1;
    session.socket = socket;
    this.#current = session;
    for (const one of session.sent.filter(
      (past) => past.s > seq || (this.replayAll && past.t === 'INTERACTION_CREATE'),
    ))
      socket.send(JSON.stringify({ op: 0, ...one }));
    this.#dispatch(session, 'RESUMED', {});
  }

  #dispatch(session: Session, t: string, d: unknown): void {
    const event = { s: session.sent.length + 1, t, d };
    session.sent.push(event);
    if (session.socket?.readyState === 1) session.socket.send(JSON.stringify({ op: 0, ...event }));
  }

  url(): string {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? `ws://127.0.0.1:${address.port}` : '';
  }

  /** To the session that is open, or to the one that will be resumed. */
  send(t: string, d: unknown): void {
    if (this.#current === undefined) throw new Error('nobody is connected');
    this.#dispatch(this.#current, t, d);
  }

  /** Cuts the connection without a word. */
  drop(): void {
    this.#current?.socket?.terminate();
  }

  closeWith(code: number): void {
    this.#current?.socket?.close(code);
  }

  close(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }
}
