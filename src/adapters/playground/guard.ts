import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { Fault } from './fault.ts';

/** Keeps other web pages out: the playground has no log-in, so the browser's own rules are its door. */

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
const ANY_ADDRESS: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** The name in a Host header, without the port. */
function hostName(header: string): string {
  return header.replace(/:\d+$/, '').toLowerCase();
}

/**
 * Whether a Host header may reach us. A page of another site can point its own name at 127.0.0.1 (DNS rebinding),
 * but it cannot make the browser send a name or an address that is not its own.
 */
export function isOwnHost(header: string | undefined, configured: string): boolean {
  if (header === undefined) return false;
  const name = hostName(header);
  const own = isIP(configured) === 6 ? `[${configured}]` : configured.toLowerCase();
  if (LOOPBACK.has(name) || name === own) return true;
  // Listening on every address means being called by one of them: a literal address cannot be rebound.
  return ANY_ADDRESS.has(configured) && isIP(name.replace(/^\[|\]$/g, '')) !== 0;
}

export function guardHost(configured: string): MiddlewareHandler {
  return async (c, next) => {
    if (!isOwnHost(c.req.header('host'), configured)) throw new Fault(421, 'error.host');
    await next();
  };
}

export const secureHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('content-security-policy', CONTENT_SECURITY_POLICY);
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'no-referrer');
  c.header('cross-origin-resource-policy', 'same-origin');
  c.header('cross-origin-opener-policy', 'same-origin');
};

function sameOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.toLowerCase();
}

/** For requests that change something. */
export const guardOrigin: MiddlewareHandler = async (c, next) => {
  if (!sameOrigin(c.req.header('origin'), c.req.header('host'))) throw new Fault(403, 'error.origin');
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Fault(415, 'error.type');
  await next();
};
