import { describe, expect, it } from 'vitest';
import { open, SecretError, seal } from '../../../src/adapters/slack/secrets.ts';

const KEY = new Uint8Array(32).fill(1);

describe('a secret at rest', () => {
  it.each(['', 'xoxb-1', '한글 {"token":"x"}', 'x'.repeat(10_000)])('opens as it was', (secret) => {
    expect(open(seal(secret, KEY, 'slack:T1'), KEY, 'slack:T1')).toBe(secret);
  });

  it('is another text every time', () => {
    expect(seal('x', KEY, 'a')).not.toBe(seal('x', KEY, 'a'));
  });

  it.each([
    ['another key', (sealed: string) => open(sealed, new Uint8Array(32).fill(2), 'slack:T1')],
    ['another workspace', (sealed: string) => open(sealed, KEY, 'slack:T2')],
    [
      'a changed character',
      (sealed: string) =>
        open(`${sealed.slice(0, 20)}${sealed[20] === 'A' ? 'B' : 'A'}${sealed.slice(21)}`, KEY, 'slack:T1'),
    ],
    ['a cut text', (sealed: string) => open(sealed.slice(0, -4), KEY, 'slack:T1')],
    ['another version', (sealed: string) => open(`v2${sealed.slice(2)}`, KEY, 'slack:T1')],
    ['nothing', () => open('', KEY, 'slack:T1')],
  ])('does not open with %s', (_name, tried) => {
    expect(() => tried(seal('a token', KEY, 'slack:T1'))).toThrow(SecretError);
  });
});
