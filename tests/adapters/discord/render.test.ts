import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formToModal } from '../../../src/adapters/discord/form.ts';
import { MAX_ALT_TEXT } from '../../../src/adapters/discord/limits.ts';
import { markOf, nonceOf } from '../../../src/adapters/discord/messages.ts';
import { renderCard } from '../../../src/adapters/discord/render.ts';
import { button, card, controls, marked, menu, text } from '../../../src/cards/build.ts';
import type { Block, Card } from '../../../src/cards/card.ts';
import { bold, type Inline } from '../../../src/cards/inline.ts';
import { writeLine } from '../../../src/core/line.ts';
import { type MessageBody, messageFaults, modalFaults } from '../../support/discord/limits.ts';
import { textOf } from '../../support/discord/reading.ts';

/** One card, as messages that Discord takes. */

function bodies(shown: Card): MessageBody[] {
  return renderCard(shown).map(({ container, pictures }) => ({
    flags: 1 << 15,
    components: [container as never],
    allowed_mentions: { parse: [] },
    attachments: pictures.map(({ file, alt }, id) => ({ id: String(id), filename: file, description: alt })),
  }));
}

function faultsOf(shown: Card): string[] {
  return bodies(shown).flatMap((body) =>
    messageFaults(body, body.attachments?.map((one) => one.filename ?? '') ?? []),
  );
}

function words(...inline: Inline[]): string {
  return textOf(bodies(card('neutral', undefined, text(...inline)))[0]);
}

const CHART = { kind: 'bars', title: 't', names: [], series: [] } as never;

