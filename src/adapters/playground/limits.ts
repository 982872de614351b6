/** A page has no limits of a platform; these keep a mistaken or hostile client from hurting the process. */

/** Bytes of a request body: 4,000 code points of four bytes each, escaped, and the rest of the call. */
export const MAX_BODY = 64 * 1024;
/** Code points of an ordinary chat message or a typed command. */
export const MAX_TEXT = 4000;
export const MAX_QUERY = 200;
export const MAX_NAME = 100;
/** Messages a page shows; older ones stay in the log. */
export const SHOWN_MESSAGES = 100;
/** Answers remembered for a repeated click; replies that stand in the log are found there even later. */
export const REMEMBERED_CALLS = 500;
/** Proxies cut a silent stream after about a minute. */
export const HEARTBEAT_MS = 25_000;
/** What responses already on their way get after the last call has been answered. */
export const CLOSE_GRACE_MS = 250;
