import { webApi } from '@slack/bolt';
import { PlaceError } from '../../core/errors.ts';

/** Slack's refusals, by what they mean for us (reference/methods: the errors of each method). */

const GONE = new Set(['channel_not_found', 'is_archived', 'channel_is_archived', 'no_such_channel']);
/** The token is of no use any more: revoked, or the app was removed. */
const TOKEN = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'user_removed_from_team',
  'team_disabled',
]);
const FORBIDDEN = new Set([
  ...TOKEN,
  'not_in_channel',
  'missing_scope',
  'no_permission',
  'access_denied',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'ekm_access_denied',
  'team_access_not_granted',
  'not_allowed_token_type',
  // Somebody who left, or whom bots cannot write to.
  'user_not_found',
  'user_disabled',
  'users_not_found',
  'cannot_dm_bot',
  'messages_tab_disabled',
]);
const TRIGGER = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
  'trigger_expired',
]);
const MESSAGE_GONE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);
const FILE = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'slack_file_not_found',
  'invalid_slack_file',
]);

/** The bot is not installed there, or has been removed. */
export class NotInstalledError extends Error {
  constructor(team: string) {
    super(`the app is not installed in the workspace ${team}`);
    this.name = 'NotInstalledError';
  }
}

/** What a response_url refuses; it has no errors of the Web API. */
export class ResponseUrlError extends Error {
  readonly code: string;
  constructor(status: number, code: string) {
    super(`a response_url answers ${status}: ${code}`);
    this.name = 'ResponseUrlError';
    this.code = code;
  }
}

export function codeOf(error: unknown): string | undefined {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  return error instanceof ResponseUrlError ? error.code : undefined;
}

function isOf(set: ReadonlySet<string>, error: unknown): boolean {
  return set.has(codeOf(error) ?? '');
}

export const isTokenRefused = (error: unknown): boolean => isOf(TOKEN, error);
/** Three seconds have passed, or the trigger was used. */
export const isTriggerOver = (error: unknown): boolean => isOf(TRIGGER, error);
/** Somebody closed the modal. */
export const isViewGone = (error: unknown): boolean => codeOf(error) === 'not_found';
export const isMessageGone = (error: unknown): boolean => isOf(MESSAGE_GONE, error);
/** It opened something already: an answer to an earlier try was lost. */
export const isTriggerUsed = (error: unknown): boolean => codeOf(error) === 'exchanged_trigger_id';
/** A message with a fresh file: Slack may not be done with it yet. Of a view it only says that an argument is wrong, and which. */
export function isAboutFile(error: unknown): boolean {
  if (isOf(FILE, error)) return true;
  const says =
    error instanceof webApi.WebAPIPlatformError ? error.data.response_metadata?.messages : undefined;
  return codeOf(error) === 'invalid_arguments' && says?.some((one) => /slack.?file/i.test(one)) === true;
}

/** The request may have been carried out: no answer, or a fault of the server. */
export function isUnknown(error: unknown): boolean {
  if (error instanceof webApi.WebAPIRequestError || error instanceof webApi.WebAPIHTTPError) return true;
  return ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'].includes(
    codeOf(error) ?? '',
  );
}

/** The bot cannot be seen or heard in the channel, though a member can be. */
export function isOutside(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'not_in_channel' || code === 'channel_not_found' || code === 'user_not_in_channel';
}

export function asPlaceError(error: unknown): unknown {
  if (error instanceof NotInstalledError) return new PlaceError('forbidden', { cause: error });
  if (isOf(GONE, error)) return new PlaceError('gone', { cause: error });
  if (isOf(FORBIDDEN, error)) return new PlaceError('forbidden', { cause: error });
  return error;
}

/** What a log may say of a fault: nothing that was sent, no addresses (a response_url is as good as a token). */
export function faultFields(error: unknown): Readonly<Record<string, unknown>> {
  const code = codeOf(error);
  if (code !== undefined) {
    const details = error instanceof webApi.WebAPIPlatformError ? error.data.response_metadata : undefined;
    const messages = details?.messages?.join('; ').slice(0, 600);
    return { code, ...(messages === undefined ? {} : { messages }) };
  }
  if (error instanceof webApi.WebAPIHTTPError) return { status: error.statusCode };
  const fault = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = error instanceof Error ? error.stack?.split('\n').slice(1, 6) : undefined;
  return { fault: fault.replaceAll(/https?:\/\/\S+/g, '(address)').slice(0, 300), stack };
}
