import { describe, expect, it } from 'vitest';
import { PatternError, parsePattern } from '../../src/grading/pattern.ts';

describe('patterns', () => {
  it.each([
    ['', 'a word is missing'],
    ['a |', 'a word is missing'],
    ['(a b', '")" is missing'],
    ['a )', 'unexpected ")"'],
    ['> a', '">" needs a word before it'],
    ['a & & b', 'a word is missing'],
    ['a !`x=y`', 'a formula takes no prefix'],
    ['a !-b', 'unexpected "-"'],
  ])('refuses %j', (source, message) => {
    expect(() => parsePattern(source)).toThrow(PatternError);
    expect(() => parsePattern(source)).toThrow(message);
  });

  it('says where the fault is', () => {
    try {
      parsePattern('good (words | here');
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ at: 18 });
    }
  });
});
