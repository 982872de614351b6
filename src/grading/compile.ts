import type { Form } from './form.ts';
import { type FormIndex, fileForms } from './form-index.ts';
import { formulaText } from './formula.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';
import { spellingOf } from './normalise.ts';
import { type Mode, type Pattern, PatternError, parsePattern } from './pattern.ts';
import { needsOf } from './presence.ts';
import type { Rubric } from './rubric.ts';
import type { Token } from './token.ts';
import { tokenise } from './tokenise.ts';

/** A pattern whose words have become numbers of atoms. */
export type Node =
  | {
      readonly kind: 'word';
      readonly same: number;
      readonly opposite: number;
      readonly complement: boolean;
      readonly mode: Mode;
    }
  | { readonly kind: 'formula'; readonly key: string }
  | {
      readonly kind: 'all';
      readonly scope: 'clause' | 'sentence' | 'answer';
      readonly items: readonly Node[];
    }
  | { readonly kind: 'order'; readonly items: readonly Node[] }
  | { readonly kind: 'either'; readonly items: readonly Node[] };

export interface CompiledPattern {
  readonly node: Node;
  /** Says that something is not so: words beside the negated one need not be affirmed themselves. */
  readonly denies: boolean;
  /** Names the standard of a comparison: its other words must not be that standard. */
  readonly compares: boolean;
  /** Where its needs begin in those of the rubric. */
  readonly needs: number;
}

export interface CompiledPoint {
  readonly id: string;
  readonly weight: number;
  readonly patterns: readonly CompiledPattern[];
}

export interface CompiledMisconception {
  readonly id: string;
  readonly cost: number;
  readonly patterns: readonly CompiledPattern[];
}

/** A rubric ready for use: built once at load, shared by all answers, never changed. */
export interface CompiledRubric {
  readonly atoms: number;
  readonly index: FormIndex;
  /** What the patterns need, see presence.ts. */
  readonly needs: Int32Array;
  /** The words of the question, a set for each of its languages. */
  readonly questionKeys: readonly ReadonlySet<string>[];
  /** Every run of `COPIED_RUN` words of the question. */
  readonly questionRuns: ReadonlySet<string>;
  readonly points: readonly CompiledPoint[];
  readonly misconceptions: readonly CompiledMisconception[];
  readonly enough: number;
}

/** The atoms that a word of a pattern stands for; `opposite` is -1 where it has none. */
interface Meaning {
  readonly same: number;
  readonly opposite: number;
  readonly complement: boolean;
}

function alone(same: number): Meaning {
  return { same, opposite: -1, complement: false };
}

class Builder {
  readonly #meanings = new Map<string, Meaning>();
  readonly #nodes = new Map<string, Node>();
  readonly #atoms = new Map<string, number>();
  /** The words of each atom. */
  readonly forms: (readonly Form[])[] = [];
  readonly needs: number[] = [];
  readonly #lexicon: Lexicon;
  readonly #words: Rubric['words'];

  constructor(lexicon: Lexicon, words: Rubric['words']) {
    this.#lexicon = lexicon;
    this.#words = words;
  }

