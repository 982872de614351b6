/**
 * One spelling for a formula: `w ← w − η·∇L`, `w = w - eta * nabla L` and LaTeX come out alike.
 * White space, brackets and the multiplication sign are dropped, every assignment sign becomes "=".
 */

import { Numbers } from './numbers.ts';

export interface FormulaText {
  readonly key: string;
  /** For each character of `key`, its place in the normalised text. */
  readonly places: Int32Array;
}

/** The sign a command stands for; signs of one meaning come together in SAME. */
const COMMANDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cdot: '',
    times: '',
    left: '',
    right: '',
    leftarrow: '←',
    gets: '←',
    rightarrow: '→',
    to: '→',
    nabla: '∇',
    partial: '∂',
    sqrt: 'sqrt',
    sum: '∑',
    prod: '∏',
    le: '≤',
    leq: '≤',
    ge: '≥',
    geq: '≥',
    ne: '≠',
    neq: '≠',
    approx: '≈',
    propto: '∝',
    sim: '~',
    mid: '|',
    top: 't',
    exp: 'e^',
    mathbf: '',
    mathrm: '',
    text: '',
    mathcal: '',
    mathbb: '',
    operatorname: '',
    displaystyle: '',
    ell: 'l',
    infty: '∞',
  }),
);
const DROPPED = new Set([' ', '\n', '\t', '(', ')', '{', '}', '[', ']', '$', '·', '*', '_', '"', "'"]);
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '←': '=',
    '∂': 'd',
    '÷': '/',
    '∑': 'sum',
    '≤': '<=',
    '≥': '>=',
  }),
);
/** Marks over a letter, spelt after it as normalise.ts spells them (ŷ: "yhat"). */
const OVER: ReadonlyMap<string, string> = new Map(
  Object.entries({ hat: 'hat', widehat: 'hat', bar: 'bar', overline: 'bar', tilde: 'tilde' }),
);
/** Characters that are dropped, have another spelling or begin a command, a sign of several characters or "exp(". */
const SPECIAL = new Set([...DROPPED, ...SAME.keys(), ...'\\<:=*e}'].map((sign) => sign.charCodeAt(0)));
const FRACTION = new Set(['frac', 'dfrac', 'tfrac', 'cfrac']);

function commandAt(text: string, index: number): string | undefined {
  const found = /^\\([a-z]+)/.exec(text.slice(index, index + 20));
  return found?.[1];
}

/** `text` must be normalised. */
export function formulaText(text: string): FormulaText {
  let key = '';
  const places = new Numbers(text.length);
  const put = (sign: string, place: number): void => {
    const spelt = SAME.get(sign) ?? sign;
    for (let i = 0; i < spelt.length; i++) places.push(place);
    key += spelt;
  };
  let fractions = 0;
  let over = '';
  const letters = (sign: string, place: number): void => {
    put(sign, place);
    if (/[a-z]/.test(sign)) {
      put(over, place);
      over = '';
    }
  };
  let index = 0;
  while (index < text.length) {
    const char = text.charAt(index);
    if (over === '' && !SPECIAL.has(text.charCodeAt(index))) {
      key += char;
      places.push(index);
      index += 1;
      continue;
    }
    const pair = text.slice(index, index + 2);
    const command = char === '\\' ? commandAt(text, index) : undefined;
    if (command !== undefined) {
      if (FRACTION.has(command)) fractions += 1;
      else if (OVER.has(command)) over = OVER.get(command) ?? '';
      else letters(COMMANDS.get(command) ?? command, index);
      index += command.length + 1;
    } else if (pair === '<-' || pair === ':=' || pair === '==') {
      put('=', index);
      index += 2;
    } else if (pair === '**') {
      put('^', index);
      index += 2;
    } else if (text.startsWith('exp(', index)) {
      put('e^', index);
      index += 4;
    } else {
      if (pair === '}{' && fractions > 0) {
        put('/', index);
        fractions -= 1;
      } else if (!DROPPED.has(char)) letters(char, index);
      index += 1;
    }
  }
  return { key, places: places.toArray() };
}
