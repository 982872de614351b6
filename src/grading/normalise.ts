/**
 * One spelling for every way of typing the same characters, with a way back to the original text.
 * NFC/NFKC by cluster, lower case, invisible characters dropped, Greek letters by name, raised digits as ^2.
 * Source: Unicode Standard Annex #15 (normalization forms).
 */

export interface Normalised {
  readonly text: string;
  /** For each cluster of the original, where it begins, and where what became of it begins in `text`. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
}

const CLUSTER = /[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|[\s\S]\p{M}*|[\s\S]/gu;
/** Characters that are not seen: soft hyphen, joiners, direction marks, Hangul fillers, variation selectors. */
const INVISIBLE =
  /^(?:\u00ad|\u034f|\u061c|\u115f|\u1160|\u17b4|\u17b5|[\u180b-\u180f]|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u206f]|\u3164|[\ufe00-\ufe0f]|\ufeff|\uffa0)$/u;
const CONTROL = /^\p{C}$/u;

const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ϵ: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  ς: 'sigma',
  τ: 'tau',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
  δ̂: 'delta',
};
const SYMBOL: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '⋅': '·',
  '×': '·',
  '∙': '·',
  '•': ',',
  ㆍ: ',',
  '⇒': '→',
  '➡': '→',
  '➔': '→',
  '⟶': '→',
  '⟵': '←',
  // Notes write arrows for "goes up" and "goes down".
  '↑': '증가',
  '↓': '감소',
  '∼': '~',
  '〜': '~',
  '‘': "'",
  '’': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '「': '"',
  '」': '"',
  '。': '.',
  '、': ',',
  '・': ',',
  '…': '.',
  // Capitals that are signs; as letters they would lose their case.
  Σ: '∑',
  Π: '∏',
  '½': '1/2',
  '÷': '/',
  '‖': '||',
  '∥': '||',
  '√': 'sqrt',
};
const MARKS: Readonly<Record<string, string>> = {
  '\u0302': 'hat',
  '\u0304': 'bar',
  '\u0305': 'bar',
  '\u0303': 'tilde',
};
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿᵀᵗⁱˣ';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙₜᵢₓⱼₖₘ';

function isPlain(code: number): boolean {
  return (code >= 0x20 && code < 0x7f) || (code >= 0xac00 && code <= 0xd7a3);
}

function latinParts(composed: string): string {
  return /^\p{Script=Latin}/u.test(composed) ? composed.normalize('NFD') : composed;
}

function spelling(cluster: string): string {
  const symbol = SYMBOL[cluster];
  if (symbol !== undefined) return symbol;
  if (INVISIBLE.test(cluster)) return '';
  if (RAISED.includes(cluster)) return `^${cluster.normalize('NFKC').toLowerCase()}`;
  if (LOWERED.includes(cluster)) return `_${cluster.normalize('NFKC')}`;
  const composed = cluster.normalize('NFKC').toLowerCase();
  const greek = Object.hasOwn(GREEK, composed) ? GREEK[composed] : undefined;
  if (greek !== undefined) return greek;
  // ŷ has a character of its own, x̄ has none: both are a letter with its mark.
  const letters = latinParts(composed);
  const mark = letters.length > 1 ? MARKS[letters.slice(-1)] : undefined;
  if (mark !== undefined) return spelling(letters.slice(0, -1)) + mark;
  if (CONTROL.test(composed)) return composed === '\n' ? '\n' : ' ';
  return letters.replace(/\p{M}/gu, '');
}

const SPELLINGS = new Map<string, string>();
/** Texts use few of the uncommon characters, again and again; what is remembered of free text is bounded. */
const MAX_SPELLINGS = 10_000;
const MAX_CLUSTER = 4;

function knownSpelling(cluster: string): string {
  const known = SPELLINGS.get(cluster);
  if (known !== undefined) return known;
  const spelt = spelling(cluster);
  if (cluster.length <= MAX_CLUSTER && SPELLINGS.size < MAX_SPELLINGS) SPELLINGS.set(cluster, spelt);
  return spelt;
}

/** Never throws, on any string (unpaired surrogates become spaces). */
export function normalise(original: string): Normalised {
  const starts = new Int32Array(original.length + 1);
  const places = new Int32Array(original.length + 1);
  let text = '';
  let clusters = 0;
  let index = 0;
  while (index < original.length) {
    starts[clusters] = index;
    places[clusters] = text.length;
    clusters += 1;
    const code = original.charCodeAt(index);
    const next = index + 1 < original.length ? original.charCodeAt(index + 1) : 0x20;
    // The common case, kept free of regular expressions: an ASCII character or a Hangul syllable with nothing joined to it.
    if (isPlain(code) && (isPlain(next) || next === 0x0a)) {
      const char = original.charAt(index);
      text += code === 0x60 ? "'" : code >= 0x41 && code <= 0x5a ? char.toLowerCase() : char;
      index += 1;
      continue;
    }
    CLUSTER.lastIndex = index;
    const cluster = CLUSTER.exec(original)?.[0] ?? original.charAt(index);
    text += cluster === '\n' ? '\n' : knownSpelling(cluster);
    index += cluster.length;
  }
  starts[clusters] = index;
  places[clusters] = text.length;
  return { text, starts: starts.subarray(0, clusters + 1), places: places.subarray(0, clusters + 1) };
}

/** The range of the original that a range of the normalised text comes from, ends exclusive. */
export function originalRange({ starts, places }: Normalised, from: number, to: number): [number, number] {
  return [starts[clusterAt(places, from)] ?? 0, to > 0 ? (starts[clusterAt(places, to - 1) + 1] ?? 0) : 0];
}

/** The last cluster that begins at or before a place: one that left nothing in the text begins where the next one does. */
function clusterAt(places: Int32Array, place: number): number {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

/** The normalised spelling alone, for words of rubrics and of the lexicon. */
export function spellingOf(text: string): string {
  // Nearly all of them are plain, see `isPlain`.
  if (/^[ -_a-~\uac00-\ud7a3]*$/.test(text)) return text.toLowerCase();
  return normalise(text).text;
}
