import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf } from '../../../src/adapters/slack/controls.ts';
import { formModal, pickerModal } from '../../../src/adapters/slack/form.ts';
import { type Payload, renderCard, renderView } from '../../../src/adapters/slack/render.ts';
import { fromMarkup } from '../../../src/adapters/slack/rich-text.ts';
import { button, card, controls, marked, menu, text } from '../../../src/cards/build.ts';
import type { Block, Card, Line } from '../../../src/cards/card.ts';
import { writeLine } from '../../../src/core/line.ts';
import { messageComplaints, viewComplaints } from '../../support/slack/bodies.ts';
import { pingsOf } from '../../support/slack/pings.ts';
import { controlsOf, textOf } from '../../support/slack/reading.ts';
import { Workspace } from '../../support/slack/workspace.ts';

/** One card, as messages that Slack takes. */

const workspace = new Workspace();
workspace.files.set('F1', {
  id: 'F1',
  name: 'a.png',
  alt: 'a',
  length: 1,
  bytes: new Uint8Array(1),
  complete: true,
  unready: 0,
});

/** As sent: every picture has its file. */
function sent({ blocks, text: fallback }: Payload) {
  const filled = blocks.map((one) =>
    one.type === 'image' ? { type: 'image', slack_file: { id: 'F1' }, alt_text: one.alt_text } : one,
  );
  return { blocks: filled, text: fallback };
}

function faultsOf(shown: Card): string[] {
  return renderCard(shown).flatMap((payload) => {
    const { all, remarks } = messageComplaints(sent(payload), workspace);
    return [...all, ...remarks, ...pingsOf(sent(payload))];
  });
}

function read(shown: Card): string {
  return renderCard(shown)
    .map((payload) => textOf({ body: sent(payload) } as never))
    .join('\n');
}

const CHART = { kind: 'bars', title: 't', names: [], series: [] } as never;
const ORIGIN = { team: 'T1', user: 'U1', channel: 'C1' };