describe('a card on Discord', () => {
  it.each([
    ['*bold* _it_ ~~gone~~ ||spoiler||', '\\*bold\\* \\_it\\_ \\~\\~gone\\~\\~ \\|\\|spoiler\\|\\|'],
    ['`code` ```block```', '\\`code\\` \\`\\`\\`block\\`\\`\\`'],
    ['<@123> <@&9> <#4> <:e:5> </c:6>', '\\<@123\\> \\<@&9\\> \\<#4\\> \\<:e:5\\> \\</c:6\\>'],
    ['@everyone and @here', '@\u200beveryone and @\u200bhere'],
    ['[label](https://x.y)', '\\[label\\](https://x.y)'],
    ['# title\n- item\n1. one\n> quote\n-# small', '\\# title\n\\- item\n1\\. one\n\\> quote\n\\-# small'],
    ['back\\slash', 'back\\\\slash'],
    ['x_1 = 3 - 2', 'x\\_1 = 3 - 2'],
    ['52.5점\n-1.5', '52.5점\n-1.5'],
  ])('shows %j as it was written', (written, shown) => {
    expect(words(written)).toBe(shown);
  });

  it.each([
    [['값', '은'], '**값**은'],
    [['"값"', '은'], '**"값"\u200b**은'],
    [['(a)', ' 를'], '**(a)** 를'],
    [['값.', ''], '**값.**'],
    [[' 값 ', '은'], ' **값** 은'],
    [['a\nb', ''], '**a**\n**b**'],
  ])('keeps %j bold before a particle', ([strong = '', particle = ''], shown) => {
    expect(words('가 ', bold(strong), particle)).toBe(`가 ${shown}`);
  });

  it('opens emphasis after a letter', () => {
    expect(words('값', bold('(a)'))).toBe('값**\u200b(a)**');
  });

  it('keeps code as code, whatever is in it', () => {
    expect(words({ kind: 'code', text: 'a`b*' })).toBe('`` a`b* ``');
    expect(words({ kind: 'code', text: '@everyone' })).toBe('`@\u200beveryone`');
  });

  it('names a channel by its id, which rings nowhere', () => {
    expect(words({ kind: 'channel', id: '700000000000000020', text: '#daily' })).toBe(
      '<#700000000000000020>',
    );
    expect(words({ kind: 'channel', id: '@everyone', text: '#@everyone' })).toBe('#@\u200beveryone');
  });

  it('links to web addresses only', () => {
    expect(words({ kind: 'link', label: 'a', url: 'https://x.y/z(1)' })).toBe('[a](https://x.y/z%281%29)');
    expect(words({ kind: 'link', label: 'a', url: 'javascript:alert(1)' })).toBe('a');
  });

  it('cuts a text that no message holds, with a mark that says how much is left out', () => {
    const shown = card('neutral', '공유', marked('quote', `${'한글 답이에요. '.repeat(600)}끝`));
    expect(faultsOf(shown)).toEqual([]);
    expect(bodies(shown).length).toBeLessThanOrEqual(2);
    expect(bodies(shown).map(textOf).join()).toMatch(/… \(\+[\d,]+\)/);
  });

  it('puts blocks that do not fit into a second message, in order, and loses none', () => {
    const blocks = Array.from({ length: 30 }, (_, index) => text(`${index}: ${'가나다라 '.repeat(60)}`));
    const all = bodies(card('good', 'Many', ...blocks));
    expect(all.length).toBeGreaterThan(1);
    const numbers = [
      ...all
        .map(textOf)
        .join('\n')
        .matchAll(/^(\d+):/gm),
    ].map((match) => Number(match[1]));
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, index) => index));
    expect(faultsOf(card('good', 'Many', ...blocks))).toEqual([]);
  });

  it('takes thirty buttons, two menus, thirty fields and eleven pictures', () => {
    const lines = Array.from({ length: 30 }, (_, index) =>
      button(`b${index}`, writeLine('quiz', { question: `q-${index}` })),
    );
    const items = (at: number) =>
      Array.from({ length: 25 }, (_, index) => ({
        label: `m${index}`,
        line: writeLine('demo', { name: `d${at}-${index}` }),
      }));
    const charts: Block[] = Array.from({ length: 11 }, () => ({
      kind: 'chart',
      chart: CHART,
      alt: 'a'.repeat(2000),
      name: 'same name',
    }));
    const fields = Array.from({ length: 30 }, (_, index) => ({ label: `l${index}`, value: 'v'.repeat(900) }));
    const shown = card(
      'warn',
      'All',
      controls(...lines),
      controls(menu('one', items(1)), menu('two', items(2))),
      { kind: 'fields', fields },
      ...charts,
    );
    expect(faultsOf(shown)).toEqual([]);
    const rendered = renderCard(shown);
    expect(rendered.flatMap((one) => one.pictures)).toHaveLength(11);
    expect(rendered.flatMap((one) => one.pictures).every((one) => one.alt.length <= MAX_ALT_TEXT)).toBe(true);
    expect(JSON.stringify(rendered).match(/"custom_id":"quiz/g)).toHaveLength(30);
  });

  it('never pads with spaces', () => {
    const shown = card(
      'neutral',
      undefined,
      {
        kind: 'table',
        columns: ['이름', 'value'],
        rows: [
          ['가', '1'],
          ['나다라', '22'],
        ],
      },
      {
        kind: 'board',
        rows: [
          { place: 1, name: '민서', value: '10점', self: false },
          { place: 1, name: '<@1>', value: '9', self: true },
        ],
      },
    );
    expect(textOf(bodies(shown)[0])).not.toMatch(/ {2}/);
    expect(textOf(bodies(shown)[0])).toContain('1\\. 민서 · 10점');
  });

  it('shows an empty card as something', () => {
    expect(bodies(card('neutral', undefined))).toHaveLength(1);
    expect(faultsOf(card('neutral', ' ', text('')))).toEqual([]);
  });

  it('stays within all limits for any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3000 }),
      fc.constantFrom('@everyone', '가'.repeat(3000), '*'.repeat(2500), '\n'.repeat(2000), '```'),
    );
    const mark = fc.constantFrom('quote', 'small', 'covered', 'heading', undefined);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(piece, mark), { maxLength: 6 }),
        fc.string({ maxLength: 400 }),
        (all, title) => {
          const blocks = all.map(
            ([one, look]): Block => (look === undefined ? text(one) : marked(look, one)),
          );
          expect(faultsOf(card('neutral', title, ...blocks))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a form on Discord', () => {
  it('is a modal within the limits', () => {
    const modal = formToModal({
      title: '아주 긴 제목'.repeat(20),
      about: '무엇을 묻는지 '.repeat(400),
      fields: Array.from({ length: 5 }, (_, index) => ({
        name: `f${index}`,
        label: 'l'.repeat(90),
        hint: 'h'.repeat(300),
        long: true,
        max: 9000,
      })),
      submit: writeLine('answer', { question: 'dropout-effect' }),
      submitLabel: 'Send',
    });
    expect(modalFaults(modal as never)).toEqual([]);
  });
});

describe('keys of posts', () => {
  it('come to nonces of 25 characters at most and marks of 31 bits', () => {
    expect(nonceOf('daily-12345-20261129', 0)).toBe('daily-12345-20261129');
    expect(nonceOf('x'.repeat(80), 1)).toHaveLength(25);
    expect(nonceOf('a', 0)).not.toBe(nonceOf('a', 1));
    for (const key of ['a', 'b', 'c']) expect(markOf(key)).toBeGreaterThan(0x3fffffff);
    for (const key of ['a', 'b', 'c']) expect(markOf(key)).toBeLessThan(0x80000000);
  });
});
