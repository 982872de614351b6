import { randomUUID } from 'node:crypto';
import { asMessage } from './chat.ts';
import { APP, BOT_USER, type Person } from './people.ts';
import { type Control, inputsOf } from './reading.ts';
import { type Fields, listOf, textIn, wordsOf } from './shape.ts';
import { asView } from './views.ts';
import { type Message, timestamp, type View, type Workspace } from './workspace.ts';

/** What Slack sends to an app (docs.slack.dev/reference/interaction-payloads). */

const TOKEN = 'loopback-verification-token';

export interface From {
  readonly by: Person;
  readonly workspace: Workspace;
  readonly trigger: string;
}

function base({ by, workspace, trigger }: From): Fields {
  return {
    token: TOKEN,
    api_app_id: APP,
    trigger_id: trigger,
    is_enterprise_install: false,
    enterprise: null,
    team: { id: workspace.id, domain: 'study' },
    user: { id: by.id, username: by.name.toLowerCase(), name: by.name, team_id: workspace.id },
  };
}

export function slashCommand(
  from: From,
  command: string,
  text: string,
  channel: string,
  responseUrl: string,
): Fields {
  const { by, workspace, trigger } = from;
  return {
    token: TOKEN,
    team_id: workspace.id,
    team_domain: 'study',
    channel_id: channel,
    channel_name: workspace.channels.get(channel)?.name ?? 'directmessage',
    user_id: by.id,
    user_name: by.name.toLowerCase(),
    command,
    text,
    api_app_id: APP,
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: trigger,
  };
}

function actionOf({ element, blockId, option }: Control): Fields {
  const type = textIn(element, 'type');
  return {
    type,
    block_id: blockId,
    action_id: textIn(element, 'action_id') || 'auto',
    action_ts: timestamp(),
    ...(type === 'button' ? { text: element.text, value: element.value } : {}),
    ...(option === undefined ? {} : { selected_option: option }),
  };
}

/** Under a message the source is told as Slack does: whole for everybody's messages, by its place alone for private ones. */
export function pressUnderMessage(
  from: From,
  control: Control,
  message: Message,
  responseUrl: string,
): Fields {
  return {
    ...base(from),
    type: 'block_actions',
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: message.only !== undefined,
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    },
    channel: { id: message.channel, name: from.workspace.channels.get(message.channel)?.name ?? '' },
    ...(message.only === undefined ? { message: asMessage(message) } : {}),
    state: { values: {} },
    response_url: responseUrl,
    actions: [actionOf(control)],
  };
}

export function pressInView(from: From, control: Control, view: View): Fields {
  return {
    ...base(from),
    type: 'block_actions',
    container: { type: 'view', view_id: view.id },
    view: asView(view),
    actions: [actionOf(control)],
  };
}

function chosen(options: readonly Fields[], value: string): Fields {
  const found = options.find((one) => textIn(one, 'value') === value || wordsOf(one.text) === value);
  return found ?? { text: { type: 'plain_text', text: value }, value };
}

function stateOf(element: Fields, given: string | undefined): Fields {
  const type = textIn(element, 'type');
  const options = [
    ...listOf(element.options),
    ...listOf(element.option_groups).flatMap((one) => listOf(one.options)),
  ];
  if (type === 'checkboxes' || type.startsWith('multi_')) {
    const values = given === undefined ? undefined : given.split(',').filter(Boolean);
    return {
      type,
      selected_options: values?.map((one) => chosen(options, one)) ?? element.initial_options ?? [],
    };
  }
  if (type.endsWith('_select') || type === 'radio_buttons')
    return { type, selected_option: given ? chosen(options, given) : (element.initial_option ?? null) };
  if (type === 'timepicker') return { type, selected_time: given ?? element.initial_time ?? null };
  if (type === 'datepicker') return { type, selected_date: given ?? element.initial_date ?? null };
  return { type, value: (given ?? element.initial_value) || null };
}

/** Submitted as the client does: what may not be empty is not, nothing is longer than allowed. */
export function submission(from: From, view: View, fields: Readonly<Record<string, string>>): Fields {
  const values: Record<string, Record<string, Fields>> = {};
  const known = new Set<string>();
  for (const { name, blockId, label, optional, element } of inputsOf(view)) {
    const key = [name, blockId, label].find((one) => fields[one] !== undefined);
    if (key !== undefined) known.add(key);
    const value = stateOf(element, key === undefined ? undefined : fields[key]);
    const isEmpty = [value.value, value.selected_option, value.selected_time].every(
      (one) => one === undefined || one === null,
    );
    if (isEmpty && !optional && value.selected_options === undefined)
      throw new Error(`the client would not send ${label} empty`);
    if (textIn(value, 'value').length > Number(element.max_length ?? 3000))
      throw new Error(`the client would not send ${label} as long as this`);
    values[blockId] = { ...values[blockId], [name]: value };
  }
  for (const name of Object.keys(fields))
    if (!known.has(name)) throw new Error(`the form has no field ${name}`);
  return {
    ...base(from),
    type: 'view_submission',
    view: { ...asView(view), state: { values } },
    response_urls: [],
  };
}

export function closing(from: From, view: View): Fields {
  return { ...base(from), type: 'view_closed', view: asView(view), is_cleared: false };
}

export function suggestion(from: From, control: Control, typed: string, where: Message | View): Fields {
  const inView = 'id' in where;
  return {
    ...base(from),
    type: 'block_suggestion',
    action_id: textIn(control.element, 'action_id'),
    block_id: control.blockId,
    value: typed,
    container: inView
      ? { type: 'view', view_id: where.id }
      : {
          type: 'message',
          message_ts: where.ts,
          channel_id: where.channel,
          is_ephemeral: where.only !== undefined,
        },
    ...(inView ? { view: asView(where) } : { channel: { id: where.channel, name: '' } }),
  };
}

export function globalShortcut(from: From, callback: string): Fields {
  return { ...base(from), type: 'shortcut', callback_id: callback, action_ts: timestamp() };
}

export function messageShortcut(from: From, callback: string, message: Message, responseUrl: string): Fields {
  return {
    ...base(from),
    type: 'message_action',
    callback_id: callback,
    action_ts: timestamp(),
    message_ts: message.ts,
    channel: { id: message.channel, name: from.workspace.channels.get(message.channel)?.name ?? '' },
    message: asMessage(message),
    response_url: responseUrl,
  };
}

export function eventCallback(workspace: Workspace, event: Fields): Fields {
  return {
    token: TOKEN,
    team_id: workspace.id,
    api_app_id: APP,
    event: { event_ts: timestamp(), ...event },
    type: 'event_callback',
    event_id: `Ev${randomUUID().slice(0, 8).toUpperCase()}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.id,
        user_id: BOT_USER,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: randomUUID(),
  };
}
