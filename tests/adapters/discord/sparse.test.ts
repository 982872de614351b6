import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Conversation, type Pressed, type Spoken } from '../../support/discord/conversation.ts';
import { type DiscordDoor, isAnswered, MINSEO, openDoor } from '../../support/discord/door.ts';
import { textOf, until } from '../../support/discord/reading.ts';

/** Interactions that lack what Discord's description calls optional, or what an older server never sends. */

let door: DiscordDoor;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

function sendWithout(what: Spoken | Pressed, field: string): Conversation {
  const conversation = new Conversation(what);
  door.discord.conversations.set(conversation.token, conversation);
  const { [field]: _left, ...event } = conversation.event as Record<string, unknown>;
  door.discord.gateway.send('INTERACTION_CREATE', event);
  return conversation;
}

const HELP: Spoken = { kind: 'slash', command: 'help', by: MINSEO };

describe('a sparse interaction', () => {
  it.each([
    'guild_locale',
    'locale',
    'context',
    'app_permissions',
    'attachment_size_limit',
    'version',
    'channel',
    'entitlements',
    'authorizing_integration_owners',
  ])('without %s is answered', async (field) => {
    const conversation = sendWithout(HELP, field);
    await until(() => isAnswered(conversation), `an answer without ${field}`);
    expect(textOf(conversation.shown[0]?.body)).toMatch(/quiz/);
  });

  it('without a member cannot be answered, and the next one is', async () => {
    sendWithout(HELP, 'member');
    const next = await door.interact(HELP);
    expect(textOf(next.original?.body)).toMatch(/quiz/);
  });
});
