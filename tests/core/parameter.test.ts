import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import {
  parseParameter,
  parseParameters,
  readAssignments,
  writeAssignments,
  writeValue,
} from '../../src/core/parameter.ts';
import { bool, choice, float, floats, int, ints, limits, matrix, text } from '../../src/demos/parameters.ts';
import { translator } from '../../src/texts/index.ts';

/** The message of the error that `run` throws, in English. */
function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return translator('en')(error.key, error.params);
    throw error;
  }
  return 'nothing was refused';
}

describe('limits', () => {
  it.each([
    ['0..1', { min: 0, max: 1 }],
    ['0<..1', { min: 0, max: 1, aboveMin: true }],
    ['0..<1', { min: 0, max: 1, belowMax: true }],
    ['-3..3', { min: -3, max: 3 }],
    ['1e-90..1e90', { min: 1e-90, max: 1e90 }],
    ['0.001..1000', { min: 0.001, max: 1000 }],
  ])('reads %s', (written, bounds) => {
    expect(limits(written)).toEqual(bounds);
  });

  it('throws where there is nothing to read', () => {
    expect(() => limits('0-1')).toThrow(RangeError);
  });
});

describe('a parameter', () => {
  it.each([
    [int(1, '0..10'), '7', 7],
    [int(1, '0..10'), 7, 7],
    [int(1, '0..10'), ' 7 ', 7],
    [float(1, '0<..10'), '1e-8', 1e-8],
    [float(1, '-10..10'), '−2.5', -2.5],
    [float(1, '-10..10'), '.5', 0.5],
    [float(1, '-10..10'), '-0', 0],
    [bool(false), 'TRUE', true],
    [bool(false), true, true],
    [choice(['relu', 'tanh'], 'relu'), 'Tanh', 'tanh'],
    [floats([1], '0..5', '-9..9'), '1, 2,3', [1, 2, 3]],
    [floats([1], '0..5', '-9..9'), '', []],
    [floats([1], '0..5', '-9..9'), [1, 2], [1, 2]],
    [floats([1], '0..5', '-9..9'), 4, [4]],
    [floats([1], '0..5', '-9..9'), ['1', 2], [1, 2]],
    [ints([1], '1..5', '0..9'), '1,2', [1, 2]],
    [
      matrix([[1]], '1..3', '1..3', '0..9'),
      '1,2/3,4',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      matrix([[1]], '1..3', '1..3', '0..9'),
      [
        [1, 2],
        [3, 4],
      ],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [text('a', '1..5'), ' 한글 ', ' 한글 '],
  ])('%o takes %o', (parameter, raw, value) => {
    expect(parseParameter(parameter, 'p', raw)).toEqual(value);
  });

  it.each([
    [int(1, '0..10'), '7.5', 'p must be a whole number in 0..10. Given: 7.5'],
    [int(1, '0..10'), '11', 'p must be a whole number in 0..10. Given: 11'],
    [int(1, '0..10'), '0x10', 'p must be a whole number in 0..10. Given: 0x10'],
    [float(1, '0<..10'), '0', 'p must be a number in 0<..10. Given: 0'],
    [float(1, '0<..10'), 'nan', 'p must be a number in 0<..10. Given: nan'],
    [float(1, '0<..10'), 'Infinity', 'p must be a number in 0<..10. Given: Infinity'],
    [float(1, '0<..10'), '1e999', 'p must be a number in 0<..10. Given: 1e999'],
    [float(1, '0<..10'), '', 'p must be a number in 0<..10. Given: '],
    [float(1, '0<..10'), null, 'p must be a number in 0<..10. Given: null'],
    [bool(true), 'yes', 'p must be true or false. Given: yes'],
    [
      choice(['relu', 'tanh'], 'relu'),
      'rely',
      'p cannot be "rely". Did you mean relu? Allowed values: relu, tanh',
    ],
    [choice(['relu', 'tanh'], 'relu'), '??', 'p cannot be "??". Allowed values: relu, tanh'],
    [floats([1], '1..2', '-9..9'), '', 'p must have 1..2 entries. Given: 0'],
    [floats([1], '1..2', '-9..9'), '1,2,3', 'p must have 1..2 entries. Given: 3'],
    [floats([1], '1..5', '-9..9'), '1,,3', 'p[1] must be a number in -9..9. Given: '],
    [
      floats([1], '1..5', '-9..9'),
      { a: 1 },
      'p must be a list of numbers with commas, such as 1,2,3. Given: {"a":1}',
    ],
    [ints([1], '1..5', '0..9'), '1,2.5', 'p[1] must be a whole number in 0..9. Given: 2.5'],
    [
      matrix([[1]], '1..3', '1..3', '0..9'),
      '1,2/3',
      'p must have rows of equal length: the first has 2 entries, row 1 has 1.',
    ],
    [matrix([[1]], '1..3', '1..3', '0..9'), '1/2/3/4', 'p must have 1..3 rows. Given: 4'],
    [matrix([[1]], '1..3', '1..3', '0..9'), '1,10', 'p[0][1] must be a number in 0..9. Given: 10'],
    [
      matrix([[1]], '1..3', '1..3', '0..9'),
      [[1], 2],
      'p must be a matrix with rows separated by /, such as 1,2/3,4. Given: [[1],2]',
    ],
    [text('a', '1..5'), '가나다라마바', 'p must be 1..5 characters long. Given: 6'],
    [text('a', '1..5'), 3, 'p must be text. Given: 3'],
  ])('%o refuses %o by name', (parameter, raw, message) => {
    expect(refusal(() => parseParameter(parameter, 'p', raw))).toBe(message);
  });

  it('repeats only the beginning of a long value', () => {
    const message = refusal(() => parseParameter(float(1, '0..1'), 'p', 'x'.repeat(5000)));
    expect(message.length).toBeLessThan(120);
  });
});

describe('the parameters of a run', () => {
  const declared = { lr: float(0.1, '0<..1'), steps: int(20, '1..200'), x: floats([1, 2], '1..9', '-9..9') };

  it('take their defaults where nothing is given', () => {
    expect(parseParameters(declared, { steps: '5' })).toEqual({ lr: 0.1, steps: 5, x: [1, 2] });
  });

  it.each([
    [{ step: 1 }, 'step is not a parameter of this demo. Did you mean steps? Parameters: lr, steps, x'],
    [{ constructor: 1 }, 'constructor is not a parameter of this demo. Parameters: lr, steps, x'],
    [
      JSON.parse('{"__proto__": 1}') as Record<string, unknown>,
      '__proto__ is not a parameter of this demo. Parameters: lr, steps, x',
    ],
  ])('refuse the unknown name in %o', (given, message) => {
    expect(refusal(() => parseParameters(declared, given))).toBe(message);
  });

  it('are written as they are typed, without the defaults', () => {
    const values = parseParameters(declared, { lr: 0.5, x: '3,4' });
    expect(writeAssignments(declared, values)).toBe('lr=0.5 x=3,4');
    expect(
      writeValue([
        [1, 2],
        [3, 4],
      ]),
    ).toBe('1,2/3,4');
    expect(writeAssignments(declared, parseParameters(declared, {}))).toBe('');
  });
});

describe('typed assignments', () => {
  it.each([
    ['lr=0.1 steps=50', { lr: '0.1', steps: '50' }],
    ['  lr = 0.1  ', { lr: '0.1' }],
    ['text=the cat sat window=4', { text: 'the cat sat', window: '4' }],
    ["docs='a = b / c' k=2", { docs: 'a = b / c', k: '2' }],
    ['x=1, 2, 3 k=2', { x: '1, 2, 3', k: '2' }],
    ['slice=::-1', { slice: '::-1' }],
    ['x=', { x: '' }],
    ['', {}],
  ])('reads %s', (typed, given) => {
    expect(readAssignments(typed)).toEqual(given);
  });

  it.each([
    ['0.1', '"0.1" cannot be read. Write name=value, such as lr=0.1 steps=50'],
    ['lr=1 lr=2', 'lr is given twice. Please give it once.'],
  ])('refuses %s', (typed, message) => {
    expect(refusal(() => readAssignments(typed))).toBe(message);
  });

  it('come back from what was written', () => {
    const declared = { docs: text('a', '1..50'), k: int(1, '0..9') };
    const values = parseParameters(declared, { docs: 'cat dog / car', k: 3 });
    expect(parseParameters(declared, readAssignments(writeAssignments(declared, values)))).toEqual(values);
  });
});
