/**
 * One spelling for a formula: `w ← w − η·∇L`, `w = w - eta * nabla L` and LaTeX come out alike.
 * White space, brackets and the multiplication sign are dropped, every assignment sign becomes "=".
 */

export interface FormulaText {
  readonly key: string;
  /** For each character of `key`, its place in the normalised text. */
  readonly places: readonly number[];
}

const COMMANDS: Readonly<Record<string, string>> = {
  cdot: '',
  times: '',
  left: '',
  right: '',
  leftarrow: '=',
  gets: '=',
  rightarrow: '→',
  to: '→',
  nabla: '∇',
  partial: 'd',
  sqrt: 'sqrt',
  sum: 'sum',
  prod: '∏',
  le: '<=',
  leq: '<=',
  ge: '>=',
  geq: '>=',
  ne: '≠',
  neq: '≠',
  approx: '≈',
  propto: '∝',
  sim: '~',
  mid: '|',
  top: 't',
  exp: 'e^',
  hat: '',
  bar: '',
  mathbf: '',
  mathrm: '',
  text: '',
  mathcal: '',
  mathbb: '',
  operatorname: '',
  displaystyle: '',
  ell: 'l',
  infty: '∞',
};
const DROPPED = new Set([' ', '\n', '\t', '(', ')', '{', '}', '[', ']', '$', '·', '*', '_', '"', "'"]);
const SAME: Readonly<Record<string, string>> = {
  '←': '=',
  '∂': 'd',
  '÷': '/',
  '∑': 'sum',
  '≤': '<=',
  '≥': '>=',
};
const FRACTION = new Set(['frac', 'dfrac', 'tfrac', 'cfrac']);

function commandAt(text: string, index: number): string | undefined {
  const found = /^\\([a-z]+)/.exec(text.slice(index, index + 20));
  return found?.[1];
}

/** `text` must be normalised. */
export function formulaText(text: string): FormulaText {
  let key = '';
  const places: number[] = [];
  const put = (piece: string, place: number): void => {
    for (let i = 0; i < piece.length; i++) places.push(place);
    key += piece;
  };
  let fractions = 0;
  let index = 0;
  while (index < text.length) {
    const char = text.charAt(index);
    const pair = text.slice(index, index + 2);
    const command = char === '\\' ? commandAt(text, index) : undefined;
    if (command !== undefined) {
      if (FRACTION.has(command)) fractions += 1;
      else put(Object.hasOwn(COMMANDS, command) ? (COMMANDS[command] ?? '') : command, index);
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
      } else if (!DROPPED.has(char)) put(SAME[char] ?? char, index);
      index += 1;
    }
  }
  return { key, places };
}
