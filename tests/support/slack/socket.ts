import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Deliver, Delivered, Kind } from './delivery.ts';
import { APP } from './people.ts';
import { type Fields, fieldsOf, textIn } from './shape.ts';

/** Socket Mode on Slack's side (docs.slack.dev/apis/events-api/using-socket-mode). */

interface Waiting {
  readonly sentAt: number;
  readonly socket: WebSocket;
  resolve(delivered: Delivered): void;
  reject(error: Error): void;
}

export class LoopbackSocket {
  readonly #server: WebSocketServer;
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #tickets = new Set<string>();
  #open: WebSocket[] = [];
  /** Connections that were made and greeted. */
  connections = 0;
  /** Acknowledgements for envelopes that were not open. */
  readonly strays: string[] = [];

  constructor(server: Server) {
    this.#server = new WebSocketServer({ server, path: '/link' });
    this.#server.on('connection', (socket, request) => {
      const ticket = new URL(request.url ?? '/', 'http://loopback').searchParams.get('ticket') ?? '';
      if (!this.#tickets.delete(ticket)) return socket.close(4001, 'no such ticket');
      this.#greet(socket);
    });
  }

  #greet(socket: WebSocket): void {
    this.connections += 1;
    this.#open.push(socket);
    socket.on('message', (data) => this.#acknowledged(fieldsOf(JSON.parse(String(data)))));
    socket.on('close', () => {
      this.#open = this.#open.filter((one) => one !== socket);
      for (const one of [...this.#waiting.values()].flat())
        if (one.socket === socket) one.reject(new Error('the connection was lost'));
    });
    socket.on('error', () => socket.terminate());
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#open.length,
        connection_info: { app_id: APP },
        debug_info: { host: 'loopback', approximate_connection_time: 18_060 },
      }),
    );
  }

  #acknowledged(message: Fields): void {
    const id = textIn(message, 'envelope_id');
    const waiting = this.#waiting.get(id)?.shift();
    if (waiting === undefined) {
      this.strays.push(id);
      return;
    }
    waiting.resolve({ ms: performance.now() - waiting.sentAt, status: 200, body: message.payload ?? {} });
  }

  /** The address of a connection, good once. */
  ticket(): string {
    const address = this.#server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return `ws://127.0.0.1:${port}/link?ticket=${ticket}&app_id=${APP}`;
  }

  get isConnected(): boolean {
    return this.#open.length > 0;
  }

  /** Sends an envelope to the newest connection; resolves when it is acknowledged. */
  readonly deliver: Deliver = (kind, payload, again) => {
    const socket = this.#open.at(-1);
    if (socket === undefined) return Promise.reject(new Error('nobody is connected'));
    const envelope = again?.envelope ?? randomUUID();
    return new Promise((resolve, reject) => {
      const waiting = { sentAt: performance.now(), socket, resolve, reject };
      this.#waiting.set(envelope, [...(this.#waiting.get(envelope) ?? []), waiting]);
      socket.send(JSON.stringify(envelopeOf(kind, payload, envelope, again?.attempt ?? 0)));
    });
  };

  /** Asks the app to connect anew, as every few hours; the connection stays until the app closes it. */
  askToReconnect(reason: 'warning' | 'refresh_requested' = 'refresh_requested'): void {
    for (const socket of this.#open)
      socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'loopback' } }));
  }

  /** Cuts the connection without a word. */
  drop(): void {
    for (const socket of this.#open) socket.terminate();
  }

  close(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }
}

function envelopeOf(kind: Kind, payload: Fields, envelope: string, attempt: number): Fields {
  return {
    envelope_id: envelope,
    type: kind,
    payload,
    accepts_response_payload: kind !== 'events_api',
    ...(kind === 'events_api' ? { retry_attempt: attempt, retry_reason: attempt > 0 ? 'timeout' : '' } : {}),
  };
}
