import { blockText } from './blocks.ts';
import { type Fields, fieldsOf, isFields, listOf, textIn, wordsOf } from './shape.ts';
import type { Message, View } from './workspace.ts';

/** What people read and find in messages and views. */

export interface Control {
  /** What is written on it; for a menu, on one of its options. */
  readonly label: string;
  readonly blockId: string;
  readonly element: Fields;
  /** The option, where the control is one of a menu. */
  readonly option: Fields | undefined;
}

export function idOf(block: Fields, index: number): string {
  // Slack gives a block without an id one of its own.
  return textIn(block, 'block_id') || `auto-${index}`;
}

function elementsOf(block: Fields): readonly Fields[] {
  const inside = textIn(block, 'type') === 'actions' ? listOf(block.elements) : [];
  const single = [block.accessory, block.element].filter(isFields);
  return [...inside, ...single].filter((one) => textIn(one, 'type') !== 'image');
}

export function controlsOf(body: Fields): readonly Control[] {
  return listOf(body.blocks).flatMap((block, index) =>
    elementsOf(block).flatMap((element): Control[] => {
      const blockId = idOf(block, index);
      const options = [
        ...listOf(element.options),
        ...listOf(element.option_groups).flatMap((one) => listOf(one.options)),
      ];
      if (options.length === 0)
        return [{ label: wordsOf(element.text ?? element.placeholder), blockId, element, option: undefined }];
      return options.map((option) => ({ label: wordsOf(option.text), blockId, element, option }));
    }),
  );
}

export function labelsOf(body: Fields): readonly string[] {
  return controlsOf(body).map((one) => one.label);
}

/** All words of a message or view, a line a block; its fallback where there are no blocks. */
export function textOf(shown: Message | View | undefined): string {
  const body = shown?.body ?? {};
  const blocks = listOf(body.blocks);
  const title = wordsOf(body.title);
  if (blocks.length === 0) return [title, textIn(body, 'text')].filter(Boolean).join('\n');
  return [title, ...blocks.map(blockText)].filter(Boolean).join('\n');
}

/** Ids of the uploaded pictures that are shown in a message. */
export function picturesOf(shown: Message | View | undefined): readonly string[] {
  return listOf(shown?.body.blocks)
    .filter((one) => textIn(one, 'type') === 'image')
    .map((one) => textIn(fieldsOf(one.slack_file), 'id'));
}

export interface Asked {
  readonly name: string;
  readonly blockId: string;
  readonly label: string;
  readonly optional: boolean;
  readonly element: Fields;
}

/** The inputs of a modal. */
export function inputsOf(view: View): readonly Asked[] {
  return listOf(view.body.blocks).flatMap((block, index) => {
    if (textIn(block, 'type') !== 'input') return [];
    const element = fieldsOf(block.element);
    return [
      {
        name: textIn(element, 'action_id') || `auto-${index}`,
        blockId: idOf(block, index),
        label: wordsOf(block.label),
        optional: block.optional === true,
        element,
      },
    ];
  });
}

export async function until(condition: () => boolean, what: string, ms = 15_000): Promise<void> {
  const end = performance.now() + ms;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`waited ${ms} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
