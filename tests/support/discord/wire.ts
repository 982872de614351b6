import type { IncomingMessage } from 'node:http';

/** Requests and answers of the loopback Discord, as they come over the wire. */

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const NOT_FOUND: Answer = { status: 404, body: { code: 0, message: '404: Not Found' } };

export function refusal(status: number, code: number, message: string): Answer {
  return { status, body: { code, message } };
}

export async function readBody(request: IncomingMessage): Promise<Pick<Request, 'body' | 'files'>> {
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
