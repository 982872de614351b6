import { adapterContract, type DoorUnderTest, type Seen } from '../../contracts/adapter.ts';
import type { Stored } from '../../support/discord/channels.ts';
import type { Conversation } from '../../support/discord/conversation.ts';
import { MINSEO, openDoor, PLACE } from '../../support/discord/door.ts';
import { CHANNEL, OWNER } from '../../support/discord/people.ts';
import { textOf, until } from '../../support/discord/reading.ts';

/** Interactions as people's side of the contract. */

function seen(conversation: Conversation): Seen {
  const shown = conversation.shown[0];
  return { text: textOf(shown?.body), private: shown?.private === true };
}

const textsOf = (all: readonly Stored[]): string[] => all.map((one) => textOf(one.body));

interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly { readonly component?: { readonly custom_id: string } }[];
}

async function open(): Promise<DoorUnderTest> {
  const door = await openDoor();
  const { discord } = door;
  let last: { id: string; conversation: Conversation } | undefined;
  return {
    get adapter() {
      return door.adapter;
    },
    place: PLACE,
    posted: async () => textsOf(discord.in(CHANNEL)),
    say: async (line) => seen(await door.interact({ kind: 'button', line, by: MINSEO })),
    async form(line) {
      const { type, data } = await door.interact({ kind: 'button', line, by: MINSEO });
      if (type !== 9) throw new Error(`no form but ${type}`);
      const { custom_id, title, components } = data as Modal;
      const fields = components.flatMap(({ component }) =>
        component === undefined ? [] : [component.custom_id],
      );
      return { text: title, submit: custom_id, fields };
    },
    async submit(line, fields, id) {
      if (id !== undefined && last?.id === id) {
        // Delivered again, as after a resumed connection.
        discord.gateway.send('INTERACTION_CREATE', last.conversation.event);
        await until(() => true, 'nothing');
        return seen(last.conversation);
      }
      const conversation = await door.interact({ kind: 'form', line, fields, by: MINSEO });
      if (id !== undefined) last = { id, conversation };
      return seen(conversation);
    },
    toldAdmins: async () => textsOf(discord.channels.told(OWNER)),
    told: async (member) => textsOf(discord.channels.told(member)),
    somebody: MINSEO.id,
    nowhere: { ...PLACE, channel: '700000000000000029' },
    threads: async () =>
      [...discord.channels.threads].flatMap(([id, name]) =>
        textsOf(discord.in(id)).map((text) => ({ name, text })),
      ),
    async close() {
      const faults = [...discord.faults];
      await door.close();
      if (faults.length > 0) throw new Error(`Discord would have refused: ${faults.join('\n')}`);
    },
  };
}

adapterContract('discord', open);
