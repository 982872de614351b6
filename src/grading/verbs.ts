import { finalConsonant, openVowel, toJamo } from './hangul.ts';

/**
 * The stems of a Korean verb or adjective, as letters, under which all its inflected forms begin.
 * Contractions and irregular conjugations after the Standard Pronunciation and Orthography rules
 * (한글 맞춤법 제18항, 제34항–제40항).
 */

/** ㅂ and ㅅ verbs that inflect regularly, and the ㄷ verbs that do not: closed lists are shorter this way round. */
const REGULAR_B = new Set('잡 뽑 입 좁 접 씹 집 업 굽 꼽 넓 밟 붙잡'.split(' '));
const REGULAR_S = new Set('빗 솟 씻 웃 벗 빼앗 앗'.split(' '));
const IRREGULAR_D = new Set('듣 깨닫 걷 묻 싣 일컫'.split(' '));

/** Letters that may follow a stem; a noun that merely starts like the stem goes on differently. */
const ENDING =
  /^(?:$|ㄷㅏ|ㄴ|ㄹ|ㅁ|ㅂ|ㅆ|ㄱㅣ|ㄱㅔ|ㄱㅗ|ㄱㅜㄴ|ㄱㅓ|ㅈㅣ|ㅈㅛ|ㅈㅏ|ㄷㅗ|ㄷㅓ|ㄷㅡ|ㄷㅐ|ㅅㅓ|ㅅㅡㅂ|ㅅㅣ|ㅅㅔ|ㅇㅡ|ㅇㅓ|ㅇㅔ|ㅇㅏ|ㅇㅕ|ㅇㅛ|ㅇㅑ|ㄴㅏ|ㄴㅔ)/;

/** Stems up to this many letters (one syllable) are too short for a prefix test: 작다 is no part of 작업. */
const SHORT_STEM = 4;
/**
 * Whole endings after a short stem: tense, then a final, connective, adnominal or nominal ending; the nominal ones may
 * carry particles.
 */
const TENSE = '(?:ㅆ|ㅇㅓㅆ|ㅇㅏㅆ|ㄱㅔㅆ|ㅇㅡㅅㅣ|ㅅㅣ)?';
const FINITE =
  'ㄷㅏ|ㄴㄷㅏ|ㄴㅡㄴㄷㅏ|ㅂㄴㅣㄷㅏ|ㅅㅡㅂㄴㅣㄷㅏ|ㅇㅓ|ㅇㅏ|ㅇㅛ|ㅇㅓㅇㅛ|ㅇㅏㅇㅛ|ㅈㅛ|ㅈㅣㅇㅛ|ㄴㅔ|ㄴㅔㅇㅛ|ㄷㅏㄴㅡㄴ|ㄴㄷㅏㄴㅡㄴ|ㄷㅏㄱㅗ|ㄴㄷㅏㄱㅗ|ㄴㅡㄴㄷㅏㄱㅗ|ㄷㅐ|ㄷㅓㄹㅏ';
const CONNECTIVE =
  'ㄱㅗ|ㄱㅔ|ㅁㅕ|ㅇㅡㅁㅕ|ㅁㅕㄴ|ㅇㅡㅁㅕㄴ|ㅁㅕㄴㅅㅓ|ㅇㅡㅁㅕㄴㅅㅓ|ㅈㅣ|ㅈㅣㄴㅡㄴ|ㅈㅣㄷㅗ|ㅈㅣㅁㅏㄴ|ㄷㅗㄹㅗㄱ|ㄴㅣㄲㅏ|ㅇㅡㄴㅣㄲㅏ|ㄴㅣ|ㅇㅡㄴㅣ|ㅁㅡㄹㅗ|ㅇㅡㅁㅡㄹㅗ|ㅅㅓ|ㅇㅓㅅㅓ|ㅇㅏㅅㅓ|ㅇㅓㄷㅗ|ㅇㅏㄷㅗ|ㄷㅗ|ㅇㅓㅇㅑ|ㅇㅏㅇㅑ|ㅇㅑ|ㄱㅓㄴㅏ|ㄷㅡㄴㅈㅣ|ㄴㅡㄴㄷㅔ|ㅇㅡㄴㄷㅔ|ㄴㄷㅔ|ㄹㅅㅜㄹㅗㄱ|ㅇㅡㄹㅅㅜㄹㅗㄱ|ㄹㅕㄱㅗ|ㅇㅡㄹㅕㄱㅗ|ㄹㅕㅁㅕㄴ|ㅇㅡㄹㅕㅁㅕㄴ|ㄷㅏㄱㅏ|ㅈㅏ|ㅇㅡㄴㅏ|ㄴㅏ|ㄹㅏ|ㄹㅏㅅㅓ|ㄹㅏㄱㅗ|ㄹㅏㅁㅕㄴ|ㄹㅏㄴㅡㄴ|ㄹㅏㄷㅗ';
const ADNOMINAL =
  'ㄴㅡㄴ|ㅇㅡㄴ|ㄴ|ㅇㅡㄹ|ㄹ|ㄷㅓㄴ|(?:ㄴㅡㄴㅈㅣ|ㅇㅡㄴㅈㅣ|ㄴㅈㅣ|ㄹㅈㅣ|ㅇㅡㄹㅈㅣ)(?:ㄹㅡㄹ|ㄷㅗ|ㄴㅡㄴ|ㄱㅏ)?';
