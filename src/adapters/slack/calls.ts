import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { button, card, controls, text } from '../../cards/build.ts';
import type { Line } from '../../cards/card.ts';
import type { Locale } from '../../cards/inline.ts';
import type { Bot } from '../../core/bot.ts';
import type { Ack, Form, Incoming, Reply } from '../../core/call.ts';
import type { Log } from '../../core/ports.ts';
import { translator } from '../../texts/index.ts';
import { faultFields, isTriggerOver, isTriggerUsed } from './faults.ts';
import { formModal, type Modal, pickerModal } from './form.ts';
import { buttonsOf, type Home, withButtons } from './home.ts';
import { REMEMBERED_CALLS } from './limits.ts';
import { type Modals, waitingModal } from './modals.ts';
import type { Origin } from './origin.ts';
import type { People, Person } from './people.ts';
import { pickerFor } from './picking.ts';
import { incomingOf, type Received } from './receive.ts';
import type { Replies } from './replies.ts';

/** What one interaction comes to: a modal, or a reply. The same interaction twice is done once. */

/** Tells Slack that it has arrived; a submission may be answered with another modal. */
export type Acknowledge = (response?: {
  readonly response_action: 'update';
  readonly view: Modal;
}) => Promise<void>;

export interface Calls {
  take(call: Received, acknowledge: Acknowledge): Promise<void>;
  /** Does something of an id once, and waits for it at the end as for calls. */
  run(id: string, work: () => Promise<void>): Promise<void>;
  /** Waits for those under way, and for those that come meanwhile. */
  drain(): Promise<void>;
}

export interface CallTools {
  readonly bot: Bot;
  readonly defaultLocale: Locale;
  readonly home: Home;
  readonly log: Log;
  readonly modals: Modals;
  readonly people: People;
  readonly replies: Replies;
  readonly placeFor: (team: string, user: string) => Promise<string>;
}

/** A submission is stored before it is acknowledged, if that is quick: Slack keeps what was written until then. */
const STORE_MS = 800;
/** A reply that takes longer is announced. */
const PATIENCE_MS = 5000;

