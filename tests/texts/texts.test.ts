import { describe, expect, it } from 'vitest';
import { en, ko, type TextKey } from '../../src/texts/catalogue.ts';
import { translator, withParticle } from '../../src/texts/index.ts';

const KEYS = Object.keys(ko) as TextKey[];

function parameters(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)(?::[가-힣]+)?\}/g)].map((match) => match[1] ?? ''))].sort();
}

describe('texts', () => {
  it('have the same keys and parameters in both languages', () => {
    expect(Object.keys(en).sort()).toEqual([...KEYS].sort());
    const different = KEYS.filter((key) => parameters(ko[key]).join() !== parameters(en[key]).join());
    expect(different).toEqual([]);
  });

  it('keep the voice: no exclamation marks, no belittling words', () => {
    const loud = KEYS.filter(
      (key) => /[!！]/.test(ko[key] + en[key]) || /\b(?:just|simply|obviously)\b/i.test(en[key]),
    );
    expect(loud).toEqual([]);
  });

  it('refuse a missing parameter', () => {
    expect(() => translator('ko')('error.unknown')).toThrow('reference');
  });

  it('take parameters as they are, whatever they contain', () => {
    expect(translator('en')('lookup.none', { query: '{name} $& <b>' })).toBe(
      'Nothing found for "{name} $& <b>".',
    );
  });

  it.each([
    ['값', '을', '값을'],
    ['나무', '을', '나무를'],
    ['ReLU', '은', 'ReLU는'],
    ['model', '이', 'model이'],
    ['학교', '으로', '학교로'],
    ['서울', '으로', '서울로'],
    ['집', '으로', '집으로'],
    ['3', '이', '3이'],
    ['2', '이', '2가'],
    ['(값)', '을', '(값)을'],
    ['', '을', '를'],
  ])('put the right particle after %j', (word, particle, expected) => {
    expect(withParticle(word, particle)).toBe(expected);
  });
});
