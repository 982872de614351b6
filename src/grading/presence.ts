import type { Node } from './compile.ts';
import type { Occurrence } from './occurrences.ts';
import type { Window } from './window.ts';

/**
 * Cheap tests of what a pattern needs, before it is evaluated: most patterns are not in most answers. What each pattern of
 * a rubric needs lies in one array of numbers: the evaluation of a pattern that is ruled out touches nothing else.
 */

const SEEN = 1;
const AFFIRMED = 2;
const NEGATED = 4;

function presenceOf(occurrences: readonly Occurrence[] | undefined): number {
  if (occurrences === undefined) return 0;
  let presence = SEEN;
  for (const { polarity } of occurrences) {
    if (polarity === 'affirmed') presence |= AFFIRMED;
    else if (polarity === 'negated') presence |= NEGATED;
  }
  return presence;
}

/** How each atom is said anywhere in the answer. */
export function presenceIn(windows: readonly Window[], atoms: number): Uint8Array {
  const presence = new Uint8Array(atoms);
  for (const { byAtom } of windows)
    for (const [atom, occurrences] of byAtom)
      presence[atom] = (presence[atom] ?? 0) | presenceOf(occurrences);
  return presence;
}

/** Groups of atoms: where none of a group is, the pattern can neither be stated nor contradicted. */
function groupsOf(node: Node): readonly (readonly number[])[] {
  switch (node.kind) {
    case 'word':
      if (node.mode === 'absent') return [];
      return [node.opposite < 0 ? [node.same] : [node.same, node.opposite]];
    case 'formula':
      return [];
    case 'all':
    case 'order':
      return node.items.flatMap(groupsOf);
    case 'either': {
      // One of several words: any of their atoms will do. Anything more involved is left to the evaluation.
      const groups = node.items.map(groupsOf);
      const simple = groups.every((needs) => needs.length === 1);
      return simple ? [groups.flatMap((needs) => needs.flat())] : [];
    }
  }
}

type Word = Extract<Node, { kind: 'word' }>;

function wordsOf(node: Node): Word[] {
  if (node.kind === 'formula') return [];
  return node.kind === 'word' ? [node] : node.items.flatMap(wordsOf);
}

/** What a pattern needs: its groups, each after its size, and a 0; then for the contrary, see `mayTurn`. */
export function needsOf(node: Node): number[] {
  const groups = groupsOf(node).flatMap((group) => [group.length, ...group]);
  const words = wordsOf(node);
  const compares = words.some((word) => word.mode === 'than') ? 1 : 0;
  const turning = words.filter((word) => word.mode === 'affirmed');
  return [
    ...groups,
    0,
    compares,
    turning.length,
    ...turning.flatMap(({ same, opposite }) => [same, opposite]),
  ];
}

/** Where the needs of the contrary begin, if the answer has a word of each group; otherwise -1. */
export function mayHold(needs: Int32Array, start: number, presence: Uint8Array): number {
  let at = start;
  for (let size = needs[at] ?? 0; size > 0; size = needs[at] ?? 0) {
    let held = 0;
    for (let i = at + 1; i <= at + size; i++) held |= presence[needs[i] ?? -1] ?? 0;
    if (held === 0) return -1;
    at += 1 + size;
  }
  return at + 1;
}

/** Whether a word of the pattern is said with the contrary meaning; without one there is no contrary of the pattern. */
export function mayTurn(needs: Int32Array, start: number, presence: Uint8Array, compares: boolean): boolean {
  if (compares && needs[start] === 1) return true;
  const end = start + 2 + 2 * (needs[start + 1] ?? 0);
  for (let at = start + 2; at < end; at += 2) {
    if (((presence[needs[at] ?? -1] ?? 0) & NEGATED) !== 0) return true;
    if (((presence[needs[at + 1] ?? -1] ?? 0) & AFFIRMED) !== 0) return true;
  }
  return false;
}

/** Whether the words that a clause needs are in it, whatever is said with them. */
export function mayStandIn(byAtom: Window['byAtom'], node: Node): boolean {
  switch (node.kind) {
    case 'word':
      return node.mode === 'absent' || byAtom.has(node.same) || byAtom.has(node.opposite);
    case 'formula':
      return true;
    case 'either':
      for (const item of node.items) if (mayStandIn(byAtom, item)) return true;
      return false;
    case 'all':
    case 'order':
      for (const item of node.items) if (!mayStandIn(byAtom, item)) return false;
      return true;
  }
}

/** Whether a word of a clause is said with the contrary meaning in it. */
export function mayTurnIn(byAtom: Window['byAtom'], node: Node, compares: boolean): boolean {
  switch (node.kind) {
    case 'formula':
      return false;
    case 'word':
      if (node.mode === 'than') return compares;
      if (node.mode !== 'affirmed') return false;
      if ((presenceOf(byAtom.get(node.same)) & NEGATED) !== 0) return true;
      return (presenceOf(byAtom.get(node.opposite)) & AFFIRMED) !== 0;
    case 'either':
    case 'all':
    case 'order':
      for (const item of node.items) if (mayTurnIn(byAtom, item, compares)) return true;
      return false;
  }
}
