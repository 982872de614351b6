import { randomUUID } from 'node:crypto';
import { APP_TOKEN, BOT_TOKEN, SCOPES, TEAM } from './people.ts';
import { pingsOf } from './pings.ts';
import type { Fields } from './shape.ts';
import { type Message, Workspace } from './workspace.ts';

/** What the loopback Slack knows: workspaces, tokens, triggers, response URLs, and what went wrong. */

export interface Token {
  readonly kind: 'bot' | 'app';
  readonly team: string;
  readonly scopes: readonly string[];
  /** `token_revoked`, `account_inactive`: why it is refused now. */
  refused: string | undefined;
}

interface Trigger {
  readonly team: string;
  readonly user: string;
  readonly made: number;
  /** The view that a modal was open over, for views.push. */
  readonly view: string | undefined;
  used: boolean;
}

export interface ResponseUrl {
  readonly id: string;
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  /** The message that the button stands under. */
  readonly source: Message | undefined;
  readonly made: number;
  uses: number;
}

export type Result = Fields & { readonly ok: boolean };

export function refusal(error: string, more: Fields = {}): Result {
  return { ok: false, error, ...more };
}

/** interactivity/handling-user-interaction: a trigger is good for three seconds, a response_url for 30 minutes and five uses. */
const TRIGGER_MS = 3_000;
const RESPONSE_MS = 30 * 60_000;
const RESPONSE_USES = 5;

export class SlackState {
  readonly workspaces = new Map<string, Workspace>([[TEAM, new Workspace()]]);
  readonly tokens = new Map<string, Token>();
  readonly #triggers = new Map<string, Trigger>();
  readonly #responses = new Map<string, ResponseUrl>();
  /** What OAuth codes are worth: the team that a code installs to. */
  readonly codes = new Map<string, string>();
  /** All that broke a limit, or what a bot of this kind never does. */
  readonly violations: string[] = [];
  /** Milliseconds that triggers live; less where a test needs them dead. */
  triggerMs = TRIGGER_MS;
  /** How many of the newest messages conversations.history does not know yet. */
  historyLag = 0;
  /** How many times a message with a fresh file is refused. */
  fileLag = 0;
  /** Web API methods as they were called. */
  readonly calls: { readonly method: string; readonly args: Fields; readonly at: number }[] = [];

  constructor(scopes: readonly string[] = SCOPES) {
    this.tokens.set(BOT_TOKEN, { kind: 'bot', team: TEAM, scopes, refused: undefined });
    this.tokens.set(APP_TOKEN, {
      kind: 'app',
      team: TEAM,
      scopes: ['connections:write'],
      refused: undefined,
    });
  }

  workspace(team: string = TEAM): Workspace {
    const found = this.workspaces.get(team);
    if (found === undefined) throw new Error(`there is no workspace ${team}`);
    return found;
  }

  /** Another workspace, to which a code of the authorization page installs the app. */
  addWorkspace(id: string, code: string): Workspace {
    const workspace = new Workspace(id);
    this.workspaces.set(id, workspace);
    this.codes.set(code, id);
    return workspace;
  }

  /** A token stops working, as after a removal by an admin. */
  revoke(token: string = BOT_TOKEN, why = 'token_revoked'): void {
    const found = this.tokens.get(token);
    if (found !== undefined) found.refused = why;
  }

  violation(where: string, what: string): void {
    this.violations.push(`${where}: ${what}`);
  }

  notePings(where: string, body: Fields): void {
    for (const one of pingsOf(body)) this.violation(where, `would ping: ${one}`);
  }

  trigger(team: string, user: string, view?: string): string {
    const id = `trigger-${randomUUID()}`;
    this.#triggers.set(id, { team, user, view, made: performance.now(), used: false });
    return id;
  }

  /** Uses a trigger up; the error of Slack when it is of no use. */
  useTrigger(id: string): Trigger | string {
    const trigger = this.#triggers.get(id);
    if (trigger === undefined) return 'invalid_trigger_id';
    if (performance.now() - trigger.made > this.triggerMs) return 'expired_trigger_id';
    if (trigger.used) return 'exchanged_trigger_id';
    trigger.used = true;
    return trigger;
  }

  response(team: string, user: string, channel: string, source?: Message): ResponseUrl {
    const response: ResponseUrl = {
      id: randomUUID(),
      team,
      user,
      channel,
      source,
      made: performance.now(),
      uses: 0,
    };
    this.#responses.set(response.id, response);
    return response;
  }

  useResponse(id: string): ResponseUrl | string {
    const response = this.#responses.get(id);
    if (response === undefined) return 'invalid_url';
    if (performance.now() - response.made > RESPONSE_MS) return 'expired_url';
    if (response.uses >= RESPONSE_USES) return 'used_url';
    response.uses += 1;
    return response;
  }
}
