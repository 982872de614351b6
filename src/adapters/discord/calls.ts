import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import {
  type Interaction,
  InteractionResponseType,
  MessageFlags,
  RequestMethod,
  type RouteLike,
  Routes,
} from 'discord.js';
import { card, text } from '../../cards/build.ts';
import type { Card } from '../../cards/card.ts';
import { cut } from '../../cards/cut.ts';
import type { Bot } from '../../core/bot.ts';
import type { Ack, Incoming, Mode, Reply } from '../../core/call.ts';
import { translator } from '../../texts/index.ts';
import { faultFields, isAcknowledged } from './faults.ts';
import { formToModal } from './form.ts';
import { MAX_CHOICE_TEXT, MAX_CHOICES, REMEMBERED_INTERACTIONS } from './limits.ts';
import { type MessageRequest, messageMaker } from './messages.ts';
import { type Call, type Completion, localeOf, receive } from './receive.ts';
import { type Payload, renderCard } from './render.ts';
import type { REST } from './rest.ts';
import type { DiscordSettings } from './settings.ts';

/** A sixth of what Discord waits for a first answer (docs: interactions/receiving-and-responding). */
const ACKNOWLEDGE_MS = 500;
/** How long a confirmation waits at most for what was written to be stored: a third of what Discord waits. */
const STORE_MS = 1000;

/** What one interaction comes to: completions, a form, or a reply. The same interaction twice is done once. */

export interface Calls {
  take(interaction: Interaction): void;
  /** Waits for those under way, and for those that come meanwhile. */
  drain(): Promise<void>;
}

type Target = Pick<Interaction, 'id' | 'token' | 'applicationId'>;

/** The requests that an interaction's token is good for. */
function createResponses(rest: REST, settings: DiscordSettings) {
  const toRequest = messageMaker(settings);

  /** The token in the address is what counts here, not the bot's. Answers are not read: some are empty. */
  async function send(
    method: RequestMethod,
    fullRoute: RouteLike,
    sent?: Partial<Pick<MessageRequest, 'files'>> & { readonly body?: unknown },
  ): Promise<void> {
    const answer = await rest.queueRequest({ method, fullRoute, auth: false, ...sent });
    await answer.arrayBuffer();
  }

  return {
    async respond({ id, token }: Target, body: unknown): Promise<void> {
      try {
        await send(RequestMethod.Post, Routes.interactionCallback(id, token), { body });
      } catch (error) {
        if (!isAcknowledged(error)) throw error;
      }
    },
    async edit({ applicationId, token }: Target, payload: Payload): Promise<void> {
      await send(RequestMethod.Patch, Routes.webhookMessage(applicationId, token), await toRequest(payload));
    },
    async followUp({ applicationId, token }: Target, payload: Payload, hidden: boolean): Promise<void> {
      const request = await toRequest(payload, hidden ? MessageFlags.Ephemeral : 0);
      await send(RequestMethod.Post, Routes.webhook(applicationId, token), request);
    },
    async remove({ applicationId, token }: Target): Promise<void> {
      await send(RequestMethod.Delete, Routes.webhookMessage(applicationId, token));
    },
  };
}

/** What the platform is told first: from the declaration alone, long before the command has run. */
function firstAnswer(ack: Ack, mode: Mode): unknown {
  if (ack.kind === 'form') return { type: InteractionResponseType.Modal, data: formToModal(ack.form) };
  if (mode === 'replace') return { type: InteractionResponseType.DeferredMessageUpdate };
  return {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    ...(mode === 'private' ? { data: { flags: MessageFlags.Ephemeral } } : {}),
  };
}

function isSubmission({ input }: Incoming): boolean {
  return input.kind === 'line' && input.fields !== undefined;
}

