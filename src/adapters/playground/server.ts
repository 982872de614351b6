import { once } from 'node:events';
import type { Server } from 'node:http';
import { CLOSE_GRACE_MS } from './limits.ts';

/** Opening and closing the port. */

function hasCode(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** Says which setting to change; the system's own message names none. */
function explain(error: unknown, host: string, port: number): unknown {
  if (!hasCode(error)) return error;
  switch (error.code) {
    case 'EADDRINUSE':
      return new Error(`port ${port} on ${host} is taken; set PLAYGROUND_PORT to another one`, {
        cause: error,
      });
    case 'EACCES':
      return new Error(`port ${port} on ${host} may not be opened; set PLAYGROUND_PORT to one above 1023`, {
        cause: error,
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Error(`${host} is no address of this machine; set PLAYGROUND_HOST, for example 127.0.0.1`, {
        cause: error,
      });
    default:
      return error;
  }
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Opens the port and gives the address to open in a browser. */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  const listening = once(server, 'listening');
  server.listen(port, host);
  try {
    await listening;
  } catch (error) {
    throw explain(error, host, port);
  }
  return addressOf(server, host);
}

/** Closes the port; browsers keep idle connections open, so those are not waited for. */
export async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const grace = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
  await closed;
  clearTimeout(grace);
}
