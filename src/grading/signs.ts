/** Spellings in which signs and letters make one word: I/O, Q&A, L₁, x bar, and the marks ○ and ✗ of notes. */

/** Words with a stroke or an ampersand, and what they are read as. Other letters with a stroke are a division. */
const STROKES: ReadonlyMap<string, string> = new Map([
  ['i/o', 'io'],
  ['a/b', 'ab'],
  ['q/a', 'qa'],
  ['q&a', 'qa'],
  ['n/a', 'na'],
  ['r&d', 'rnd'],
  ['m&a', 'mna'],
  ['p&l', 'pnl'],
  ['s/w', 'software'],
  ['h/w', 'hardware'],
  ['w/o', 'without'],
  ['c/s', 'cs'],
]);
const STROKE = /[a-z][/&][a-z](?![a-z0-9])/y;
/** The digit of L₁, L_1, L_{1} and L-1 belongs to the letter. */
const INDEXED = /([a-z])(?:_\{?|-(?=[12](?![0-9.])))([0-9]{1,2})\}?(?![a-z0-9])/y;
/** "y hat", "x_bar" beside ŷ and x̄. */
const ACCENTED = /([b-hj-z])[ _-](hat|bar|tilde)(?![a-z0-9])/y;

export interface Spelt {
  readonly text: string;
  /** How many characters of the source it takes. */
  readonly length: number;
}

/** A word with signs in it that begins at `index`. */
export function signedWordAt(text: string, index: number): Spelt | undefined {
  // Nearly all words go on with a letter.
  if (!'/&_- '.includes(text.charAt(index + 1))) return undefined;
  STROKE.lastIndex = index;
  const stroke = STROKE.exec(text)?.[0];
  const read = stroke === undefined ? undefined : STROKES.get(stroke);
  if (stroke !== undefined && read !== undefined) return { text: read, length: stroke.length };
  for (const pattern of [INDEXED, ACCENTED]) {
    pattern.lastIndex = index;
    const found = pattern.exec(text);
    if (found !== null) return { text: `${found[1]}${found[2]}`, length: found[0].length };
  }
  return undefined;
}

const YES = /[○◯⭕✓✔✅☑]/;
const NO = /[✗✘❌✕☓❎]/;
const MARK = /(?<=[^\s.,;:([=+*/-])(?: ?: ?| ?\(| )(?:[○◯⭕✓✔✅☑✗✘❌✕☓❎·ox])\)?(?=\s*(?:[,.;\n/|)]|$))/gu;
/** Where letters stand for quantities, a lone x is one of them. */
const VARIABLES = /(?:^|[^a-z])[yzwb](?:$|[^a-z])|[=^+]|\d\s*x(?:$|[^a-z])/;
const NAMED_X =
  /(?:입력|데이터|행렬|변수|벡터|특성|피처|좌표|축|함수|값|input|data|matrix|variable|vector|feature|axis|가중치|와|과|의|은|는|이|가|을|를)$/;

/** Letters are marks in Korean notes only: "with respect to x" is English. */
const NOUN = /[가-힣]{2}$|[가-힣].*(?<![a-z])(?!and|the|for|with)[a-z]{3,}$/;

/**
 * "소유자 개념 X", "병렬화(○)": the mark after a noun says whether there is such a thing. Returned as places in the text,
 * each with the word that it stands for.
 */
export function marksIn(text: string): ReadonlyMap<number, string> {
  const marks = new Map<number, string>();
  const variables = VARIABLES.test(text);
  for (const found of text.matchAll(MARK)) {
    const sign = /[○◯⭕✓✔✅☑✗✘❌✕☓❎·ox]/u.exec(found[0]);
    if (sign === null) continue;
    const before = text.slice(Math.max(0, found.index - 24), found.index);
    const letter = /[ox]/.test(sign[0]);
    if (letter && (variables || !NOUN.test(before) || NAMED_X.test(before))) continue;
    marks.set(found.index + sign.index, YES.test(sign[0]) || sign[0] === 'o' ? '있음' : '없음');
  }
  return marks;
}

/** Whether the text may hold marks at all; spares most answers the search. */
export function mayHaveMarks(text: string): boolean {
  return YES.test(text) || NO.test(text) || /[ (:][ox·](?![a-z0-9가-힣])/.test(text);
}
