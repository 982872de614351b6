import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';
import { PlaceError } from '../../core/errors.ts';

/** Discord's refusals, by what they mean for us (docs: topics/opcodes-and-status-codes). */

const GONE: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
]);
const FORBIDDEN: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  // Somebody whose direct messages are closed.
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
]);

function codeOf(error: unknown): unknown {
  return error instanceof DiscordAPIError ? error.code : undefined;
}

/** The fault without what was sent: an error of discord.js holds the whole message with its pictures, and would be logged whole. */
function slim(error: unknown): unknown {
  if (!(error instanceof DiscordAPIError || error instanceof HTTPError)) return error;
  if ('requestBody' in error) Object.defineProperty(error, 'requestBody', { enumerable: false });
  return error;
}

/** Runs a call about a place; a refusal that only an admin can lift becomes a PlaceError. */
export async function aboutPlace<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const code = codeOf(error);
    if (GONE.has(code)) throw new PlaceError('gone', { cause: slim(error) });
    if (FORBIDDEN.has(code)) throw new PlaceError('forbidden', { cause: slim(error) });
    throw slim(error);
  }
}

/** Our first acknowledgement had arrived although its answer was lost. */
export function isAcknowledged(error: unknown): boolean {
  return codeOf(error) === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
}

/** An address that Discord does not have: not the same as a channel or message that is gone. */
export function isNoSuchRoute(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 404 && !error.code;
}

/** Somebody opened the thread before us, or we did and never heard of it. */
export function isThreadThere(error: unknown): boolean {
  return codeOf(error) === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage;
}

/** Somebody deleted the message. */
export function isMessageGone(error: unknown): boolean {
  return codeOf(error) === RESTJSONErrorCodes.UnknownMessage;
}

export function isTokenRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 401;
}

/** What a log may say of a fault: no request bodies (they hold answers), no addresses (they hold tokens of interactions). */
export function faultFields(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof DiscordAPIError)
    return {
      status: error.status,
      code: error.code,
      method: error.method,
      fault: error.message.slice(0, 600),
    };
  return error instanceof Error
    ? { fault: `${error.name}: ${error.message}`.slice(0, 300), stack: error.stack?.split('\n').slice(1, 6) }
    : { fault: String(error).slice(0, 300) };
}
