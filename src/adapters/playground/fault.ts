import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { WordKey } from './words.ts';

/** A request that is refused: worded for the reader where the answer is made. */
export class Fault extends Error {
  readonly status: ContentfulStatusCode;
  readonly key: WordKey;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(
    status: ContentfulStatusCode,
    key: WordKey,
    params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${status} ${key}`);
    this.name = 'Fault';
    this.status = status;
    this.key = key;
    this.params = params;
  }
}