  #atom(name: string, forms: () => readonly Form[]): number {
    const known = this.#atoms.get(name);
    if (known !== undefined) return known;
    const atom = this.#atoms.size;
    this.#atoms.set(name, atom);
    this.forms.push(forms());
    return atom;
  }

  #entryAtom(entries: readonly LexiconEntry[]): number {
    const name = entries
      .map((entry) => entry.id)
      .sort()
      .join('+');
    return this.#atom(`@${name}`, () => entries.flatMap((entry) => entry.forms));
  }

  #local(name: string, words: readonly string[]): number {
    return this.#atom(`:${name}`, () =>
      words.flatMap((word) =>
        word.startsWith('@')
          ? this.#lexicon.find(word.slice(1)).flatMap((entry) => entry.forms)
          : this.#lexicon.forms([word]),
      ),
    );
  }

  /** What a word is looked for by; the same word of a rubric is looked up once. */
  #meaning(text: string, literal: boolean): Meaning {
    const key = literal ? `'${text}` : text;
    const known = this.#meanings.get(key);
    if (known !== undefined) return known;
    const meaning = this.#lookUp(text, literal);
    this.#meanings.set(key, meaning);
    return meaning;
  }

  #lookUp(text: string, literal: boolean): Meaning {
    const local = Object.hasOwn(this.#words, text) ? this.#words[text] : undefined;
    if (!literal && local !== undefined) return alone(this.#local(text, local));
    const entries = literal ? [] : this.#lexicon.find(text);
    const first = entries[0];
    if (first === undefined) {
      const forms = this.#lexicon.forms([text]);
      if (forms.length === 0) throw new PatternError(`nothing to match in ${JSON.stringify(text)}`, 0);
      return alone(this.#atom(`'${text}`, () => forms));
    }
    const same = this.#entryAtom(entries);
    const opposite =
      entries.length === 1 && first.opposite !== undefined ? this.#lexicon.get(first.opposite) : undefined;
    if (opposite === undefined) return alone(same);
    return { same, opposite: this.#entryAtom([opposite]), complement: first.complement };
  }

  /** The same node for the same word, as a rubric repeats its words in many patterns. */
  #word({ text, literal, mode }: Extract<Pattern, { kind: 'word' }>): Node {
    const { same, opposite, complement } = this.#meaning(text, literal);
    const key = `${mode} ${same} ${opposite}`;
    const node = this.#nodes.get(key) ?? { kind: 'word', same, opposite, complement, mode };
    this.#nodes.set(key, node);
    return node;
  }

  node(pattern: Pattern): Node {
    switch (pattern.kind) {
      case 'word':
        return this.#word(pattern);
      case 'formula':
        return { kind: 'formula', key: formulaText(spellingOf(pattern.text)).key };
      case 'all':
        return { kind: 'all', scope: pattern.scope, items: pattern.items.map((item) => this.node(item)) };
      case 'order':
      case 'either':
        return { kind: pattern.kind, items: pattern.items.map((item) => this.node(item)) };
    }
  }

  patterns(sources: readonly string[]): CompiledPattern[] {
    return sources.map((source) => {
      const node = this.node(parsePattern(source));
      const needs = this.needs.length;
      this.needs.push(...needsOf(node));
      return {
        node,
        denies: uses(node, 'negated') || uses(node, 'any'),
        compares: uses(node, 'than'),
        needs,
      };
    });
  }
}

function uses(node: Node, mode: Mode): boolean {
  switch (node.kind) {
    case 'word':
      return node.mode === mode;
    case 'formula':
      return false;
    case 'all':
    case 'order':
    case 'either':
      return node.items.some((item) => uses(item, mode));
  }
}

/** Keys under which a word of the question is recognised again: stems, and the first two syllables of Korean words. */
export function contentKey(script: string, key: string, text: string): string {
  return script === 'ko' ? text.slice(0, 2) : key;
}

export function keysOf(tokens: readonly Token[]): string[] {
  return tokens.map((token) => contentKey(token.script, token.key, token.text));
}

/** So many words in the order of the question are copied from it, not the member's own. */
export const COPIED_RUN = 5;

export function runsOf(keys: readonly string[]): string[] {
  return keys.slice(COPIED_RUN - 1).map((_, start) => keys.slice(start, start + COPIED_RUN).join(' '));
}

/** Compiles a rubric. Throws PatternError on a pattern that does not parse. */
export function compileRubric(rubric: Rubric, lexicon: Lexicon): CompiledRubric {
  const builder = new Builder(lexicon, rubric.words);
  const points = rubric.points.map(({ id, weight, say }) => ({
    id,
    weight,
    patterns: builder.patterns(say),
  }));
  const misconceptions = rubric.misconceptions.map(({ id, cost, say }) => ({
    id,
    cost,
    patterns: builder.patterns(say),
  }));
  const asked = rubric.question.map((text) => keysOf(tokenise(spellingOf(text))));
  const total = points.reduce((sum, point) => sum + point.weight, 0);
  return {
    atoms: builder.forms.length,
    index: fileForms(builder.forms),
    needs: Int32Array.from(builder.needs),
    questionKeys: asked.map((keys) => new Set(keys)),
    questionRuns: new Set(asked.flatMap(runsOf)),
    points,
    misconceptions,
    enough: Math.min(rubric.enough ?? total, total),
  };
}
