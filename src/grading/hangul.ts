/**
 * Hangul syllables as sequences of jamo letters, for prefix tests that must see inside a syllable
 * (줄인 begins with the stem 줄이). Compound finals are split (ㄼ -> ㄹㅂ) so that every letter is one character.
 * Source: The Unicode Standard, section 3.12, "Conjoining Jamo Behavior".
 */

export const FIRST_SYLLABLE = 0xac00;
const LAST = 0xd7a3;
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const MEDIALS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const FINALS = [
  '',
  'ㄱ',
  'ㄲ',
  'ㄱㅅ',
  'ㄴ',
  'ㄴㅈ',
  'ㄴㅎ',
  'ㄷ',
  'ㄹ',
  'ㄹㄱ',
  'ㄹㅁ',
  'ㄹㅂ',
  'ㄹㅅ',
  'ㄹㅌ',
  'ㄹㅍ',
  'ㄹㅎ',
  'ㅁ',
  'ㅂ',
  'ㅂㅅ',
  'ㅅ',
  'ㅆ',
  'ㅇ',
  'ㅈ',
  'ㅊ',
  'ㅋ',
  'ㅌ',
  'ㅍ',
  'ㅎ',
];

/** Whether the UTF-16 unit at `index` is a precomposed Hangul syllable. */
export function isSyllable(text: string, index = 0): boolean {
  const code = text.charCodeAt(index);
  return code >= FIRST_SYLLABLE && code <= LAST;
}

const CACHE = new Map<number, string>();

function jamoOfCode(code: number): string {
  const known = CACHE.get(code);
  if (known !== undefined) return known;
  const index = code - FIRST_SYLLABLE;
  const initial = INITIALS.charAt(Math.floor(index / 588));
  const medial = MEDIALS.charAt(Math.floor((index % 588) / 28));
  const letters = initial + medial + (FINALS[index % 28] ?? '');
  CACHE.set(code, letters);
  return letters;
}

/** All letters of a text; characters that are not Hangul syllables stay as they are. */
export function toJamo(text: string): string {
  let letters = '';
  for (let i = 0; i < text.length; i++) {
    letters += isSyllable(text, i) ? jamoOfCode(text.charCodeAt(i)) : text.charAt(i);
  }
  return letters;
}

/** How many letters the syllable at `index` has. */
export function letterCount(text: string, index: number): number {
  return jamoOfCode(text.charCodeAt(index)).length;
}

/** The vowel of the last syllable, or '' when the text does not end in an open syllable. */
export function openVowel(text: string): string {
  const last = text.length - 1;
  if (last < 0 || !isSyllable(text, last)) return '';
  const letters = jamoOfCode(text.charCodeAt(last));
  return letters.length === 2 ? letters.charAt(1) : '';
}

/** The final consonant letters of the last syllable, '' when there are none. */
export function finalConsonant(text: string): string {
  const last = text.length - 1;
  if (last < 0 || !isSyllable(text, last)) return '';
  return jamoOfCode(text.charCodeAt(last)).slice(2);
}
