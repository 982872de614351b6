import { checked, shownOf } from './chat.ts';
import type { Deliver, Delivered, Kind } from './delivery.ts';
import { checkOptions } from './elements.ts';
import { Interaction } from './interaction.ts';
import { Complaints } from './limits.ts';
import * as payloads from './payloads.ts';
import { CHANNEL, type Person } from './people.ts';
import { type Control, controlsOf } from './reading.ts';
import { type Fields, fieldsOf, listOf, textIn, wordsOf } from './shape.ts';
import type { SlackState } from './state.ts';
import { changeView, checkedView, openView } from './views.ts';
import type { Message, View, Workspace } from './workspace.ts';

/** What people do with their hands in Slack: type, press, choose, fill in, open. */

function isView(where: Message | View): where is View {
  return 'id' in where;
}

function controlIn(where: Message | View, label: string): Control {
  const all = controlsOf(where.body);
  const found = all.find((one) => one.label === label || textIn(one.element, 'action_id') === label);
  if (found !== undefined) return found;
  throw new Error(`nothing is called ${label}; there are ${all.map((one) => one.label).join(', ')}`);
}

export class Hands {
  readonly #state: SlackState;
  readonly #workspace: Workspace;
  readonly #url: () => string;
  readonly #deliver: () => Deliver;

  constructor(state: SlackState, workspace: Workspace, url: () => string, deliver: () => Deliver) {
    this.#state = state;
    this.#workspace = workspace;
    this.#url = url;
    this.#deliver = deliver;
  }

  #from(by: Person, view?: string): payloads.From {
    const { id } = this.#workspace;
    return { by, workspace: this.#workspace, trigger: this.#state.trigger(id, by.id, view) };
  }

  #responseUrl(by: Person, channel: string, source?: Message): string {
    return `${this.#url()}/response/${this.#state.response(this.#workspace.id, by.id, channel, source).id}`;
  }

  #do(
    by: Person,
    channel: string | undefined,
    kind: Kind,
    payload: Fields,
    onAcknowledged: (delivered: Delivered) => void = () => {},
  ): Interaction {
    return new Interaction({
      by,
      workspace: this.#workspace,
      channel,
      kind,
      payload,
      deliver: this.#deliver(),
      onAcknowledged,
    });
  }

  /** Types `/grad TEXT`; in the chat with the bot where the channel is `direct`. */
  command(by: Person, text: string, { channel = CHANNEL, command = '/grad' } = {}): Interaction {
    const id = channel === 'direct' ? this.#workspace.directChat(by.id).id : channel;
    const payload = payloads.slashCommand(this.#from(by), command, text, id, this.#responseUrl(by, id));
    return this.#do(by, id, 'slash_commands', payload, ({ body }) => this.#said(by, id, fieldsOf(body)));
  }

  /** An acknowledgement with words is a first answer. */
  #said(by: Person, channelId: string, body: Fields): void {
    if (body.text === undefined && body.blocks === undefined) return;
    const channel = this.#workspace.channels.get(channelId);
    if (channel === undefined) return;
    checked({ state: this.#state, workspace: this.#workspace }, 'acknowledgement', body);
    const isPublic = body.response_type === 'in_channel';
    this.#workspace.add(channel, shownOf(body), isPublic ? {} : { only: by.id });
  }

  /** Presses a button, or chooses an option, by what is written on it or by its action_id. */
  press(by: Person, label: string, where: Message | View): Interaction {
    const control = controlIn(where, label);
    if (isView(where)) {
      const channel = undefined;
      const from = this.#from(by, where.type === 'modal' ? where.id : undefined);
      return this.#do(by, channel, 'interactive', payloads.pressInView(from, control, where));
    }
    const { channel } = where;
    const url = this.#responseUrl(by, channel, where);
    const payload = payloads.pressUnderMessage(this.#from(by), control, where, url);
    return this.#do(by, channel, 'interactive', payload);
  }

  /** Sends a modal; the channel is where its answer is looked for. */
  submit(
    by: Person,
    view: View,
    fields: Readonly<Record<string, string>>,
    channel: string | undefined = CHANNEL,
  ): Interaction {
    const payload = payloads.submission(this.#from(by, view.id), view, fields);
    return this.#do(by, channel, 'interactive', payload, ({ body }) => this.#submitted(view, fieldsOf(body)));
  }

  /** docs.slack.dev/surfaces/modals#interactions: what an acknowledgement of a submission may ask for. */
  #submitted(view: View, body: Fields): void {
    const action = textIn(body, 'response_action');
    if (action === '' || action === 'clear') view.open = false;
    if (action === 'update' || action === 'push') {
      const next = fieldsOf(body.view);
      if (checkedView(this.#state, this.#workspace, `submission, ${action}`, next) !== undefined) return;
      if (action === 'update') changeView(this.#workspace, view, next);
      else openView(this.#workspace, view.user, next);
    }
    if (action === 'errors') {
      const blocks = listOf(view.body.blocks).map((one) => textIn(one, 'block_id'));
      for (const name of Object.keys(fieldsOf(body.errors)))
        if (!blocks.includes(name))
          this.#state.violation('submission', `an error for ${name}, which is no block`);
    }
  }

  close(by: Person, view: View): Interaction {
    view.open = false;
    return this.#do(by, undefined, 'interactive', payloads.closing(this.#from(by), view));
  }

  /** Types into a menu whose options the app gives; what it offers, by value and words. */
  async suggest(
    by: Person,
    typed: string,
    where: Message | View,
    label?: string,
  ): Promise<readonly { readonly value: string; readonly label: string }[]> {
    const control =
      label === undefined
        ? controlsOf(where.body).find((one) => textIn(one.element, 'type').includes('external_select'))
        : controlIn(where, label);
    if (control === undefined) throw new Error('there is no menu to type into');
    // Fewer characters than this are not sent to the app; three where nothing is said.
    const least = Number(control.element.min_query_length ?? 3);
    if ([...typed].length < least) return [];
    const payload = payloads.suggestion(this.#from(by), control, typed, where);
    const { body } = await this.#do(by, undefined, 'interactive', payload).acknowledged;
    const options = listOf(fieldsOf(body).options);
    const complaints = new Complaints();
    if (options.length > 0) checkOptions(options, '/options', 'offered options', complaints);
    for (const one of complaints.all) this.#state.violation('block_suggestion', one);
    return options.map((one) => ({ value: textIn(one, 'value'), label: wordsOf(one.text) }));
  }

  shortcut(by: Person, callback: string): Interaction {
    return this.#do(by, undefined, 'interactive', payloads.globalShortcut(this.#from(by), callback));
  }

  messageShortcut(by: Person, callback: string, message: Message): Interaction {
    const url = this.#responseUrl(by, message.channel);
    const payload = payloads.messageShortcut(this.#from(by), callback, message, url);
    return this.#do(by, message.channel, 'interactive', payload);
  }

  openHome(by: Person): Interaction {
    const channel = this.#workspace.directChat(by.id).id;
    return this.event({ type: 'app_home_opened', user: by.id, channel, tab: 'home' }, by);
  }

  event(event: Fields, by: Person = { id: '', name: '' }): Interaction {
    return this.#do(by, undefined, 'events_api', payloads.eventCallback(this.#workspace, event));
  }

  /** Somebody writes a message of their own. */
  write(by: Person, text: string, channel: string = CHANNEL): Message {
    const place = this.#workspace.channels.get(channel);
    if (place === undefined) throw new Error(`there is no channel ${channel}`);
    return this.#workspace.add(place, { text }, { user: by.id });
  }
}
