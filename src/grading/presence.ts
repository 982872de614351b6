import type { Node } from './compile.ts';
import type { Occurrence } from './occurrences.ts';
import type { Window } from './window.ts';

/** Cheap tests of what a pattern needs, before it is evaluated: most patterns are not in most clauses. */

const SEEN = 1;
const AFFIRMED = 2;
const NEGATED = 4;

export type Presence = (atom: number) => number;

function presenceOf(occurrences: readonly Occurrence[] | undefined): number {
  if (occurrences === undefined) return 0;
  let presence = SEEN;
  for (const { polarity } of occurrences) {
    if (polarity === 'affirmed') presence |= AFFIRMED;
    else if (polarity === 'negated') presence |= NEGATED;
  }
  return presence;
}

export function presenceIn(window: Window): Presence {
  return (atom) => presenceOf(window.byAtom.get(atom));
}

/** How each atom is said anywhere in the answer. */
export function presenceInAll(windows: readonly Window[], atoms: number): Presence {
  const seen = new Uint8Array(atoms);
  for (const { byAtom } of windows)
    for (const [atom, occurrences] of byAtom) seen[atom] = (seen[atom] ?? 0) | presenceOf(occurrences);
  return (atom) => seen[atom] ?? 0;
}

/** Whether the words that a clause needs are in it, whatever is said with them. */
export function mayStand(node: Node, byAtom: Window['byAtom']): boolean {
  switch (node.kind) {
    case 'word':
      return node.mode === 'absent' || byAtom.has(node.same) || byAtom.has(node.opposite);
    case 'formula':
      return true;
    case 'either':
      for (const item of node.items) if (mayStand(item, byAtom)) return true;
      return false;
    case 'all':
    case 'order':
      for (const item of node.items) if (!mayStand(item, byAtom)) return false;
      return true;
  }
}

/** Whether a word of the pattern is said with the contrary meaning; without one there is no contrary of the pattern. */
export function mayTurn(node: Node, presence: Presence, compares: boolean): boolean {
  switch (node.kind) {
    case 'formula':
      return false;
    case 'word':
      if (node.mode === 'than') return compares;
      return (
        node.mode === 'affirmed' &&
        ((presence(node.same) & NEGATED) !== 0 || (presence(node.opposite) & AFFIRMED) !== 0)
      );
    case 'either':
    case 'all':
    case 'order':
      for (const item of node.items) if (mayTurn(item, presence, compares)) return true;
      return false;
  }
}
