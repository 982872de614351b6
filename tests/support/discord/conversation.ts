import type { MessageBody } from './limits.ts';
import { APPLICATION, CHANNEL, GUILD, member, type Person, snowflake, user } from './people.ts';

/** One interaction, from what somebody did to what they see. */

interface Where {
  readonly by: Person;
  readonly locale?: string;
  readonly channel?: string;
  /** False: a direct chat with the bot. */
  readonly guild?: boolean;
}

export interface Spoken extends Where {
  readonly kind: 'slash' | 'complete' | 'menu of a message';
  /** `me stats`, or the name in a message's menu. */
  readonly command: string;
  readonly options?: Readonly<Record<string, string | number>>;
  /** The option that is being typed. */
  readonly focused?: string;
  readonly message?: { readonly content: string; readonly author: Person };
}

export interface Pressed extends Where {
  readonly kind: 'button' | 'choice' | 'form';
  /** The custom_id of the button or form, or the value that was chosen. */
  readonly line: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** The message that the button stands under. */
  readonly under?: { readonly id: string; readonly private: boolean };
}

export interface Shown {
  readonly body: MessageBody;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly private: boolean;
}

const EPHEMERAL = 64;

function optionsOf({ options = {}, focused }: Spoken): object[] {
  return Object.entries(options).map(([name, value]) => ({
    name,
    type: typeof value === 'number' ? 4 : 3,
    value,
    ...(name === focused ? { focused: true } : {}),
  }));
}

function commandData(what: Spoken): object {
  const id = snowflake();
  if (what.kind === 'menu of a message') {
    const target = snowflake();
    const message = {
      id: target,
      channel_id: CHANNEL,
      type: 0,
      content: what.message?.content ?? '',
      author: user(what.message?.author ?? what.by),
      attachments: [],
      embeds: [],
      mentions: [],
      mention_roles: [],
      components: [],
      timestamp: '2026-11-29T00:00:00.000Z',
      edited_timestamp: null,
      pinned: false,
      tts: false,
      mention_everyone: false,
      flags: 0,
    };
    return {
      id,
      type: 3,
      name: what.command,
      target_id: target,
      resolved: { messages: { [target]: message } },
    };
  }
  const [name = '', part] = what.command.split(' ');
  const options = part === undefined ? optionsOf(what) : [{ type: 1, name: part, options: optionsOf(what) }];
  return { id, type: 1, name, options };
}

function pressedData(what: Pressed): object {
  if (what.kind === 'button') return { component_type: 2, custom_id: what.line };
  if (what.kind === 'choice') return { component_type: 3, custom_id: 'menu-0-0', values: [what.line] };
  const components = Object.entries(what.fields ?? {}).map(([name, value], index) => ({
    type: 18,
    id: index + 2,
    component: { type: 4, id: index + 3, custom_id: name, value },
  }));
  return { custom_id: what.line, components: [{ type: 10, id: 1 }, ...components] };
}

const TYPES = { slash: 2, 'menu of a message': 2, complete: 4, button: 3, choice: 3, form: 5 } as const;

function underMessage(what: Pressed): object {
  const under = what.under;
  if (under === undefined && what.kind === 'form') return {};
  return {
    message: {
      id: under?.id ?? snowflake(),
      channel_id: what.channel ?? CHANNEL,
      type: 0,
      content: '',
      author: user({ id: APPLICATION, name: 'dailygrad' }),
      attachments: [],
      embeds: [],
      mentions: [],
      mention_roles: [],
      components: [],
      timestamp: '2026-11-29T00:00:00.000Z',
      edited_timestamp: null,
      pinned: false,
      tts: false,
      mention_everyone: false,
      flags: under?.private === true ? EPHEMERAL : 0,
    },
  };
}

function isPressed(what: Spoken | Pressed): what is Pressed {
  return 'line' in what;
}

export class Conversation {
  readonly id = snowflake();
  readonly token = `token-${this.id}`;
  readonly event: object;
  readonly by: Person;
  readonly #under: Pressed['under'];
  readonly #sentAt = performance.now();
  /** Milliseconds until the first answer. */
  firstAnswerMs = Number.POSITIVE_INFINITY;
  type: number | undefined;
  data: unknown;
  /** The reply, if it is a message of its own. */
  original: Shown | undefined;
  /** The message under the button after it was replaced. */
  replaced: Shown | undefined;
  readonly followUps: Shown[] = [];
  removed = false;
  #deferredPrivate = false;

  constructor(what: Spoken | Pressed) {
    this.#under = isPressed(what) ? what.under : undefined;
    const guild = what.guild !== false;
    this.by = what.by;
    this.event = {
      id: this.id,
      token: this.token,
      application_id: APPLICATION,
      version: 1,
      type: TYPES[what.kind],
      data: isPressed(what) ? pressedData(what) : commandData(what),
      ...(isPressed(what) ? underMessage(what) : {}),
      channel: { id: what.channel ?? CHANNEL, type: guild ? 0 : 1, ...(guild ? { guild_id: GUILD } : {}) },
      channel_id: what.channel ?? CHANNEL,
      ...(guild ? { guild_id: GUILD, guild_locale: 'ko', member: member(what.by) } : { user: user(what.by) }),
      locale: what.locale ?? 'ko',
      app_permissions: '2147483647',
      entitlements: [],
      authorizing_integration_owners: guild ? { 0: GUILD } : { 1: what.by.id },
      context: guild ? 0 : 1,
      attachment_size_limit: 10_485_760,
    };
  }

  /** False: there was a first answer already. */
  acknowledge(type: number, data: (MessageBody & object) | undefined): boolean {
    if (this.type !== undefined) return false;
    this.type = type;
    this.data = data;
    this.firstAnswerMs = performance.now() - this.#sentAt;
    this.#deferredPrivate = type === 5 && ((data?.flags ?? 0) & EPHEMERAL) !== 0;
    return true;
  }

  edit(body: MessageBody, files: Shown['files']): void {
    if (this.type === 6) this.replaced = { body, files, private: this.#under?.private === true };
    else this.original = { body, files, private: this.#deferredPrivate };
  }

  /** The first follow-up of a deferred reply that still stands is that reply (docs: interactions/receiving-and-responding). */
  followUp(body: MessageBody, files: Shown['files']): void {
    const isReply = this.type === 5 && this.original === undefined && !this.removed;
    if (isReply) this.edit(body, files);
    else this.followUps.push({ body, files, private: ((body.flags ?? 0) & EPHEMERAL) !== 0 });
  }

  remove(): void {
    this.removed = true;
    this.original = undefined;
  }

  /** Everything that is shown now. */
  get shown(): readonly Shown[] {
    return [this.original, this.replaced, ...this.followUps].filter((one) => one !== undefined);
  }
}
