import { en, ko, type TextKey } from './catalogue.ts';

/** Every word the bot says, by key, in both languages. Content (questions, terms) brings its own words. */

export type { TextKey } from './catalogue.ts';
export type TextParams = Readonly<Record<string, string | number>>;
export type Translate = (key: TextKey, params?: TextParams) => string;

const CATALOGUES = { ko, en } as const;

/** 을/를, 이/가, 은/는, 과/와 and 으로/로 after a word, by its last sound; digits as they are read. */
const PAIRS: Readonly<Record<string, readonly [string, string]>> = {
  을: ['을', '를'],
  이: ['이', '가'],
  은: ['은', '는'],
  과: ['과', '와'],
  으로: ['으로', '로'],
};
const DIGITS_WITH_FINAL = '013678';
const LETTERS_WITH_FINAL = 'lmnr';

function finalSound(word: string): 'none' | 'l' | 'other' {
  const last = word
    .replace(/[)\]'"”’]+$/, '')
    .slice(-1)
    .toLowerCase();
  const code = last.charCodeAt(0);
  if (code >= 0xac00 && code <= 0xd7a3) {
    const final = (code - 0xac00) % 28;
    return final === 0 ? 'none' : final === 8 ? 'l' : 'other';
  }
  if (last === '') return 'none';
  if (last === '1' || last === '7' || last === '8' || last === 'l') return 'l';
  return DIGITS_WITH_FINAL.includes(last) || LETTERS_WITH_FINAL.includes(last) ? 'other' : 'none';
}

export function withParticle(word: string, particle: string): string {
  const pair = PAIRS[particle];
  if (pair === undefined) return word + particle;
  const sound = finalSound(word);
  const closed = particle === '으로' ? sound === 'other' : sound !== 'none';
  return word + (closed ? pair[0] : pair[1]);
}

/** Fills `{name}` and `{name:을}`; a missing parameter is a fault of the program and throws. */
export function translator(locale: 'ko' | 'en'): Translate {
  const catalogue: Readonly<Record<TextKey, string>> = CATALOGUES[locale];
  return (key, params = {}) =>
    catalogue[key].replaceAll(/\{(\w+)(?::([가-힣]+))?\}/g, (_, name: string, particle?: string) => {
      const value = Object.hasOwn(params, name) ? params[name] : undefined;
      if (value === undefined) throw new RangeError(`the text ${key} needs the parameter ${name}`);
      return particle === undefined ? String(value) : withParticle(String(value), particle);
    });
}
