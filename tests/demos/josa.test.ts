import { describe, expect, it } from 'vitest';
import { withJosa } from '../../src/demos/josa.ts';

describe('withJosa', () => {
  it.each([
    [0, '0이에요'],
    ['0.5', '0.5예요'],
    ['3.6', '3.6이에요'],
    ['41', '41이에요'],
    ['1024', '1024예요'],
    ['10⁻⁵', '10⁻⁵이에요'],
    ['66.7%', '66.7%예요'],
    ['∞', '∞예요'],
    ['0.86비트', '0.86비트예요'],
    ['+ 2개', '+ 2개예요'],
    ['클래스 3(60%)', '클래스 3(60%)예요'],
  ] as const)('%s', (word, expected) => {
    expect(withJosa(word, '이에요/예요')).toBe(expected);
  });

  it('takes 로 after ㄹ', () => {
    expect([1, 7, 8, 2, 3, '칠', '삼'].map((word) => withJosa(word, '으로/로'))).toEqual([
      '1로',
      '7로',
      '8로',
      '2로',
      '3으로',
      '칠로',
      '삼으로',
    ]);
    expect(withJosa(8, '을/를')).toBe('8을');
  });
});
