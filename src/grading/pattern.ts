/**
 * The pattern language of rubrics, as documented in content/README.md.
 *
 *   answer   = sentence { "&&" sentence }        all somewhere in the answer
 *   sentence = clause { "&" clause }             all within one sentence
 *   clause   = item { [">"] item }               all within one clause; ">" in this order
 *   item     = prefix? ( word | "(" answer { "|" answer } ")" )
 *   prefix   = "-" negated | "~" negated or not | "!" absent from the clause | "than:" the standard of a comparison
 *   word     = letters with "_" for a space | 'literal' without synonyms | `formula`
 * A pattern may itself be alternatives separated by "|".
 */

export type Mode = 'affirmed' | 'negated' | 'any' | 'absent' | 'than';

export type Pattern =
  | { readonly kind: 'word'; readonly text: string; readonly literal: boolean; readonly mode: Mode }
  | { readonly kind: 'formula'; readonly text: string }
  | {
      readonly kind: 'all';
      readonly scope: 'clause' | 'sentence' | 'answer';
      readonly items: readonly Pattern[];
    }
  | { readonly kind: 'order'; readonly items: readonly Pattern[] }
  | { readonly kind: 'either'; readonly items: readonly Pattern[] };

export class PatternError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.name = 'PatternError';
    this.at = at;
  }
}

interface Lexeme {
  readonly kind:
    | 'open'
    | 'close'
    | 'or'
    | 'and'
    | 'andand'
    | 'then'
    | 'prefix'
    | 'word'
    | 'literal'
    | 'formula';
  readonly text: string;
  readonly at: number;
}

const LEXEME = /\s+|(\()|(\))|(\|)|(&&)|(&)|(>)|(than:|[-~!](?=\S))|'([^']+)'|`([^`]+)`|([^\s()|&>'`]+)/gy;
const KINDS = [
  'open',
  'close',
  'or',
  'andand',
  'and',
  'then',
  'prefix',
  'literal',
  'formula',
  'word',
] as const;
const MODES: Readonly<Record<string, Mode>> = { '-': 'negated', '~': 'any', '!': 'absent', 'than:': 'than' };

function lex(source: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  LEXEME.lastIndex = 0;
  let at = 0;
  while (at < source.length) {
    LEXEME.lastIndex = at;
    const found = LEXEME.exec(source);
    if (found === null) throw new PatternError(`unexpected ${JSON.stringify(source.charAt(at))}`, at);
    const group = found.slice(1).findIndex((text) => text !== undefined);
    const kind = KINDS[group];
    if (kind !== undefined) lexemes.push({ kind, text: found[group + 1] ?? '', at });
    at += found[0].length;
  }
  return lexemes;
}

class Parser {
  readonly lexemes: readonly Lexeme[];
  readonly length: number;
  next = 0;
  constructor(source: string) {
    this.lexemes = lex(source);
    this.length = source.length;
  }

  peek(): Lexeme | undefined {
    return this.lexemes[this.next];
  }

  take(kind: Lexeme['kind']): boolean {
    if (this.peek()?.kind !== kind) return false;
    this.next += 1;
    return true;
  }

  fail(message: string): never {
    throw new PatternError(message, this.peek()?.at ?? this.length);
  }

  either(): Pattern {
    const items = [
      this.conjunction('andand', 'answer', () => this.conjunction('and', 'sentence', () => this.clause())),
    ];
    while (this.take('or'))
      items.push(
        this.conjunction('andand', 'answer', () => this.conjunction('and', 'sentence', () => this.clause())),
      );
    return single(items) ?? { kind: 'either', items };
  }

  conjunction(sign: 'and' | 'andand', scope: 'sentence' | 'answer', part: () => Pattern): Pattern {
    const items = [part()];
    while (this.take(sign)) items.push(part());
    return single(items) ?? { kind: 'all', scope, items };
  }

  clause(): Pattern {
    const items: Pattern[] = [];
    let ordered: Pattern[] = [];
    const close = (): void => {
      const whole = single(ordered) ?? { kind: 'order' as const, items: ordered };
      if (ordered.length > 0) items.push(whole);
      ordered = [];
    };
    for (;;) {
      const lexeme = this.peek();
      if (lexeme === undefined || ['close', 'or', 'and', 'andand'].includes(lexeme.kind)) break;
      if (this.take('then')) {
        if (ordered.length === 0) this.fail('">" needs a word before it');
        ordered.push(this.item());
      } else {
        close();
        ordered.push(this.item());
      }
    }
    close();
    if (items.length === 0) this.fail('a word is missing');
    return single(items) ?? { kind: 'all', scope: 'clause', items };
  }

  item(): Pattern {
    const prefix = this.peek();
    const mode: Mode = prefix?.kind === 'prefix' ? (MODES[prefix.text] ?? 'affirmed') : 'affirmed';
    if (prefix?.kind === 'prefix') this.next += 1;
    const lexeme = this.peek();
    if (lexeme === undefined) return this.fail('a word is missing');
    this.next += 1;
    switch (lexeme.kind) {
      case 'open': {
        const inner = this.either();
        if (!this.take('close')) this.fail('")" is missing');
        return mode === 'affirmed' ? inner : withMode(inner, mode);
      }
      case 'word':
        return { kind: 'word', text: lexeme.text.replaceAll('_', ' '), literal: false, mode };
      case 'literal':
        return { kind: 'word', text: lexeme.text, literal: true, mode };
      case 'formula':
        if (mode !== 'affirmed') this.fail('a formula takes no prefix');
        return { kind: 'formula', text: lexeme.text };
      default:
        this.next -= 1;
        return this.fail(`unexpected ${JSON.stringify(lexeme.text)}`);
    }
  }
}

function single(items: readonly Pattern[]): Pattern | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** A prefix before a group goes to each of its words. */
function withMode(pattern: Pattern, mode: Mode): Pattern {
  switch (pattern.kind) {
    case 'word':
      return { kind: 'word', text: pattern.text, literal: pattern.literal, mode };
    case 'formula':
      return pattern;
    case 'all':
    case 'order':
    case 'either':
      return { ...pattern, items: pattern.items.map((item) => withMode(item, mode)) };
  }
}

/** Parses one pattern. Throws PatternError with the place of the fault. */
export function parsePattern(source: string): Pattern {
  const parser = new Parser(source);
  const pattern = parser.either();
  if (parser.peek() !== undefined) parser.fail(`unexpected ${JSON.stringify(parser.peek()?.text)}`);
  return pattern;
}
