import { describe, expect, it } from 'vitest';
import { renderCard } from '../../src/adapters/discord/render.ts';
import { CardView } from '../../src/adapters/playground/render.tsx';
import { renderCard as renderForSlack } from '../../src/adapters/slack/render.ts';
import { button, card, controls, marked, menu, text } from '../../src/cards/build.ts';
import type { Block } from '../../src/cards/card.ts';
import { bold } from '../../src/cards/inline.ts';
import { cardText } from '../../src/cards/plain.ts';
import type { Chart } from '../../src/charts/model.ts';
import { writeLine } from '../../src/core/line.ts';

/** One block, side by side: what stands on the page, on Discord, on Slack and in plain text. */

const CHART: Chart = { kind: 'table', columns: ['a'], rows: [['1']] } as never;

interface Row {
  readonly kind: Block['kind'];
  readonly look: string;
  readonly block: Block;
  readonly page: readonly string[];
  readonly discord: readonly string[];
  readonly slack: readonly string[];
  readonly plain: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    kind: 'text',
    look: 'plain, with what somebody wrote',
    block: text('답: *a* <b> @everyone ', bold('굵게'), '는'),
    page: ['답: *a* &lt;b&gt; @everyone <strong>굵게</strong>는'],
    discord: ['답: \\\\*a\\\\* \\\\<b\\\\> @\u200beveryone **굵게**는'],
    slack: [
      '{"type":"text","text":"답: *a* <b> @everyone "},{"type":"text","text":"굵게","style":{"bold":true}}',
    ],
    plain: ['답: *a* <b> @everyone 굵게는'],
  },
  {
    kind: 'text',
    look: 'covered',
    block: marked('covered', '말한 것'),
    page: ['class="point covered"', '말한 것'],
    discord: ['✓ 말한 것'],
    slack: ['"text":"✓ "},{"type":"text","text":"말한 것"'],
    plain: ['✓ 말한 것'],
  },
  {
    kind: 'text',
    look: 'missed',
    block: marked('missed', '빠진 것'),
    page: ['class="point missed"'],
    discord: ['○ 빠진 것'],
    slack: ['"text":"○ "},{"type":"text","text":"빠진 것"'],
    plain: ['○ 빠진 것'],
  },
  {
    kind: 'text',
    look: 'misconception',
    block: marked('misconception', '틀린 것'),
    page: ['class="point misconception"'],
    discord: ['✗ 틀린 것'],
    slack: ['"text":"✗ "},{"type":"text","text":"틀린 것"'],
    plain: ['✗ 틀린 것'],
  },
  {
    kind: 'text',
    look: 'streak',
    block: marked('streak', '3일째'),
    page: ['class="point streak"'],
    discord: ['∇ 3일째'],
    slack: ['"text":"∇ "},{"type":"text","text":"3일째"'],
    plain: ['∇ 3일째'],
  },
  {
    kind: 'text',
    look: 'heading',
    block: marked('heading', '제목'),
    page: ['<h4>제목</h4>'],
    discord: ['**제목**'],
    slack: ['"text":"제목","style":{"bold":true}'],
    plain: ['제목'],
  },
  {
    kind: 'text',
    look: 'small',
    block: marked('small', '작게'),
    page: ['class="words small"'],
    discord: ['-# 작게'],
    slack: ['{"type":"context","elements":[{"type":"plain_text","text":"작게","emoji":false}]}'],
    plain: ['작게'],
  },
  {
    kind: 'text',
    look: 'quote',
    block: marked('quote', '첫 줄\n둘째 줄'),
    page: ['<blockquote>'],
    discord: ['> 첫 줄\\n> 둘째 줄'],
    slack: ['{"type":"rich_text_quote","elements":[{"type":"text","text":"첫 줄\\n둘째 줄"}]}'],
    plain: ['> 첫 줄'],
  },
  {
    kind: 'fields',
    look: 'label and value',
    block: { kind: 'fields', fields: [{ label: '점수', value: '10' }] },
    page: ['<dt>점수</dt><dd>10</dd>'],
    discord: ['**점수** 10'],
    slack: ['"text":"점수","style":{"bold":true}},{"type":"text","text":" 10"}'],
    plain: ['점수: 10'],
  },
  {
    kind: 'code',
    look: 'as it is',
    block: { kind: 'code', text: 'x = 1 *' },
    page: ['<code>x = 1 *</code>'],
    discord: ['```\\nx = 1 *\\n```'],
    slack: ['{"type":"rich_text_preformatted","elements":[{"type":"text","text":"x = 1 *"}]}'],
    plain: ['x = 1 *'],
  },
  {
    kind: 'meter',
    look: 'a share and its words',
    block: { kind: 'meter', share: 0.62, text: '62/100' },
    page: ['role="meter"', 'aria-valuenow="62"', '62/100'],
    discord: ['▰▰▰▰▰▰▱▱▱▱ 62/100'],
    slack: ['▰▰▰▰▰▰▱▱▱▱ 62/100'],
    plain: ['▰▰▰▰▰▰▱▱▱▱ 62/100'],
  },
  {
    kind: 'board',
    look: 'ranked rows',
    block: { kind: 'board', rows: [{ place: 1, name: '민서', value: '10점', note: '답 2번', self: true }] },
    page: ['<tr class="self"', '민서', '10점', '답 2번'],
    discord: ['1\\\\. **민서** · 10점 (답 2번) ◂'],
    slack: ['"text":"1. "},{"type":"text","text":"민서","style":{"bold":true}}', '" · 10점 (답 2번) ◂"'],
    plain: ['1. 민서  10점  (답 2번)  ←'],
  },
  {
    kind: 'chart',
    look: 'a picture with words',
    block: { kind: 'chart', chart: CHART, alt: '선이 내려가요', name: 'softmax' },
    page: ['<img src="/picture/0" alt="선이 내려가요"'],
    discord: ['attachment://softmax-0.png', '"description":"선이 내려가요"'],
    slack: ['{"type":"image","slack_file":{"id":""},"alt_text":"선이 내려가요"}', '"file":"softmax-0.png"'],
    plain: ['선이 내려가요'],
  },
  {
    kind: 'table',
    look: 'columns and rows',
    block: { kind: 'table', columns: ['이름', '값'], rows: [['a', '1']] },
    page: ['<th scope="col">이름</th>', '<td>1</td>'],
    discord: ['**이름 · 값**\\na · 1'],
    slack: [
      '"text":"이름 · 값","style":{"bold":true}},{"type":"text","text":"\\n"},{"type":"text","text":"a · 1"}',
    ],
    plain: ['이름  값\na  1'],
  },
  {
    kind: 'divider',
    look: 'a line',
    block: { kind: 'divider' },
    page: ['<hr'],
    discord: ['"type":14'],
    slack: ['{"type":"divider"}'],
    plain: ['---'],
  },
  {
    kind: 'controls',
    look: 'buttons, a link and a menu',
    block: controls(
      button('도움말', writeLine('help'), 'primary'),
      { kind: 'link', label: '문서', url: 'https://example.org/a' },
      menu('고르기', [{ label: '하나', line: writeLine('demo', { name: 'softmax' }) }]),
    ),
    page: ['data-line="help"', 'href="https://example.org/a"', 'data-line="demo name:softmax"'],
    discord: [
      '"label":"도움말","custom_id":"help"',
      '"style":5,"label":"문서","url":"https://example.org/a"',
      '"placeholder":"고르기","options":[{"label":"하나","value":"demo name:softmax"}]',
    ],
    slack: [
      '"value":"help","action_id":"call-0-0","style":"primary"',
      '"url":"https://example.org/a","action_id":"link-0-1"',
      '"placeholder":{"type":"plain_text","text":"고르기","emoji":false}',
      '"value":"demo name:softmax"',
    ],
    plain: ['[도움말] help', '[문서] https://example.org/a', '[하나] demo name:softmax'],
  },
  {
    kind: 'text',
    look: 'an instant',
    block: text('at ', { kind: 'time', at: Date.UTC(2026, 10, 29, 0, 0), as: 'minute', text: '09:00' }),
    page: ['at <time datetime="2026-11-29T00:00:00.000Z" data-as="minute">09:00</time>'],
    discord: ['at <t:1795910400:f>'],
    slack: ['{"type":"date","timestamp":1795910400,"format":"{date} {time}","fallback":"09:00"}'],
    plain: ['at 09:00'],
  },
  {
    kind: 'text',
    look: 'a channel',
    block: text('in ', { kind: 'channel', id: '700000000000000020', text: '#daily' }),
    page: ['in <strong>#daily</strong>'],
    discord: ['in <#700000000000000020>'],
    slack: ['{"type":"text","text":"in "},{"type":"text","text":"#daily"'],
    plain: ['in #daily'],
  },
  {
    kind: 'file',
    look: 'a file to keep',
    block: { kind: 'file', name: 'my data.json', mime: 'application/json', text: '{"가":1}' },
    page: ['href="/picture/0" download="my data.json"', '0.0 kB'],
    discord: ['{"type":13,"file":{"url":"attachment://my-data.json"}}'],
    slack: ['my data.json (0.0 kB)', '"documents":[{"file":"my-data.json"'],
    plain: ['my data.json (0.0 kB)'],
  },
];

describe('renderings side by side', () => {
  it.each(ROWS)('$kind ($look)', ({ block, page, discord, slack, plain }) => {
    const shown = card('neutral', 'Title', text('before'), block);
    const only = card('neutral', undefined, block);
    const html = String(CardView({ card: only, locale: 'ko', picture: (at) => `/picture/${at}` }));
    const under = card('neutral', undefined, block.kind === 'divider' ? [text('above'), block] : block);
    const message = JSON.stringify(renderCard(under));
    const blocks = JSON.stringify(renderForSlack(under));
    for (const part of page) expect(html).toContain(part);
    for (const part of discord) expect(message).toContain(part);
    for (const part of slack) expect(blocks).toContain(part);
    for (const part of plain) expect(cardText(shown)).toContain(part);
  });

  it('cover every kind of block', () => {
    const kinds: Record<Block['kind'], true> = {
      text: true,
      fields: true,
      code: true,
      meter: true,
      board: true,
      chart: true,
      table: true,
      file: true,
      divider: true,
      controls: true,
    };
    expect([...new Set(ROWS.map((row) => row.kind))].sort()).toEqual(Object.keys(kinds).sort());
  });
});
