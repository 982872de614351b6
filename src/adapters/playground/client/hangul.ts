/** Korean as it is typed, letter by letter, so that a half-written syllable finds its word. */

const INITIALS = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const VOWELS = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ'.split(' ');
const FINALS =
  ' ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(
    ' ',
  );
/** An input method joins two consonants that stand alone: ㄱ and ㅅ come as ㄳ. */
const JOINED = new Map([
  ['ㄳ', 'ㄱㅅ'],
  ['ㄵ', 'ㄴㅈ'],
  ['ㄶ', 'ㄴㅎ'],
  ['ㄺ', 'ㄹㄱ'],
  ['ㄻ', 'ㄹㅁ'],
  ['ㄼ', 'ㄹㅂ'],
  ['ㄽ', 'ㄹㅅ'],
  ['ㄾ', 'ㄹㅌ'],
  ['ㄿ', 'ㄹㅍ'],
  ['ㅀ', 'ㄹㅎ'],
  ['ㅄ', 'ㅂㅅ'],
]);

const FIRST_SYLLABLE = 0xac00;
const SYLLABLES = 11_172;

function syllableOf(character: string): number | undefined {
  const index = (character.codePointAt(0) ?? 0) - FIRST_SYLLABLE;
  return index >= 0 && index < SYLLABLES ? index : undefined;
}

/** `온` and the beginning of `오늘` are the same three keystrokes: ㅇㅗㄴ. */
export function letters(text: string): string {
  return [...text.normalize('NFC').toLowerCase()]
    .map((character) => {
      const syllable = syllableOf(character);
      if (syllable === undefined) return JOINED.get(character) ?? character;
      const initial = INITIALS[Math.floor(syllable / 588)] ?? '';
      const vowel = VOWELS[Math.floor((syllable % 588) / 28)] ?? '';
      return initial + vowel + (FINALS[syllable % 28] ?? '');
    })
    .join('');
}

/** 용어 -> ㅇㅇ */
export function initials(text: string): string {
  return [...text.normalize('NFC')]
    .map((character) => {
      const syllable = syllableOf(character);
      return syllable === undefined ? character : (INITIALS[Math.floor(syllable / 588)] ?? '');
    })
    .join('');
}

/** How well a name fits what has been typed so far: 0 begins with it, 1 by initial consonants, 2 contains it. */
export function fit(typed: string, name: string): 0 | 1 | 2 | undefined {
  const word = letters(typed);
  const whole = letters(name);
  if (whole.startsWith(word)) return 0;
  if (initials(name).startsWith(word)) return 1;
  return word.length > 1 && whole.includes(word) ? 2 : undefined;
}
