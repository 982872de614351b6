import type { Card } from '../../cards/card.ts';
import type { Locale } from '../../cards/inline.ts';
import { translator } from '../../texts/index.ts';
import type { Clients } from './clients.ts';
import { plain } from './controls.ts';
import { type Files, sendBlocks } from './files.ts';
import { cardModal, type Modal } from './form.ts';
import type { Origin } from './origin.ts';
import { renderView } from './render.ts';

/** Modals, opened by a trigger that is good for three seconds and one use. */

export interface Modals {
  /** On top of the one that the call came from, where there is one. The id of the new one. */
  open(origin: Origin, trigger: string, modal: Modal): Promise<string>;
  /** A card in a modal that is open. */
  show(origin: Origin, view: string, card: Card, locale: Locale): Promise<void>;
}

/** Stands there until the card is made: a modal has to be opened before that. */
export function waitingModal(origin: Origin, locale: Locale): Modal {
  const words = plain(translator(locale)('wait.working'));
  return cardModal([{ type: 'context', elements: [words] }], 'dailygrad', origin, locale);
}

export function createModals(
  clients: Clients,
  files: Files,
  directChat: (team: string, user: string) => Promise<string>,
): Modals {
  return {
    async open({ team, view: under }, trigger, view) {
      const client = await clients.get(team);
      const call = { trigger_id: trigger, view };
      const { view: opened } = await (under === undefined
        ? client.views.open(call)
        : client.views.push(call));
      if (opened?.id === undefined) throw new Error('Slack gave no id for a modal');
      return opened.id;
    },
    async show(origin, view, card, locale) {
      const client = await clients.get(origin.team);
      const { blocks, documents } = await files.ready(origin.team, renderView([card]));
      const { view: _view, ...from } = origin;
      await sendBlocks(blocks, (shown) =>
        client.views.update({
          view_id: view,
          view: cardModal(shown, card.title ?? 'dailygrad', from, locale),
        }),
      );
      if (documents.length === 0) return;
      await files.share(origin.team, documents, await directChat(origin.team, origin.user));
    },
  };
}
