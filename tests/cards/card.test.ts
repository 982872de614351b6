import { describe, expect, it } from 'vitest';
import { button, card, controls, marked, text } from '../../src/cards/build.ts';
import { parseInline, plainText } from '../../src/cards/inline.ts';
import { cardText, meterCells } from '../../src/cards/plain.ts';
import { writeLine } from '../../src/core/line.ts';

describe('cards', () => {
  it('refuse a label that some platform would cut, and the same line twice', () => {
    const line = writeLine('help');
    expect(() => card('neutral', 't', controls(button('x'.repeat(76), line)))).toThrow(RangeError);
    expect(() => card('neutral', 't', controls(button('a', line)), controls(button('b', line)))).toThrow(
      /two buttons/,
    );
  });

  it('drop a row of controls that is empty', () => {
    expect(card('neutral', 't', controls(undefined)).blocks).toEqual([]);
  });

  it('read as plain text, with marks that do not need colour', () => {
    const shown = cardText(
      card(
        'good',
        '제목',
        marked('covered', '말한 것'),
        marked('missed', '빠진 것'),
        marked('misconception', '틀린 것'),
        { kind: 'meter', share: 0.62, text: '62/100' },
        controls(button('도움말', writeLine('help'))),
      ),
    );
    expect(shown).toBe('제목\n✓ 말한 것\n○ 빠진 것\n✗ 틀린 것\n▰▰▰▰▰▰▱▱▱▱ 62/100\n[도움말] help');
  });

  it('keep a meter within its cells', () => {
    expect([meterCells(-1), meterCells(0.04), meterCells(2)]).toEqual([
      '▱▱▱▱▱▱▱▱▱▱',
      '▱▱▱▱▱▱▱▱▱▱',
      '▰▰▰▰▰▰▰▰▰▰',
    ]);
  });

  it('parse bold and code of content, and nothing else', () => {
    expect(parseInline('a **b** `c` <i> [x](y) _z_')).toEqual([
      'a ',
      { kind: 'bold', text: 'b' },
      ' ',
      { kind: 'code', text: 'c' },
      ' <i> [x](y) _z_',
    ]);
    expect(plainText(parseInline('a **b**'))).toBe('a b');
    expect(text('x')).toEqual({ kind: 'text', text: ['x'] });
  });
});
