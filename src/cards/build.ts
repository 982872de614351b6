import type { Block, Card, Control, Line, Mark, Tone } from './card.ts';
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

export function controls(...items: readonly (Control | undefined)[]): Block {
  return { kind: 'controls', items: items.filter((item) => item !== undefined) };
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
      if (item.label.length > MAX_LABEL)
        throw new RangeError(
          `a label has ${item.label.length} characters, ${MAX_LABEL} are allowed: ${item.label}`,
        );
      if (item.kind !== 'button') continue;
      if (lines.has(item.line))
        throw new RangeError(`the line ${JSON.stringify(item.line)} is on two buttons of one card`);
      lines.add(item.line);
    }
  }
  return {
    tone,
    blocks: flat.filter((block) => block.kind !== 'controls' || block.items.length > 0),
    ...(title === undefined ? {} : { title }),
  };
}