export function createCalls(bot: Bot, rest: REST, settings: DiscordSettings): Calls {
  const { log } = settings;
  const responses = createResponses(rest, settings);
  const seen = new Set<string>();
  const underWay = new Set<Promise<void>>();
  const acknowledging = new Set<Promise<boolean>>();
  let turns: Promise<void> = Promise.resolve();

  /** Whether the first answer arrived. */
  function acknowledge(target: Target, body: unknown, interaction: string): Promise<boolean> {
    const arrived = responses
      .respond(target, body)
      .then(
        () => true,
        (error: unknown) => {
          log.error({ ...faultFields(error), interaction }, 'an interaction was not acknowledged');
          return false;
        },
      )
      .finally(() => acknowledging.delete(arrived));
    acknowledging.add(arrived);
    return arrived;
  }

  /**
   * Many at once: first answers go before anything is computed, half a second at most.
   */
  async function quiet(): Promise<void> {
    const limit = new AbortController();
    const enough = sleep(ACKNOWLEDGE_MS, undefined, { signal: limit.signal }).catch(() => undefined);
    await Promise.race([Promise.allSettled(acknowledging), enough]);
    limit.abort();
    await turn();
  }

  /** One call at a time begins to compute, with a round of input and output in between. */
  async function turn(): Promise<void> {
    turns = turns.then(() => nextTurn());
    await turns;
  }

  /**
   * What was written is stored before its arrival is confirmed: whoever got an answer has not written in vain, even if this
   * process ends now. Storing takes a few milliseconds, so fifty at once are confirmed well in time.
   */
  async function store(incoming: Incoming): Promise<{ readonly reply: Promise<Reply> }> {
    await turn();
    const reply = bot.handle(incoming);
    const limit = new AbortController();
    const enough = sleep(STORE_MS, undefined, { signal: limit.signal }).catch(() => undefined);
    await Promise.race([reply, enough]);
    limit.abort();
    return { reply };
  }

  /** The reply in the place that was announced for it. */
  async function send(target: Target, call: Call, announced: Mode, reply: Reply): Promise<void> {
    const [first, ...more] = renderCard(reply.card);
    if (first === undefined) return;
    const misplaced = announced !== 'private' && reply.mode === 'private';
    const hidden =
      misplaced || announced === 'private' || (announced === 'replace' && call.pressed?.private === true);
    // A fault of a public call is for its author only: the public "thinking" goes, and the message under a button stays.
    if (misplaced && announced === 'channel') await responses.remove(target);
    if (misplaced) await responses.followUp(target, first, true);
    else await responses.edit(target, first);
    for (const payload of more) await responses.followUp(target, payload, hidden);
  }

  async function sendFault(target: Target, call: Call, announced: Mode): Promise<void> {
    const { id, locale } = call.incoming;
    const said = translator(locale)('error.unknown', { reference: id.slice(-6) });
    const fault: Card = card('bad', undefined, text(said));
    await send(target, call, announced, { card: fault, mode: 'private' }).catch((error: unknown) =>
      log.error({ ...faultFields(error), interaction: id }, 'not even the fault could be sent'),
    );
  }

  /** The last resort, where there was no first answer yet: a form that Discord refused, a fault of ours. */
  async function sayFault(interaction: Interaction): Promise<void> {
    await responses.respond(interaction, firstAnswer({ kind: 'wait', mode: 'private' }, 'private'));
    const said = translator(localeOf(interaction.locale))('error.unknown', {
      reference: interaction.id.slice(-6),
    });
    const [payload] = renderCard(card('bad', undefined, text(said)));
    if (payload !== undefined) await responses.edit(interaction, payload);
  }

  async function answer(target: Target, call: Call): Promise<void> {
    const { incoming } = call;
    const ack = bot.acknowledge(incoming);
    const wanted = ack.kind === 'form' ? 'private' : ack.mode;
    // Only a button has a message that can be replaced.
    const mode = wanted === 'replace' && call.pressed === undefined ? 'private' : wanted;
    if (ack.kind === 'form') return responses.respond(target, firstAnswer(ack, mode));
    const stored = isSubmission(incoming) ? await store(incoming) : undefined;
    const acknowledged = acknowledge(target, firstAnswer(ack, mode), incoming.id);
    if (stored === undefined) await quiet();
    const reply = await (stored === undefined ? bot.handle(incoming) : stored.reply);
    if (!(await acknowledged)) return;
    try {
      await send(target, call, mode, reply);
    } catch (error) {
      log.error({ ...faultFields(error), interaction: incoming.id }, 'a reply could not be sent');
      await sendFault(target, call, mode);
    }
  }

  async function complete(target: Target, { command, option, typed, locale }: Completion): Promise<void> {
    const choices = bot
      .complete(command, option, typed, locale)
      // A value that was cut would mean something else.
      .filter(({ value }) => value.length <= MAX_CHOICE_TEXT && value !== '')
      .slice(0, MAX_CHOICES)
      .map(({ value, label }) => ({ name: cut(label === '' ? value : label, MAX_CHOICE_TEXT), value }));
    const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
    await responses.respond(target, { type, data: { choices } });
  }

  async function begin(interaction: Interaction): Promise<void> {
    try {
      const received = receive(interaction, bot.commands);
      if (received?.kind === 'completion') await complete(interaction, received);
      else if (received !== undefined) await answer(interaction, received);
      else log.warn({ type: interaction.type }, 'an interaction of an unknown kind');
    } catch (error) {
      log.error({ ...faultFields(error), interaction: interaction.id }, 'an interaction failed');
      if (!interaction.isAutocomplete()) await sayFault(interaction).catch(() => undefined);
    }
  }

  return {
    take(interaction) {
      // A resumed connection may deliver again what had arrived (docs: events/gateway#resuming).
      if (seen.has(interaction.id)) return;
      seen.add(interaction.id);
      const oldest = seen.values().next().value;
      if (seen.size > REMEMBERED_INTERACTIONS && oldest !== undefined) seen.delete(oldest);
      const call = begin(interaction).finally(() => underWay.delete(call));
      underWay.add(call);
    },
    async drain() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
