/** Korean particles (josa) whose form hangs on the sound before them, here mostly on how a number is read aloud. */

/** After a consonant / after a vowel. */
export type Josa = '은/는' | '이/가' | '을/를' | '과/와' | '으로/로' | '이에요/예요' | '이라/라';

type Ending = 'vowel' | 'rieul' | 'consonant';

/** 영 일 이 삼 사 오 육 칠 팔 구; a whole number that ends in 0 is read 십, 백, 천 or 만, which end in consonants too. */
const DIGITS: readonly Ending[] = [
  'consonant',
  'rieul',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'rieul',
  'rieul',
  'vowel',
];

/** The word with the form of the particle that fits it: "3.6이에요", "0.5예요", "10⁻⁵이에요", "66.7%예요". */
export function withJosa(word: string | number, josa: Josa): string {
  const text = String(word);
  const [afterConsonant = '', afterVowel = ''] = josa.split('/');
  const ending = endingOf(text);
  const vowelForm = ending === 'vowel' || (ending === 'rieul' && josa === '으로/로');
  return text + (vowelForm ? afterVowel : afterConsonant);
}

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const CODAS = 28;
const RIEUL = 8;

function endingOf(text: string): Ending {
  const last = /[^)\]’”"']?[)\]’”"']*$/u.exec(text)?.[0].charAt(0) ?? '';
  if (/[0-9]/.test(last)) return DIGITS[Number(last)] ?? 'vowel';
  // A power is read "n승" or "제곱".
  if (/[⁰¹²³⁴-⁹]/u.test(last)) return 'consonant';
  const code = last.charCodeAt(0);
  if (!(code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE)) return 'vowel';
  const coda = (code - FIRST_SYLLABLE) % CODAS;
  return coda === 0 ? 'vowel' : coda === RIEUL ? 'rieul' : 'consonant';
}
