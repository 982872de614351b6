import type { Block, Card, Control, Line, Mark, MenuItem, Tone } from './card.ts';
import type { Inline, RichText } from './inline.ts';

/** Longest label that fits every platform (Slack button text, 75 characters). */
export const MAX_LABEL = 75;

export function text(...pieces: Inline[]): Block {
  return { kind: 'text', text: pieces };
}

export function marked(mark: Mark, ...pieces: Inline[]): Block {
  return { kind: 'text', text: pieces, mark };
}

export function paragraphs(all: readonly RichText[], mark?: Mark): Block[] {
  return all.map((one) => ({ kind: 'text', text: one, ...(mark === undefined ? {} : { mark }) }));
}

export function button(label: string, line: Line, style?: 'primary' | 'danger'): Control {
  return { kind: 'button', label, line, ...(style === undefined ? {} : { style }) };
}

/** Choices a menu may have: a select of Discord holds 25 (docs: components/reference), one of Slack 100. */
export const MAX_MENU = 25;

/** A menu, or nothing where there is nothing to choose. */
export function menu(label: string, items: readonly MenuItem[]): Control | undefined {
  return items.length === 0 ? undefined : { kind: 'menu', label, items: items.slice(0, MAX_MENU) };
}

export function controls(...items: readonly (Control | undefined)[]): Block {
  return { kind: 'controls', items: items.filter((item) => item !== undefined) };
}

function checkLabel(label: string): void {
  if (label.length > MAX_LABEL)
    throw new RangeError(`a label has ${label.length} characters, ${MAX_LABEL} are allowed: ${label}`);
}

function callsOf(item: Control): readonly MenuItem[] {
  switch (item.kind) {
    case 'button':
      return [item];
    case 'menu':
      return item.items;
    case 'link':
      return [];
  }
}

/**
 * Builds a card and checks what no renderer may mend: a label over 75 characters, the same line twice.
 * Throws RangeError, so that a test meets it and never a member.
 */
export function card(
  tone: Tone,
  title: string | undefined,
  ...blocks: readonly (Block | readonly Block[])[]
): Card {
  const flat = blocks.flat();
  const lines = new Set<string>();
  for (const block of flat) {
    if (block.kind !== 'controls') continue;
    for (const item of block.items) {
      checkLabel(item.label);
      for (const call of callsOf(item)) {
        checkLabel(call.label);
        if (lines.has(call.line))
          throw new RangeError(`the line ${JSON.stringify(call.line)} is on two buttons of one card`);
        lines.add(call.line);
      }
    }
  }
  return {
    tone,
    blocks: flat.filter((block) => block.kind !== 'controls' || block.items.length > 0),
    ...(title === undefined ? {} : { title }),
  };
}
