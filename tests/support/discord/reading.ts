import type { MessageBody } from './limits.ts';

/** What stands in a message, and the buttons under it. */

interface Part {
  readonly type: number;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly components?: readonly Part[];
  readonly options?: readonly { readonly label: string; readonly value: string }[];
}

function parts(components: readonly Part[]): Part[] {
  return components.flatMap((one) => [one, ...parts(one.components ?? [])]);
}

export function textOf(body: MessageBody | undefined): string {
  return parts(body?.components ?? [])
    .map((one) => one.content)
    .filter((one) => one !== undefined)
    .join('\n');
}

/** Lines of buttons and choices by what is written on them. */
export function linesOf(body: MessageBody | undefined): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const one of parts(body?.components ?? [])) {
    if (one.type === 2 && one.custom_id !== undefined) lines.set(one.label ?? '', one.custom_id);
    for (const option of one.options ?? []) lines.set(option.label, option.value);
  }
  return lines;
}

export async function until(condition: () => boolean, what: string, ms = 15_000): Promise<void> {
  const end = performance.now() + ms;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`waited ${ms} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