describe('a card on Slack', () => {
  it.each([
    '*bold* _it_ ~gone~ `code`',
    '<!channel> <!here> <@U0MINSEO> <#C0DAILY> <https://a.b|click>',
    '@channel and @everyone',
    ':smile: &amp; &lt;',
    '> quote\n• list\n1. one',
    'https://a.b/c',
  ])('shows %j as it was written, and rings nobody', (written) => {
    expect(read(card('neutral', undefined, text(written)))).toBe(written);
    expect(faultsOf(card('neutral', undefined, text(written), marked('small', written)))).toEqual([]);
    // Only text elements: no links, mentions or emoji were made of it.
    const [payload] = renderCard(card('neutral', undefined, text(written)));
    expect(payload?.blocks).toMatchObject([
      { type: 'rich_text', elements: [{ elements: [{ type: 'text', text: written }] }] },
    ]);
  });

  it('escapes what notifications show', () => {
    const [payload] = renderCard(card('neutral', 'A & B', text('<!channel> 1 < 2')));
    expect(payload?.text).toBe('A &amp; B\n&lt;!channel&gt; 1 &lt; 2');
    const long = renderCard(card('neutral', undefined, text('&'.repeat(5000))))[0]?.text ?? '';
    expect(long.length).toBeLessThan(4000);
    expect(long.replaceAll('&amp;', '')).toBe('…');
  });

  it('names commands as words of its one command', () => {
    const words = read(card('neutral', undefined, text({ kind: 'code', text: '/me stats' }, ' 내 기록')));
    expect(words).toBe('/grad me stats 내 기록');
    expect(read(card('neutral', undefined, text({ kind: 'code', text: '/usr/bin' })))).toBe('/usr/bin');
  });

  it('links to web addresses only', () => {
    const link = (url: string) =>
      renderCard(card('neutral', undefined, text({ kind: 'link', label: 'a', url })));
    expect(JSON.stringify(link('https://x.y/z(1)'))).toContain('"type":"link","url":"https://x.y/z(1)"');
    expect(JSON.stringify(link('javascript:alert(1)'))).not.toContain('link');
  });

  it('cuts a text that no message holds, with a mark that says how much is left out', () => {
    const shown = card('neutral', '공유', marked('quote', `${'한글 답이에요. '.repeat(2000)}끝`));
    expect(faultsOf(shown)).toEqual([]);
    expect(renderCard(shown).length).toBeLessThanOrEqual(2);
    expect(read(shown)).toMatch(/… \(\+[\d,]+\)/);
  });

  it('puts blocks that do not fit into a second message, in order, and loses none', () => {
    const blocks = Array.from({ length: 60 }, (_, index) => text(`${index}: ${'가나다라 '.repeat(60)}`));
    const shown = card('good', 'Many', ...blocks);
    expect(renderCard(shown).length).toBeGreaterThan(1);
    const numbers = [...read(shown).matchAll(/^(\d+):/gm)].map((match) => Number(match[1]));
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, index) => index));
    expect(faultsOf(shown)).toEqual([]);
  });

  it('takes thirty buttons, two menus, thirty fields and sixty pictures', () => {
    const lines = Array.from({ length: 30 }, (_, index) =>
      button(`b${index}`, writeLine('quiz', { question: `q-${index}` })),
    );
    const items = (at: number) =>
      Array.from({ length: 25 }, (_, index) => ({
        label: `m${index}`,
        line: writeLine('demo', { name: `d${at}-${index}` }),
      }));
    const charts: Block[] = Array.from({ length: 60 }, () => ({
      kind: 'chart',
      chart: CHART,
      alt: 'a'.repeat(3000),
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
    const pictures = renderCard(shown).flatMap(({ pictures: all, blocks }) =>
      all.map((one) => blocks[one.block]),
    );
    expect(pictures).toHaveLength(60);
    expect(pictures.every((one) => one?.type === 'image')).toBe(true);
    const view = renderView([shown, shown]);
    expect(viewComplaints({ type: 'home', ...sent(view), text: undefined }, workspace).all).toEqual([]);
    expect(view.blocks.at(-1)).toMatchObject({ type: 'context' });
  });

  it('shows an empty card as something', () => {
    expect(renderCard(card('neutral', undefined))).toHaveLength(1);
    expect(faultsOf(card('neutral', ' ', text('')))).toEqual([]);
  });

  it('stays within all limits for any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3000 }),
      fc.constantFrom('<!channel>', '가'.repeat(9000), '&'.repeat(5000), '\n'.repeat(2000), '```'),
    );
    const mark = fc.constantFrom('quote', 'small', 'covered', 'heading', undefined);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(piece, mark), { maxLength: 8 }),
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

describe('a menu on Slack', () => {
  const long = (end: string) => `demo name:${'k'.repeat(50)} params:"lr=${end}"` as Line;

  function linesOf(items: readonly { label: string; line: Line }[]): (string | undefined)[] {
    const shown = card('neutral', undefined, controls(menu('Choose', items)));
    expect(faultsOf(shown)).toEqual([]);
    return renderCard(shown)
      .flatMap((payload) => controlsOf(sent(payload)))
      .map(({ element, option }) =>
        lineOf({ ...(element as { action_id: string }), selected_option: option ?? null }),
      );
  }

  it.each([
    ['short lines', [writeLine('help'), writeLine('demo', { name: 'softmax' })]],
    ['lines of 96 characters that begin alike', [long('0.1'), long('0.25'), long('"')]],
    ['one line that is the beginning of another', [long(''), `${long('')} x` as Line]],
    ['long lines that have nothing in common', [`a${'b'.repeat(90)}` as Line, `c${'d'.repeat(90)}` as Line]],
  ])('keeps %s', (_name, lines) => {
    expect(linesOf(lines.map((line, index) => ({ label: `item ${index}`, line })))).toEqual(lines);
  });

  it('needs no answer to a link', () => {
    const shown = card('neutral', undefined, controls({ kind: 'link', label: 'x', url: 'https://x.y' }));
    const [link] = renderCard(shown).flatMap((payload) => controlsOf(sent(payload)));
    expect(lineOf(link?.element as never)).toBeUndefined();
  });
});

describe('a form on Slack', () => {
  const field = { name: 'f', label: 'l'.repeat(90), hint: 'h'.repeat(300), long: true, max: 9000 };
  const choices = Array.from({ length: 25 }, (_, index) => ({ value: `v${index}`, label: 'c'.repeat(90) }));

  it('is a modal within the limits, with what stands there already', () => {
    const modal = formModal(
      {
        title: '아주 긴 제목'.repeat(20),
        about: '무엇을 묻는지 <!channel> '.repeat(400),
        fields: [
          { ...field, name: 'long', value: 'v'.repeat(5000) },
          { ...field, name: 'one', choices, value: 'v3' },
          { ...field, name: 'many', choices, many: true, value: 'v1,v4,gone', optional: true },
          { ...field, name: 'none', choices, many: true },
          { ...field, name: 'short', long: false, max: 5, hint: '' },
        ],
        submit: writeLine('answer', { question: 'dropout-effect' }),
        submitLabel: 'A label that is longer than a button',
      },
      ORIGIN,
    );
    expect(viewComplaints(modal as never, workspace).all).toEqual([]);
    expect(pingsOf(modal as never)).toEqual([]);
    expect(JSON.stringify(modal.blocks[3])).toMatch(/"initial_options":\[.*"v1".*"v4".*\]/);
    expect(JSON.stringify(modal.blocks[4])).not.toContain('initial');
  });

  it('asks for choices from the first letter on', () => {
    const modal = pickerModal(
      {
        line: 'lookup',
        command: 'lookup',
        option: 'query',
        optional: false,
        label: '찾을 말',
        title: '/grad 용어',
        submitLabel: '고르기',
      },
      ORIGIN,
    );
    expect(viewComplaints(modal as never, workspace).all).toEqual([]);
    expect(modal.blocks[0]).toMatchObject({ element: { type: 'external_select', min_query_length: 1 } });
  });
});

describe('what Slack sends as text', () => {
  it.each([
    ['a &lt; b &amp;&amp; c', 'a < b && c'],
    ['&amp;lt;', '&lt;'],
    ['<https://a.b/c|a.b> <https://d.e>', 'a.b https://d.e'],
    ['<@U01|minseo> <@U02>', '@minseo @U02'],
    ['<!here> <!subteam^S1|@team> <!date^1^{date}|today>', '@here @team @today'],
    ['#daily <#C01|daily>', '#daily #daily'],
  ])('%j was written as %j', (markup, written) => {
    expect(fromMarkup(markup, 'named')).toBe(written);
  });

  it('keeps a channel where a command may take one', () => {
    expect(fromMarkup('setup channel:<#C01|daily>', 'kept')).toBe('setup channel:<#C01|daily>');
  });
});
