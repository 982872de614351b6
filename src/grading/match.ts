import type { CompiledPattern, CompiledRubric, Node } from './compile.ts';
import { type FormulaText, formulaText } from './formula.ts';
import { firstWithin, type Place, placesOf } from './formula-places.ts';
import {
  byTopic,
  type Found,
  followed,
  following,
  isOfTheOther,
  joined,
  type Match,
  NOTHING,
  sideOf,
} from './found.ts';
import type { Occurrence } from './occurrences.ts';
import { mayHold, mayStandIn, mayTurn, mayTurnIn, presenceIn } from './presence.ts';
import type { Clause, Reading } from './token.ts';
import { type Window, windowsOf } from './window.ts';

type Word = Extract<Node, { kind: 'word' }>;

/** An answer read against one rubric: evaluates any of its patterns. */
export class Matcher {
  readonly #reading: Reading;
  readonly #windows: readonly Window[];
  readonly #text: string;
  /** Read when a formula is first asked for. */
  #formula: FormulaText | undefined;
  readonly #formulas = new Map<string, readonly Place[]>();
  readonly #needs: Int32Array;
  readonly #presence: Uint8Array;
  readonly #compares: boolean;
  #pattern: CompiledPattern = {
    node: { kind: 'either', items: [] },
    denies: false,
    compares: false,
    needs: 0,
  };
  #contrary = false;
  /** Looks for what is said of the other side of a contrast. */
  #reversed = false;
  readonly #contrasts: boolean;

  constructor(text: string, reading: Reading, rubric: CompiledRubric) {
    this.#reading = reading;
    this.#contrasts = reading.clauses.some((clause) => clause.against.size > 0);
    this.#text = text;
    this.#windows = windowsOf(reading, rubric);
    this.#needs = rubric.needs;
    this.#presence = presenceIn(this.#windows, rubric.atoms);
    this.#compares = reading.tokens.some((token) => token.than);
  }

  /** The first place that states the pattern, if any. */
  states(pattern: CompiledPattern): Match | undefined {
    const turning = mayHold(this.#needs, pattern.needs, this.#presence);
    if (turning < 0) return undefined;
    this.#pattern = pattern;
    this.#contrary = false;
    this.#reversed = false;
    const match = this.#evaluate(pattern.node, 0, this.#windows.length);
    if (match !== undefined || !this.#contrasts || !this.#mayTurn(turning)) return match;
    // What is not so of the topic is so of what it is set against.
    this.#contrary = true;
    this.#reversed = true;
    return this.#evaluate(pattern.node, 0, this.#windows.length);
  }

  /** The first place that states the contrary of the pattern: negated, swapped, or with the opposite word. */
  contradicts(pattern: CompiledPattern): Match | undefined {
    const turning = mayHold(this.#needs, pattern.needs, this.#presence);
    if (turning < 0 || !this.#mayTurn(turning)) return undefined;
    this.#pattern = pattern;
    this.#contrary = true;
    this.#reversed = false;
    const match = this.#evaluate(pattern.node, 0, this.#windows.length);
    return match !== undefined && match.flips % 2 === 1 ? match : undefined;
  }

  #mayTurn(start: number): boolean {
    return mayTurn(this.#needs, start, this.#presence, this.#compares);
  }

  #evaluate(node: Node, from: number, to: number): Match | undefined {
    if (node.kind === 'either') return this.#first(node.items, (item) => this.#evaluate(item, from, to));
    if (node.kind === 'all' && node.scope === 'answer')
      return this.#every(node.items, (item) => this.#evaluate(item, from, to));
    if (node.kind === 'all' && node.scope === 'sentence') {
      for (let start = from; start < to; ) {
        let end = start + 1;
        while (end < to && this.#windows[end]?.clause.sentence === this.#windows[start]?.clause.sentence)
          end += 1;
        const range: [number, number] = [start, end];
        const match = this.#every(node.items, (item) => this.#evaluate(item, ...range));
        if (match !== undefined) return match;
        start = end;
      }
      return undefined;
    }
    if (node.kind === 'word' && node.mode === 'absent') return this.#absent(node.same, from, to);
    for (let i = from; i < to; i++) {
      const window = this.#windows[i];
      if (window === undefined || !mayStandIn(window.byAtom, node)) continue;
      if (this.#contrary && !mayTurnIn(window.byAtom, node, this.#compares)) continue;
      const found = this.#inClause(node, window, -1);
      if (found?.own === true && this.#holds(found, window.clause)) return found;
    }
    return undefined;
  }

  /** A word in the shadow of a negation counts only where the pattern itself speaks of what is denied. */
  #holds(found: Found, clause: Clause | undefined): boolean {
    if (isOfTheOther(found, clause) !== this.#reversed) return false;
    if (this.#contrary) return found.flips % 2 === 1;
    return !found.shadowed || found.denied || this.#pattern.denies;
  }

  /** Beside "&" and "&&" a word is absent when no clause of the sentence or answer has it. */
  #absent(atom: number, from: number, to: number): Match | undefined {
    for (let i = from; i < to; i++) if (this.#windows[i]?.byAtom.has(atom)) return undefined;
    return NOTHING;
  }

  #first<M extends Match>(items: readonly Node[], find: (item: Node) => M | undefined): M | undefined {
    let second: M | undefined;
    for (const item of items) {
      const match = find(item);
      if (match === undefined) continue;
      if (match.flips === 0 && (!match.shadowed || match.denied)) return match;
      if (second === undefined || (second.flips > 0 && match.flips === 0)) second = match;
    }
    return second;
  }

  #every(items: readonly Node[], find: (item: Node) => Match | undefined): Match | undefined {
    const ranges: (readonly [number, number])[] = [];
    let flips = 0;
    let shadowed = false;
    let denied = false;
    let own = false;
    let sides = 0;
    for (const item of items) {
      const match = find(item);
      if (match === undefined) return undefined;
      ranges.push(...match.ranges);
      flips += match.flips;
      shadowed ||= match.shadowed;
      denied ||= match.denied;
      own ||= match.own;
      sides |= match.sides;
    }
    return { ranges, flips, shadowed, denied, own, sides };
  }

  #inClause(node: Node, window: Window, after: number): Found | undefined {
    switch (node.kind) {
      case 'word':
        return this.#word(node, window, after, true);
      case 'formula':
        return this.#formulaIn(node.key, window.clause);
      case 'either':
        return this.#first(node.items, (item) => this.#inClause(item, window, after));
      case 'all': {
        const match = this.#every(node.items, (item) => this.#inClause(item, window, after));
        return match === undefined ? undefined : followed(match, after);
      }
      case 'order':
        return this.#inOrder(node.items, window, after);
    }
  }

  /** Of the ways to find the first words, those of each kind that leave the most room for the next ones go on. */
  #inOrder(items: readonly Node[], window: Window, after: number): Found | undefined {
    let states: readonly Found[] = [followed(NOTHING, after)];
    for (const item of items) {
      const next = new Map<string, Found>();
      for (const state of states) {
        for (const way of this.#ways(item, window, state.after)) {
          const both = joined(state, way);
          const kind = `${both.flips} ${both.shadowed} ${both.denied} ${both.own} ${both.sides}`;
          if (both.after < (next.get(kind)?.after ?? Number.POSITIVE_INFINITY)) next.set(kind, both);
        }
      }
      states = [...next.values()];
      if (states.length === 0) return undefined;
    }
    return states.find((state) => this.#holds(state, window.clause) && state.own) ?? states[0];
  }

  /** What each alternative finds; contraries only where no alternative is affirmed. */
  #ways(node: Node, window: Window, after: number): readonly Found[] {
    if (node.kind === 'word' && window.clause.against.size > 0)
      return [true, false]
        .map((topicFirst) => this.#word(node, window, after, topicFirst))
        .filter((way) => way !== undefined);
    if (node.kind !== 'either') {
      const found = this.#inClause(node, window, after);
      return found === undefined ? [] : [found];
    }
    const ways = node.items.flatMap((item) => this.#ways(item, window, after));
    const straight = ways.filter((way) => way.flips === 0);
    return straight.length > 0 ? straight : ways;
  }

  #word(node: Word, window: Window, after: number, topicFirst: boolean): Found | undefined {
    const later = following(window.byAtom.get(node.same), after);
    const same = topicFirst ? byTopic(later, window.clause) : later;
    const opposite = following(node.opposite < 0 ? undefined : window.byAtom.get(node.opposite), after);
    if (node.mode === 'absent') return same.length === 0 ? followed(NOTHING, after) : undefined;
    const { mode } = node;
    const fits = same.find((one) => this.#fits(one, mode));
    if (fits !== undefined) return this.#found(fits, window.clause, 0, mode === 'negated' || fits.denying);
    const turned = opposite.find((one) =>
      node.mode === 'negated'
        ? one.polarity === 'affirmed'
        : node.mode === 'affirmed' && node.complement && one.polarity === 'negated',
    );
    if (turned !== undefined) return this.#found(turned, window.clause, 0, true);
    const shaded =
      mode === 'affirmed'
        ? same.find((one) => one.polarity === 'shadowed' && !this.#compared(one))
        : undefined;
    if (shaded !== undefined) return this.#found(shaded, window.clause, 0, false, true);
    return this.#contrary ? this.#flipped(node, same, opposite, window.clause) : undefined;
  }

  /** Affirming what a pattern denies is not yet its contrary: rubrics name such errors as misconceptions. */
  #flipped(
    { mode }: Word,
    same: readonly Occurrence[],
    opposite: readonly Occurrence[],
    clause: Clause,
  ): Found | undefined {
    const flipped =
      same.find(
        (one) =>
          (mode === 'than' && this.#hasComparison(clause)) ||
          (mode === 'affirmed' && one.polarity === 'negated'),
      ) ?? (mode === 'affirmed' ? opposite.find((one) => one.polarity === 'affirmed') : undefined);
    return flipped === undefined ? undefined : this.#found(flipped, clause, 1, true);
  }

  #fits(one: Occurrence, mode: 'affirmed' | 'negated' | 'any' | 'than'): boolean {
    if (mode === 'any') return true;
    if (mode === 'than') return one.than;
    if (mode === 'negated') return one.polarity !== 'affirmed';
    return one.polarity === 'affirmed' && !this.#compared(one);
  }

  /** The word is the standard of a comparison, and the pattern asks which one that is. */
  #compared(one: Occurrence): boolean {
    return this.#pattern.compares && one.than;
  }

  /** Something else in the clause is the standard of a comparison: the two sides may be swapped. */
  #hasComparison(clause: Clause): boolean {
    for (let i = clause.from; i < clause.to; i++) if (this.#reading.tokens[i]?.than === true) return true;
    return false;
  }

  #found(one: Occurrence, clause: Clause, flips: number, denied: boolean, shadowed = false): Found {
    const first = this.#reading.tokens[one.from];
    const last = this.#reading.tokens[one.to - 1];
    const own = one.from >= clause.from && one.from < clause.to;
    const range = [first?.from ?? 0, last?.to ?? 0] as const;
    return { ranges: [range], flips, shadowed, denied, own, sides: sideOf(one, clause), after: one.to };
  }

  #formulaIn(key: string, clause: Clause): Found | undefined {
    const first = this.#reading.tokens[clause.from];
    const last = this.#reading.tokens[clause.to - 1];
    if (first === undefined || last === undefined) return undefined;
    let places = this.#formulas.get(key);
    if (places === undefined) {
      this.#formula ??= formulaText(this.#text);
      places = placesOf(key, this.#formula);
      this.#formulas.set(key, places);
    }
    const place = firstWithin(places, first.from, last.to);
    if (place === undefined) return undefined;
    return {
      ranges: [place],
      flips: 0,
      shadowed: false,
      denied: false,
      own: true,
      sides: 0,
      after: clause.to,
    };
  }
}