/** Bound nouns written without the space before them: 끊을때, 하는것, 할수. */
const BOUND = '(?:ㅇㅡㄹ|ㄹ|ㄴㅡㄴ|ㅇㅡㄴ|ㄴ)(?:ㄸㅐ|ㄱㅓ|ㅅㅜ|ㄱㅕㅇㅇㅜ|ㄷㅔ|ㄱㅔ|ㅈㅜㅇ|ㅎㅜ).*';
const NOMINAL =
  '(?:ㅁ|ㅇㅡㅁ|ㄱㅣ)(?:ㅇㅡㄴ|ㄴㅡㄴ|ㅇㅣ|ㄱㅏ|ㅇㅡㄹ|ㄹㅡㄹ|ㅇㅔ|ㄷㅗ|ㅁㅏㄴ|ㅇㅡㄹㅗ|ㄹㅗ|ㄸㅐㅁㅜㄴㅇㅔ|ㅇㅢ)?';
/** A connective ending may close a polite sentence: 흐르고요, 크거든요, 작은데요. */
const POLITE = `(?:${CONNECTIVE}|ㄱㅓㄷㅡㄴ|ㄱㅜ)ㅇㅛ`;
const WHOLE_ENDING = new RegExp(
  `^${TENSE}(?:${FINITE}|${CONNECTIVE}|${POLITE}|${ADNOMINAL}|${NOMINAL}|${BOUND})?$`,
);
/** Auxiliary verbs written together with the infinitive: 꺼버리다, 작아지다, 켜두다, 나눠주다. */
const AUXILIARY =
  '(?:ㅂㅓㄹ|ㅈㅣ|ㅈㅕ|ㅈㅜ|ㅈㅝ|ㄷㅜ|ㄷㅝ|ㄴㅗㅎ|ㅂㅗ|ㅂㅘ|ㄴㅐ|ㄱㅏ|ㄴㅏㄱ|ㄴㅏㅇㅗ|ㅇㅗ|ㅇㅘ)';
const AFTER_CONSONANT = new RegExp(`^(?:ㅇㅓ|ㅇㅏ)${AUXILIARY}`);
const AFTER_INFINITIVE = new RegExp(`^${AUXILIARY}`);

/** 크기, 세기, 굵기 are nouns of their own (size, strength), not forms of the adjective. */
const NOUN_IN_GI = new Set(['ㅋㅡ', 'ㅅㅔ', 'ㄱㅜㄹㄱ', 'ㅂㅏㄹㄱ']);

function isEnding(stem: string, rest: string): boolean {
  if (stem.length > SHORT_STEM) return ENDING.test(rest);
  if (AFTER_CONSONANT.test(rest)) return true;
  if (/[ㅓㅏㅕㅝㅘㅐ]$/.test(stem) && AFTER_INFINITIVE.test(rest)) return true;
  return WHOLE_ENDING.test(rest) && !(rest.startsWith('ㄱㅣ') && NOUN_IN_GI.has(stem));
}

export interface Stem {
  readonly letters: string;
  /** Set where only some endings may follow (the ㄹ of 늘다 drops before ㄴ, ㅂ, ㅅ). */
  readonly before?: string;
}

function syllableIrregular(stem: string, last: string, final: string): Stem[] {
  const head = toJamo(stem.slice(0, -1));
  const open = toJamo(last).slice(0, 2);
  if (final === 'ㅂ' && !REGULAR_B.has(last))
    return [
      { letters: `${head}${open}ㅇㅜ` },
      { letters: `${head}${open}ㅇㅝ` },
      { letters: `${head}${open}ㅇㅘ` },
    ];
  if (final === 'ㅅ' && !REGULAR_S.has(last)) return [{ letters: `${head}${open}ㅇ` }];
  if (final === 'ㄷ' && IRREGULAR_D.has(stem)) return [{ letters: `${head}${open}ㄹ` }];
  if (final === 'ㄹ') return [{ letters: head + open, before: 'ㄴㅂㅅ' }];
  return [];
}

function contracted(stem: string): Stem[] {
  const letters = toJamo(stem);
  const head = letters.slice(0, -1);
  const vowel = openVowel(stem);
  if (stem.endsWith('르') && stem.length >= 2) {
    const before = toJamo(stem.slice(0, -1));
    return [{ letters: `${before}ㄹㄹㅏ` }, { letters: `${before}ㄹㄹㅓ` }];
  }
  if (stem.endsWith('하')) return [{ letters: `${head}ㅐ` }];
  if (stem.endsWith('되')) return [{ letters: `${head}ㅙ` }];
  if (vowel === 'ㅣ') return [{ letters: `${head}ㅕ` }];
  if (vowel === 'ㅗ') return [{ letters: `${head}ㅘ` }];
  if (vowel === 'ㅜ') return [{ letters: `${head}ㅝ` }];
  if (vowel === 'ㅡ') return [{ letters: `${head}ㅓ` }, { letters: `${head}ㅏ` }];
  if (vowel === 'ㅚ') return [{ letters: `${head}ㅙ` }];
  return [];
}

/** Stems of a dictionary form such as 줄이다, 빠르다, 가깝다, 만들다. */
export function stemsOf(dictionaryForm: string): Stem[] {
  const stem = dictionaryForm.slice(0, -1);
  const last = stem.slice(-1);
  const final = finalConsonant(stem);
  return [
    { letters: toJamo(stem) },
    ...(final === '' ? contracted(stem) : syllableIrregular(stem, last, final)),
  ];
}

/** How many letters of `letters` the stem takes, or -1 where the word is not a form of the verb. */
export function stemLength(stems: readonly Stem[], letters: string): number {
  let longest = -1;
  for (const stem of stems) {
    if (!letters.startsWith(stem.letters)) continue;
    const rest = letters.slice(stem.letters.length);
    if (stem.before !== undefined && !stem.before.includes(rest.charAt(0))) continue;
    if (!isEnding(stem.letters, rest)) continue;
    longest = Math.max(longest, stem.letters.length);
  }
  return longest;
}
