import { one } from './dom.ts';
import type { Boot } from './wire.ts';

/** What the server wrote into the document for the scripts. */

export const boot = JSON.parse(one('#boot', HTMLScriptElement).text) as Boot;

export function say(key: string, params: Readonly<Record<string, string | number>> = {}): string {
  const words = boot.words[key] ?? key;
  return words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** Big numbers as the server writes them. */
export function figure(value: number): string {
  return value.toLocaleString('en');
}
