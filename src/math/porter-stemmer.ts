/**
 * The stemmer of Porter ("An algorithm for suffix stripping", Program 14(3), 1980) to the letter of the paper: words of one
 * or two letters are treated like all others, and none of the later departures (bli, logi) is taken. Letters outside
 * English count as consonants. Cost: linear in the length of the word.
 */

function isConsonant(word: string, at: number): boolean {
  const letter = word.charAt(at);
  if ('aeiou'.includes(letter)) return false;
  if (letter !== 'y') return true;
  // In a run of y they take turns, beginning with the letter before the run.
  let start = at;
  while (start > 0 && word.charAt(start - 1) === 'y') start -= 1;
  const firstIsConsonant = start === 0 || !isConsonant(word, start - 1);
  return (at - start) % 2 === 0 ? firstIsConsonant : !firstIsConsonant;
}

/** m of the paper: how often a vowel is followed by a consonant, [C](VC)^m[V]. */
function measure(stem: string): number {
  let times = 0;
  let afterVowel = false;
  for (let at = 0; at < stem.length; at++) {
    const consonant = isConsonant(stem, at);
    if (consonant && afterVowel) times += 1;
    afterVowel = !consonant;
  }
  return times;
}

/** *v*: the stem contains a vowel. */
function hasVowel(stem: string): boolean {
  for (let at = 0; at < stem.length; at++) if (!isConsonant(stem, at)) return true;
  return false;
}

/** *d: ends with a double consonant. */
function endsDouble(stem: string): boolean {
  const last = stem.length - 1;
  return last >= 1 && stem.charAt(last) === stem.charAt(last - 1) && isConsonant(stem, last);
}

/** *o: ends consonant, vowel, consonant, where the last is not w, x or y: the stem of a word that had a silent e. */
function endsShort(stem: string): boolean {
  const last = stem.length - 1;
  return (
    last >= 2 &&
    isConsonant(stem, last - 2) &&
    !isConsonant(stem, last - 1) &&
    isConsonant(stem, last) &&
    !'wxy'.includes(stem.charAt(last))
  );
}

type Rule = readonly [suffix: string, replacement: string, holds?: (stem: string) => boolean];

/** The first rule whose suffix fits decides, also where its condition then fails; longer suffixes stand first. */
function apply(word: string, rules: readonly Rule[], holds: (stem: string) => boolean): string {
  for (const [suffix, replacement, own] of rules) {
    if (!word.endsWith(suffix)) continue;
    const stem = word.slice(0, word.length - suffix.length);
    return (own ?? holds)(stem) ? stem + replacement : word;
  }
  return word;
}

const PLURALS: readonly Rule[] = [
  ['sses', 'ss'],
  ['ies', 'i'],
  ['ss', 'ss'],
  ['s', ''],
];

const DOUBLE_SUFFIXES: readonly Rule[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
];

const ENDINGS: readonly Rule[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];

const LAST_SUFFIXES: readonly Rule[] = [
  ...['al', 'ance', 'ence', 'er', 'ic', 'able', 'ible', 'ant', 'ement', 'ment', 'ent'].map(
    (suffix): Rule => [suffix, ''],
  ),
  ['ion', '', (stem) => measure(stem) > 1 && /[st]$/.test(stem)],
  ...['ou', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize'].map((suffix): Rule => [suffix, '']),
];

/** Step 1b: -eed, -ed, -ing; what a removed ending leaves is made whole again (hopp -> hop, fil -> file). */
function withoutPast(word: string): string {
  if (word.endsWith('eed')) return apply(word, [['eed', 'ee']], (stem) => measure(stem) > 0);
  const stem = apply(
    word,
    [
      ['ed', ''],
      ['ing', ''],
    ],
    hasVowel,
  );
  if (stem === word) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (endsDouble(stem)) return /[lsz]$/.test(stem) ? stem : stem.slice(0, -1);
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

/** Steps 5a and 5b: a final e, and the second l of a final ll. */
function tidied(word: string): string {
  const bare = apply(
    word,
    [['e', '']],
    (stem) => measure(stem) > 1 || (measure(stem) === 1 && !endsShort(stem)),
  );
  return bare.endsWith('ll') && measure(bare.slice(0, -1)) > 1 ? bare.slice(0, -1) : bare;
}

/** The stem of a lower-case word; not always a word itself, and empty for "s". */
export function porterStem(word: string): string {
  const some = (stem: string): boolean => measure(stem) > 0;
  const singular = apply(word, PLURALS, () => true);
  const present = withoutPast(singular);
  const ending = apply(present, [['y', 'i']], hasVowel);
  const single = apply(ending, DOUBLE_SUFFIXES, some);
  const plain = apply(single, ENDINGS, some);
  return tidied(apply(plain, LAST_SUFFIXES, (stem) => measure(stem) > 1));
}
