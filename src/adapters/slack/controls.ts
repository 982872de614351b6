import type { types } from '@slack/bolt';
import type { Control, MenuItem } from '../../cards/card.ts';
import { cut } from '../../cards/cut.ts';
import { MAX_BUTTON_LABEL, MAX_OPTION_TEXT, MAX_OPTIONS, MAX_PLACEHOLDER, ROW_ITEMS } from './limits.ts';
import { webAddress } from './rich-text.ts';

/** Buttons, links and menus; and the line that each stands for. */

type Item = types.ActionsBlockElement;

export function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

function buttonOf(item: Extract<Control, { kind: 'button' | 'link' }>, id: string): Item[] {
  const text = plain(cut(item.label, MAX_BUTTON_LABEL));
  if (item.kind === 'link') {
    const url = webAddress(item.url);
    return url === undefined ? [] : [{ type: 'button', text, url, action_id: `link-${id}` }];
  }
  const style = item.style === undefined ? {} : { style: item.style };
  return [{ type: 'button', text, value: item.line, action_id: `call-${id}`, ...style }];
}

/** What all lines begin with, as far as it leaves something of each. */
function sharedStart(lines: readonly string[]): string {
  const [first = ''] = lines;
  let length = Math.min(...lines.map((line) => line.length - 1));
  while (!lines.every((line) => line.startsWith(first.slice(0, length)))) length -= 1;
  return first.slice(0, length);
}

const MENU_ID = /^menu-\d+-\d+:(.*)$/s;

/**
 * A choice's value holds 75 characters and a line 96. The lines of a menu are calls of one command that differ at their ends, so
 * where one is too long the menu's own id (255 characters) keeps what they share. Nothing has to be remembered, and a menu
 * stays one. Lines that share too little become buttons, whose value holds 2,000.
 */
function menuOf(label: string, items: readonly MenuItem[], id: string): Item[] {
  const shown = items.slice(0, MAX_OPTIONS);
  const lines = shown.map(({ line }) => line);
  const start = lines.some((line) => line.length > MAX_OPTION_TEXT) ? sharedStart(lines) : '';
  if (lines.some((line) => line.length - start.length > MAX_OPTION_TEXT))
    return shown.flatMap((item, index) => buttonOf({ kind: 'button', ...item }, `${id}-${index}`));
  return [
    {
      type: 'static_select',
      action_id: `menu-${id}:${start}`,
      placeholder: plain(cut(label, MAX_PLACEHOLDER)),
      options: shown.map((item) => ({
        text: plain(cut(item.label, MAX_OPTION_TEXT)),
        value: item.line.slice(start.length),
      })),
    },
  ];
}

export function rowsOf(items: readonly Control[], block: number): types.ActionsBlock[] {
  const all = items.flatMap((item, index) =>
    item.kind === 'menu'
      ? menuOf(item.label, item.items, `${block}-${index}`)
      : buttonOf(item, `${block}-${index}`),
  );
  return Array.from({ length: Math.ceil(all.length / ROW_ITEMS) }, (_, row) => ({
    type: 'actions',
    elements: all.slice(row * ROW_ITEMS, (row + 1) * ROW_ITEMS),
  }));
}

/** Of a pressed element, as Slack tells of it; undefined for a link, which needs no answer. */
export function lineOf(action: {
  readonly action_id: string;
  readonly value?: string;
  readonly selected_option?: { readonly value?: string } | null;
}): string | undefined {
  const start = MENU_ID.exec(action.action_id)?.[1];
  if (start === undefined) return action.value;
  const chosen = action.selected_option?.value;
  return chosen === undefined ? undefined : start + chosen;
}
