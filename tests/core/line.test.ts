import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import { MAX_LINE, parseRest, splitName, writeLine } from '../../src/core/line.ts';
import { nearest } from '../../src/core/nearest.ts';
import { choiceOption, integerOption, parseOptions, textOption } from '../../src/core/option.ts';

const about = { ko: '설명', en: 'about' };
const OPTIONS = {
  question: textOption(about, true, { max: 10 }),
  period: choiceOption(about, false, [
    { value: 'week', label: { ko: '이번 주', en: 'this week' } },
    { value: 'all', label: { ko: '전체', en: 'all time' } },
  ]),
  count: integerOption(about, false, 1, 5),
};
const REST = { query: textOption(about, true, { rest: true }) };

function fault(raw: Record<string, string>): UserError {
  try {
    parseOptions(OPTIONS, raw);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('lines', () => {
  it('are written and read back', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 5 }),
        (text, count) => {
          fc.pre(
            !text.includes('"') &&
              text.trim() !== '' &&
              text === text.trim() &&
              !/\s/.test(text.replaceAll(' ', '')),
          );
          const line = writeLine('answer', { question: text, count });
          const { rest } = splitName(line, new Set(['answer']));
          expect(parseRest(rest, OPTIONS)).toEqual({ question: text, count: String(count) });
        },
      ),
    );
  });

  it(`refuse more than ${MAX_LINE} characters where they are written`, () => {
    expect(() => writeLine('answer', { question: 'x'.repeat(100) })).toThrow(RangeError);
  });

  it.each([
    ['dropout', { question: 'dropout' }],
    ['dropout week', { question: 'dropout', period: 'week' }],
    ['period:week dropout', { period: 'week', question: 'dropout' }],
    ['question:"two words"', { question: 'two words' }],
    ['a week 3 4', { question: 'a', period: 'week', count: '3', '4': '4' }],
  ])('read %j', (rest, expected) => {
    expect(parseRest(rest, OPTIONS)).toEqual(expected);
  });

  it.each([
    ['배치 정규화 란', { query: '배치 정규화 란' }],
    ['query:배치 정규화', { query: '배치 정규화' }],
    ['term:dropout', { query: 'term:dropout' }],
    ['"quoted words"', { query: 'quoted words' }],
    ['', {}],
  ])('give the rest to a text option: %j', (rest, expected) => {
    expect(parseRest(rest, REST)).toEqual(expected);
  });

  it('find the longest command name', () => {
    const names = new Set(['me', 'me stats', 'today', '오늘']);
    expect(splitName('/me stats x', names)).toMatchObject({ name: 'me stats', rest: 'x' });
    expect(splitName('me other', names)).toMatchObject({ name: 'me', rest: 'other' });
    expect(splitName('오늘', names)).toMatchObject({ name: '오늘' });
    expect(splitName('nothing here', names)).toEqual({ word: 'nothing', rest: 'here' });
  });
});

describe('options', () => {
  it('become typed values; choices also by their label', () => {
    expect(parseOptions(OPTIONS, { question: ' q ', period: '이번 주', count: '3' })).toEqual({
      question: 'q',
      period: 'week',
      count: 3,
    });
  });

  it.each([
    [{}, 'error.option-missing', { option: 'question' }],
    [{ question: 'x'.repeat(11) }, 'error.option-long', { option: 'question', max: 10 }],
    [{ question: 'q', period: 'weak' }, 'error.choice-near', { near: 'week' }],
    [{ question: 'q', period: 'zzzzzz' }, 'error.choice', { allowed: 'week, all' }],
    [{ question: 'q', count: '6' }, 'error.integer', { min: 1, max: 5 }],
    [{ question: 'q', count: 'NaN' }, 'error.integer', { value: 'NaN' }],
    [{ question: 'q', count: '1.5' }, 'error.integer', {}],
    [{ question: 'q', count: '' }, 'error.integer', {}],
    [{ question: 'q', colour: 'red' }, 'error.option-unknown', { option: 'colour' }],
    [{ question: 'q', constructor: 'x' }, 'error.option-unknown', { option: 'constructor' }],
  ])('refuse %j', (raw, key, params) => {
    const error = fault(raw);
    expect(error.key).toBe(key);
    expect(error.params).toMatchObject(params);
  });

  it('offer the nearest names', () => {
    expect(nearest('droput', ['dropout', 'momentum', 'drop'])[0]).toBe('dropout');
    expect(nearest('zzz', ['dropout', 'momentum'])).toEqual([]);
  });
});
