import { adapterContract, type DoorUnderTest, type Seen } from '../../contracts/adapter.ts';
import { openDoor, PLACE, type Transport } from '../../support/slack/door.ts';
import type { Interaction } from '../../support/slack/interaction.ts';
import { CHANNEL, LEAD, MINSEO, OWNER } from '../../support/slack/people.ts';
import { inputsOf, textOf, until } from '../../support/slack/reading.ts';
import type { View, Workspace } from '../../support/slack/workspace.ts';

/** What people do in Slack as their side of the contract. */

function seen({ reply }: Interaction): Seen {
  return { text: textOf(reply), private: reply?.only !== undefined };
}

async function open(transport: Transport): Promise<DoorUnderTest> {
  const door = await openDoor(transport);
  const { hands, workspace, slack } = door;
  let last: { readonly id: string; readonly interaction: Interaction } | undefined;

  async function modal(line: string): Promise<View> {
    const asked = hands.command(MINSEO, line);
    await until(() => asked.view !== undefined, `the form of ${line}`);
    if (asked.view === undefined) throw new Error('no form');
    return asked.view;
  }

  return {
    get adapter() {
      return door.adapter;
    },
    place: PLACE,
    posted: async () => workspace.posted().map(textOf),
    say: async (line) => seen(await door.answer(hands.command(MINSEO, line))),
    async form(line) {
      const view = await modal(line);
      const fields = inputsOf(view).map((one) => one.name);
      return { text: textOf(view), submit: lineOf(view), fields };
    },
    async submit(line, fields, id) {
      if (id !== undefined && last?.id === id) {
        // Delivered again, as Slack does when it is not sure that it arrived.
        await last.interaction.again();
        return seen(last.interaction);
      }
      const interaction = await door.answer(hands.submit(MINSEO, await modal(line), fields));
      if (id !== undefined) last = { id, interaction };
      return seen(interaction);
    },
    toldAdmins: async () => [...toldIn(workspace, LEAD.id), ...toldIn(workspace, OWNER.id)],
    told: async (member) => toldIn(workspace, member),
    somebody: MINSEO.id,
    nowhere: { ...PLACE, channel: 'C0NOWHERE' },
    async threads() {
      const all = workspace.channels.get(CHANNEL)?.messages ?? [];
      // A thread has no name of its own in Slack: it is called by the message that it hangs on.
      return all
        .filter((one) => one.threadTs !== undefined && one.only === undefined)
        .map((one) => ({ name: 'Answers', text: textOf(one) }));
    },
    async close() {
      const violations = [...slack.violations];
      await door.close();
      if (violations.length > 0) throw new Error(`Slack would have refused: ${violations.join('\n')}`);
    },
  };
}

/** What somebody was told in their own chat with the bot. */
function toldIn(workspace: Workspace, member: string): readonly string[] {
  const chat = [...workspace.channels.values()].find((one) => one.with === member);
  return chat?.messages.map(textOf) ?? [];
}

/** The line that a form sends with its fields. */
function lineOf({ body }: View): string {
  return String(body.callback_id).replace(/^form:/, '');
}

adapterContract('slack over Socket Mode', () => open('Socket Mode'));
adapterContract('slack over HTTP', () => open('HTTP'));
