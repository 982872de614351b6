import type { Bot } from '../../core/bot.ts';
import type { Reply } from '../../core/call.ts';
import type { LoggedMessage } from '../../core/ports.ts';
import type { CallAnswer } from './client/wire.ts';
import { Fault } from './fault.ts';
import { FormDialog } from './form.tsx';
import { REMEMBERED_CALLS } from './limits.ts';
import { type Call, callToIncoming, isCommand } from './receive.ts';
import type { Room } from './room.ts';
import { wordsOf } from './words.ts';

/** What one call of the page comes to: a form, or a message in the log. The same call twice is done once. */

export interface Calls {
  answer(call: Call): Promise<CallAnswer>;
  /** Refuses new calls and waits for those under way. */
  drain(): Promise<void>;
}

/** Under this key the reply stands in the log, so that a retry finds it even after a restart. */
function replyKey(call: Call): string {
  return `call:${call.member}:${call.id}`;
}

function place(reply: Reply, call: Call, room: Room): LoggedMessage {
  const pressed = call.message === undefined ? undefined : room.visible(call.message, call);
  if (reply.mode === 'replace' && pressed?.card !== undefined) {
    const edited = room.edit(pressed.id, reply.card);
    if (edited !== undefined) return edited;
  }
  const base = { channel: call.channel, card: reply.card, key: replyKey(call) };
  return room.append(reply.mode === 'channel' ? base : { ...base, privateTo: call.member });
}

async function handle(call: Call, bot: Bot, room: Room): Promise<CallAnswer> {
  room.channel(call.channel);
  const member = room.member(call.member);
  const asMessage = (message: LoggedMessage): CallAnswer => ({
    kind: 'message',
    message: room.wire(message, call),
  });

  const earlier = room.find(call.channel, replyKey(call));
  if (earlier !== undefined) return asMessage(earlier);
  if (!isCommand(call)) {
    const said = { channel: call.channel, author: member.id, text: call.text.trim(), key: replyKey(call) };
    return asMessage(room.append(said));
  }
  const incoming = callToIncoming(call, member);
  const ack = bot.acknowledge(incoming);
  if (ack.kind === 'form') {
    return { kind: 'form', html: String(FormDialog({ form: ack.form, words: wordsOf(call.locale) })) };
  }
  return asMessage(place(await bot.handle(incoming), call, room));
}

export function createCalls(bot: Bot, room: Room): Calls {
  const known = new Map<string, Promise<CallAnswer>>();
  const underWay = new Set<Promise<CallAnswer>>();
  let stopping = false;

  function begin(call: Call): Promise<CallAnswer> {
    const key = replyKey(call);
    const answer = handle(call, bot, room);
    known.set(key, answer);
    underWay.add(answer);
    const oldest = known.keys().next().value;
    if (known.size > REMEMBERED_CALLS && oldest !== undefined) known.delete(oldest);
    const end = () => underWay.delete(answer);
    answer.then(end, () => {
      end();
      // A call that failed may be tried again with the same id.
      known.delete(key);
    });
    return answer;
  }

  return {
    answer(call) {
      const earlier = known.get(replyKey(call));
      if (earlier !== undefined) return earlier;
      return stopping ? Promise.reject(new Fault(503, 'error.stopping')) : begin(call);
    },
    async drain() {
      stopping = true;
      await Promise.allSettled(underWay);
    },
  };
}
