import { describe, expect, it } from 'vitest';
import { CardView, languageOf } from '../../../src/adapters/playground/render.tsx';
import { button, card, controls, marked, text } from '../../../src/cards/build.ts';
import type { Block, Mark } from '../../../src/cards/card.ts';
import { writeLine } from '../../../src/core/line.ts';

/** Where a picture stands; these tests draw none. */
const picture = (block: number) => `/pictures/${block}`;

const html = (...blocks: Block[]) =>
  String(CardView({ card: card('neutral', undefined, ...blocks), locale: 'en', picture }));

const HOSTILE =
  '<script>alert(1)</script> @everyone "><img src=x onerror=alert(1)> &amp; *bold* _it_ [x](javascript:1)';
const ESCAPED =
  '&lt;script&gt;alert(1)&lt;/script&gt; @everyone &quot;&gt;&lt;img src=x onerror=alert(1)&gt; &amp;amp; *bold* _it_ [x](javascript:1)';

const EVERYWHERE: readonly [string, Block][] = [
  ['text', text(HOSTILE)],
  ['bold', text({ kind: 'bold', text: HOSTILE })],
  ['italic', text({ kind: 'italic', text: HOSTILE })],
  ['code', text({ kind: 'code', text: HOSTILE })],
  ['covered', text({ kind: 'covered', text: HOSTILE })],
  ['missed', text({ kind: 'missed', text: HOSTILE })],
  ['link', text({ kind: 'link', label: HOSTILE, url: 'https://example.com/?a="><script>' })],
  ...(['covered', 'missed', 'misconception', 'streak', 'heading', 'small', 'quote'] as const).map(
    (mark: Mark): [string, Block] => [`mark ${mark}`, marked(mark, HOSTILE)],
  ),
  ['fields', { kind: 'fields', fields: [{ label: HOSTILE, value: HOSTILE }] }],
  ['code block', { kind: 'code', text: HOSTILE }],
  ['meter', { kind: 'meter', share: 0.5, text: HOSTILE }],
  [
    'board',
    { kind: 'board', rows: [{ place: 1, name: HOSTILE, value: HOSTILE, note: HOSTILE, self: true }] },
  ],
];

describe('text', () => {
  it.each(EVERYWHERE)('stays text in %s', (_name, block) => {
    const drawn = html(block);
    expect(drawn).toContain(ESCAPED);
    expect(drawn).not.toMatch(/<(?:script|img)/);
  });

  it('stays text in titles and labels', () => {
    const drawn = String(
      CardView({
        card: card('bad', HOSTILE, controls(button('<b>"', writeLine('echo', { words: 'a "b" <c>' })))),
        locale: 'ko',
        picture,
      }),
    );
    expect(drawn).toContain(`<h3>${ESCAPED}</h3>`);
    expect(drawn).toContain('&lt;b&gt;&quot;');
    expect(drawn).toContain('data-line="echo words:&quot;a b &lt;c&gt;&quot;"');
  });

  it('keeps the lines of a quotation', () => {
    expect(html(marked('quote', 'one\ntwo'))).toContain('<blockquote>one\ntwo</blockquote>');
  });
});

describe('links', () => {
  it.each(['javascript:alert(1)', 'data:text/html,<script>', 'file:///etc/passwd', 'not an address', ''])(
    '%s is plain text',
    (url) => {
      expect(html(text({ kind: 'link', label: 'x', url }))).not.toContain('<a ');
      expect(html(controls({ kind: 'link', label: 'x', url }))).not.toContain('<a ');
    },
  );

  it('open elsewhere and give nothing away', () => {
    const drawn = html(text({ kind: 'link', label: 'paper', url: 'https://arxiv.org/abs/1' }));
    expect(drawn).toContain(
      '<a href="https://arxiv.org/abs/1" target="_blank" rel="noopener noreferrer">paper</a>',
    );
  });
});

describe('meaning without colour', () => {
  it.each([
    ['covered', '✓', 'covered'],
    ['missed', '○', 'missed'],
    ['misconception', '✗', 'misconception'],
    ['streak', '∇', 'streak'],
  ] as const)('%s has the sign %s with a name', (mark, sign, name) => {
    const drawn = html(marked(mark, 'words'));
    expect(drawn).toContain(`role="img" aria-label="${name}">${sign}<`);
  });

  it('names the tone of a warning and of a fault', () => {
    const toned = (tone: 'warn' | 'bad' | 'good') =>
      String(CardView({ card: card(tone, 't'), locale: 'ko', picture }));
    expect(toned('warn')).toContain('주의');
    expect(toned('bad')).toContain('문제');
    expect(toned('good')).not.toContain('unseen');
  });

  it.each([
    [0.47, '47'],
    [-1, '0'],
    [7, '100'],
  ])('a meter of %f reads as %s', (share, value) => {
    const drawn = html({ kind: 'meter', share, text: 'the same in words' });
    expect(drawn).toContain('role="meter" aria-label="the same in words"');
    expect(drawn).toContain(`aria-valuenow="${value}"`);
    expect(drawn).not.toContain('style=');
  });

  it('a board is a table with the own row marked', () => {
    const rows = [
      { place: 1, name: 'Ada', value: '10', self: false },
      { place: 2, name: 'Bo', value: '5', self: true },
    ];
    const drawn = html({ kind: 'board', rows });
    expect(drawn).toContain('<th scope="col">Name</th>');
    expect(drawn.match(/aria-current="true"/g)).toHaveLength(1);
    expect(drawn).toContain('<span class="name">Bo</span><span class="tag">you</span>');
  });
});

describe('language', () => {
  it('is that of the words, whatever the page speaks', () => {
    expect(languageOf('드롭아웃 dropout')).toBe('ko');
    expect(languageOf('dropout')).toBe('en');
    expect(languageOf('ㅋㅋ')).toBe('ko');
  });
});