export function createCalls(tools: CallTools): Calls {
  const { bot, defaultLocale, home, log, modals, people, replies, placeFor } = tools;
  const seen = new Set<string>();
  const underWay = new Set<Promise<void>>();
  let turns: Promise<void> = Promise.resolve();

  function isNew(id: string): boolean {
    if (seen.has(id)) return false;
    seen.add(id);
    const oldest = seen.values().next().value;
    if (seen.size > REMEMBERED_CALLS && oldest !== undefined) seen.delete(oldest);
    return true;
  }

  function personOf({ origin, userName }: Received): Promise<Person> {
    return people.get(origin.team, origin.user, userName);
  }

  function quickPersonOf({ origin, userName }: Received): Promise<Person> {
    return people.quick(origin.team, origin.user, userName);
  }

  /** A form that came too late is offered again. */
  async function openModal(call: Received, modal: Modal, person: Person): Promise<string | undefined> {
    try {
      return await modals.open(call.origin, call.trigger, modal);
    } catch (error) {
      log.warn({ ...faultFields(error), interaction: call.id }, 'a modal could not be opened');
      // A form stands there; only what would be changed later has to be known by its id.
      if (isTriggerUsed(error) && modal.submit !== undefined) return undefined;
      if (!isTriggerOver(error)) throw error;
      const t = translator(person.locale);
      const line = (call.input.kind === 'line' ? call.input.text : '') as Line;
      const late = card('warn', undefined, text(t('form.late')), controls(button(t('form.again'), line)));
      await replies.tell(call.origin, late, person.locale);
      return undefined;
    }
  }

  /** Many at once: their first answers go out before anything is computed, then one begins after the other. */
  async function handle(incoming: Incoming): Promise<Reply> {
    turns = turns.then(() => nextTurn());
    await turns;
    return bot.handle(incoming);
  }

  /** Help, as a bare command asks for it: what there is, and a button for each. */
  function dressed(reply: Reply, call: Received, person: Person): Reply {
    const help = bot.commands.find((one) => one.name === 'help');
    const line = call.input.kind === 'line' ? call.input.text.toLowerCase() : '';
    if (help === undefined || ![help.name, ...help.aliases].includes(line)) return reply;
    return { ...reply, card: withButtons(reply.card, buttonsOf(bot.commands, person.admin, person.locale)) };
  }

  async function reply(call: Received, first: Ack, person: Person, working: Promise<Reply>): Promise<void> {
    const { origin, id } = call;
    const done = new AbortController();
    if (origin.responseUrl !== undefined && origin.view === undefined)
      void sleep(PATIENCE_MS, undefined, { signal: done.signal })
        .then(() => {
          const words = text(translator(person.locale)('wait.working'));
          return replies.tell(origin, card('neutral', undefined, words), person.locale);
        })
        .catch(() => undefined);
    const said = dressed(await working, call, person);
    done.abort();
    const announced = first.kind === 'form' ? 'private' : first.mode;
    try {
      await replies.send(origin, announced, said, id, person.locale);
    } catch (error) {
      log.error({ ...faultFields(error), interaction: id }, 'a reply could not be sent');
      await sayFault(call, person);
    }
    if (origin.home === true) await refreshHome(call);
  }

  async function refreshHome({ origin, id }: Received): Promise<void> {
    try {
      await home.publish(origin.team, origin.user, `${id}:home`);
    } catch (error) {
      log.error({ ...faultFields(error), interaction: id }, 'a Home tab could not be brought up to date');
    }
  }

  async function sayFault({ origin, id }: Received, person: Person | undefined): Promise<void> {
    const locale = person?.locale ?? defaultLocale;
    const said = translator(locale)('error.unknown', { reference: id.slice(-6) });
    await replies
      .tell(origin, card('bad', undefined, text(said)), locale)
      .catch((error: unknown) =>
        log.error({ ...faultFields(error), interaction: id }, 'not even the fault could be sent'),
      );
  }

  async function incomingFor(call: Received, person: Person): Promise<Incoming> {
    const { team, user, channel } = call.origin;
    return incomingOf(call, person, channel === '' ? await placeFor(team, user) : channel);
  }

  /** A modal that was sent: closed, or, where there is no channel to answer in, turned into the answer. */
  async function submitted(call: Received, view: string, acknowledge: Acknowledge): Promise<void> {
    const quick = await quickPersonOf(call);
    const first = bot.acknowledge(incomingOf(call, quick, call.origin.channel));
    if (first.kind === 'form') return acknowledge(update(formModal(first.form, call.origin)));
    const inModal = call.origin.view !== undefined || call.origin.channel === '';
    const answered: Received = inModal ? { ...call, origin: { ...call.origin, view } } : call;
    const working = personOf(call).then(async (person) => handle(await incomingFor(answered, person)));
    await Promise.race([working, sleep(STORE_MS)]);
    await acknowledge(inModal ? update(waitingModal(call.origin, quick.locale)) : undefined);
    await reply(answered, first, await personOf(call), working);
  }

  function update(view: Modal): { readonly response_action: 'update'; readonly view: Modal } {
    return { response_action: 'update', view };
  }

  async function pressed(call: Received, acknowledge: Acknowledge): Promise<void> {
    await acknowledge();
    const quick = await quickPersonOf(call);
    const line = call.input.kind === 'line' ? call.input.text : '';
    const picker = pickerFor(line, bot, quick.locale, call.typed === true);
    if (picker !== undefined) return opened(call, pickerModal(picker, call.origin), quick);
    const first = bot.acknowledge(incomingOf(call, quick, call.origin.channel));
    if (first.kind === 'form') return opened(call, formOf(first.form, call.origin), quick);
    const shown = await surfaced(call, quick);
    if (shown === undefined) return;
    const person = await personOf(call);
    await reply(shown, first, person, handle(await incomingFor(shown, person)));
  }

  function formOf(form: Form, { view: _view, ...origin }: Origin): Modal {
    return formModal(form, origin);
  }

  async function opened(call: Received, modal: Modal, person: Person): Promise<void> {
    await openModal(call, modal, person);
  }

  /** Where there is no message to answer under, a modal is opened at once and shows the reply later. */
  async function surfaced(call: Received, person: Person): Promise<Received | undefined> {
    const { origin } = call;
    if (origin.view !== undefined || origin.channel !== '') return call;
    const view = await openModal(call, waitingModal(origin, person.locale), person);
    return view === undefined ? undefined : { ...call, origin: { ...origin, view } };
  }

  async function begin(call: Received, acknowledge: Acknowledge): Promise<void> {
    if (!isNew(call.id)) return acknowledge();
    try {
      await (call.submitted === undefined
        ? pressed(call, acknowledge)
        : submitted(call, call.submitted, acknowledge));
    } catch (error) {
      log.error({ ...faultFields(error), interaction: call.id }, 'an interaction failed');
      await sayFault(call, undefined);
    }
  }

  function tracked(work: Promise<void>): Promise<void> {
    const done = work.finally(() => underWay.delete(done));
    underWay.add(done);
    return done;
  }

  return {
    take: (call, acknowledge) => tracked(begin(call, acknowledge)),
    run: async (id, work) => {
      if (isNew(id)) await tracked(work());
    },
    async drain() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
