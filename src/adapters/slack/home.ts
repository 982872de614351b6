import { button, card, controls, MAX_LABEL, marked } from '../../cards/build.ts';
import type { Block, Card, Control, Line } from '../../cards/card.ts';
import { cut } from '../../cards/cut.ts';
import type { Locale } from '../../cards/inline.ts';
import type { Bot } from '../../core/bot.ts';
import type { Incoming } from '../../core/call.ts';
import type { Command } from '../../core/command.ts';
import { translator } from '../../texts/index.ts';
import type { Clients } from './clients.ts';
import { type Files, sendBlocks } from './files.ts';

import type { People } from './people.ts';
import { incomingOf } from './receive.ts';
import { renderView } from './render.ts';

/** The Home tab, made of what the commands say: no streak, question or setting is known here. */

export interface Home {
  publish(team: string, user: string, id: string): Promise<void>;
}

/** In this order, as far as they are declared. */
const SHOWN = ['today', 'me stats', 'me heatmap', 'me settings', 'me remind', 'me reminders'];

function isReady(command: Command): boolean {
  return Object.values(command.options).every((option) => !option.required);
}

/** Stands in the tab itself; one that asks for something first is a button. */
function isShown(command: Command): boolean {
  return SHOWN.includes(command.name) && command.form === undefined && isReady(command);
}

/** A button for everything that can be done without an option. */
export function buttonsOf(commands: readonly Command[], isAdmin: boolean, locale: Locale): Control[] {
  return commands
    .filter((one) => one.listed && isReady(one) && (one.admin !== true || isAdmin))
    .map((one) => {
      const name = locale === 'ko' ? (one.aliases[0] ?? one.name) : one.name;
      return button(cut(name, MAX_LABEL), one.name as Line);
    });
}

function linesIn(block: Block): readonly string[] {
  if (block.kind !== 'controls') return [];
  return block.items.flatMap((item) => (item.kind === 'button' ? [item.line] : []));
}

/** A card with a row of buttons under it, each line once. */
export function withButtons(shown: Card, items: readonly Control[]): Card {
  const there = new Set<string>(shown.blocks.flatMap(linesIn));
  const more = items.filter((item) => item.kind !== 'button' || !there.has(item.line));
  return { ...shown, blocks: [...shown.blocks, ...(more.length === 0 ? [] : [controls(...more)])] };
}

interface Tools {
  readonly bot: Bot;
  readonly clients: Clients;
  readonly files: Files;
  readonly people: People;
  readonly placeFor: (team: string, user: string) => Promise<string>;
}

export function createHome({ bot, clients, files, people, placeFor }: Tools): Home {
  async function cardsFor(call: Omit<Incoming, 'input'>): Promise<Card[]> {
    const cards: Card[] = [];
    for (const name of SHOWN) {
      if (!bot.commands.some((one) => one.name === name && isShown(one))) continue;
      cards.push((await bot.handle({ ...call, input: { kind: 'line', text: name } })).card);
    }
    return cards;
  }

  return {
    async publish(team, user, id) {
      const person = await people.get(team, user, user);
      const received = {
        id,
        input: { kind: 'line' as const, text: 'help' },
        origin: { team, user, channel: '', home: true },
        userName: user,
        trigger: '',
      };
      const call = incomingOf(received, person, await placeFor(team, user));
      const others = bot.commands.filter((one) => !isShown(one));
      const more = card(
        'neutral',
        undefined,
        marked('heading', translator(person.locale)('home.more')),
        controls(...buttonsOf(others, person.admin, person.locale)),
      );
      const { blocks } = await files.ready(team, renderView([...(await cardsFor(call)), more]));
      const client = await clients.get(team);
      await sendBlocks(blocks, (shown) =>
        client.views.publish({ user_id: user, view: { type: 'home', blocks: shown } }),
      );
    },
  };
}
