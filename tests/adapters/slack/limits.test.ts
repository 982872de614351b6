import { describe, expect, it } from 'vitest';
import { messageComplaints, viewComplaints } from '../../support/slack/bodies.ts';
import { pingsOf } from '../../support/slack/pings.ts';
import { Workspace } from '../../support/slack/workspace.ts';

/** The loopback Slack refuses what Slack refuses: one wrong body a row, next to the same body made right. */

const plain = (text: string) => ({ type: 'plain_text', text });
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const option = (index: number, value = `v${index}`) => ({ text: plain(`o${index}`), value });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const button = (more: object = {}) => ({
  type: 'button',
  text: plain('Go'),
  action_id: 'a',
  value: 'x',
  ...more,
});
const select = (count: number, more: object = {}) => ({
  type: 'static_select',
  action_id: 's',
  options: many(count, (index) => option(index)),
  ...more,
});
const rich = (...elements: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
const input = (element: object = {}) => ({
  type: 'input',
  label: plain('Answer'),
  element: { type: 'plain_text_input', action_id: 'i', ...element },
});

const BLOCKS: readonly (readonly [string, object, object])[] = [
  [
    'the label of a button',
    actions(button({ text: plain('a'.repeat(75)) })),
    actions(button({ text: plain('a'.repeat(76)) })),
  ],
  [
    'the value of a button',
    actions(button({ value: 'a'.repeat(2000) })),
    actions(button({ value: 'a'.repeat(2001) })),
  ],
  [
    'the buttons of a row',
    actions(...many(25, (n) => button({ action_id: `a${n}` }))),
    actions(...many(26, (n) => button({ action_id: `a${n}` }))),
  ],
  ['ids in a block', actions(button(), button({ action_id: 'b' })), actions(button(), button())],
  ['the options of a menu', actions(select(100)), actions(select(101))],
  [
    'the value of an option',
    actions(select(1, { options: [option(0, 'a'.repeat(75))] })),
    actions(select(1, { options: [option(0, 'a'.repeat(76))] })),
  ],
  [
    'what is chosen at first',
    actions(select(2, { initial_option: option(1) })),
    actions(select(2, { initial_option: option(2) })),
  ],
  [
    'the options of an overflow',
    actions(select(5, { type: 'overflow' })),
    actions(select(6, { type: 'overflow' })),
  ],
  [
    'a header',
    { type: 'header', text: plain('a'.repeat(150)) },
    { type: 'header', text: plain('a'.repeat(151)) },
  ],
  [
    'markup in a header',
    { type: 'header', text: plain('a') },
    { type: 'header', text: { type: 'mrkdwn', text: 'a' } },
  ],
  [
    'a context',
    { type: 'context', elements: many(10, () => plain('a')) },
    { type: 'context', elements: many(11, () => plain('a')) },
  ],
  [
    'rich text',
    rich({ type: 'text', text: 'a', style: { bold: true } }),
    rich({ type: 'text', text: 'a', style: { big: true } }),
  ],
  ['text in rich text', rich({ type: 'text', text: 'a' }), rich({ type: 'text', text: '' })],
  [
    'a picture',
    { type: 'image', image_url: 'https://example.org/a.png', alt_text: 'a' },
    { type: 'image', image_url: 'https://example.org/a.png', alt_text: '' },
  ],
  ['inputs', { type: 'divider' }, input()],
  ['an id', { type: 'divider', block_id: 'a'.repeat(255) }, { type: 'divider', block_id: 'a'.repeat(256) }],
];

describe('blocks of a message', () => {
  it.each(BLOCKS)('are bound in %s', (_name, right, wrong) => {
    const complaints = (block: object) =>
      messageComplaints({ text: 'x', blocks: [block] }, new Workspace()).all;
    expect(complaints(right)).toEqual([]);
    expect(complaints(wrong)).not.toEqual([]);
  });

  it('are all given an id of their own, or none', () => {
    const twice = [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ];
    expect(messageComplaints({ text: 'x', blocks: twice }, new Workspace()).all).not.toEqual([]);
  });

  it('come with a fallback', () => {
    const { all, remarks } = messageComplaints({ blocks: [{ type: 'divider' }] }, new Workspace());
    expect([all.length, remarks.length]).toEqual([0, 1]);
  });
});

const modal = (more: object = {}) => ({
  type: 'modal',
  title: plain('Title'),
  submit: plain('Send'),
  blocks: [input()],
  ...more,
});

describe('views', () => {
  it.each<readonly [string, object, object]>([
    ['the title', { title: plain('a'.repeat(24)) }, { title: plain('a'.repeat(25)) }],
    ['the button', { submit: plain('Send') }, { submit: undefined }],
    ['private_metadata', { private_metadata: 'a'.repeat(3000) }, { private_metadata: 'a'.repeat(3001) }],
    [
      'the length of an input',
      { blocks: [input({ max_length: 3000 })] },
      { blocks: [input({ max_length: 4000 })] },
    ],
    [
      'what stands in an input',
      { blocks: [input({ initial_value: 'ab', max_length: 2 })] },
      { blocks: [input({ initial_value: 'abc', max_length: 2 })] },
    ],
    [
      'the blocks',
      { blocks: many(100, () => ({ type: 'divider' })) },
      { blocks: many(101, () => ({ type: 'divider' })) },
    ],
  ])('are bound in %s', (_name, right, wrong) => {
    expect(viewComplaints(modal(right), new Workspace()).all).toEqual([]);
    expect(viewComplaints(modal(wrong), new Workspace()).all).not.toEqual([]);
  });
});

describe('what would ping somebody', () => {
  it.each([
    [{ text: 'hello <!here>' }, true],
    [{ text: 'hello &lt;!here&gt;' }, false],
    [{ text: 'x', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '<@U123>' } }] }, true],
    [{ text: 'x', blocks: [{ type: 'section', text: plain('<@U123>') }] }, false],
    [{ text: 'x', blocks: [rich({ type: 'broadcast', range: 'channel' })] }, true],
    [{ text: 'x', blocks: [rich({ type: 'text', text: '<!channel>' })] }, false],
    [{ text: '@channel', link_names: true }, true],
  ])('is found in %o: %s', (body, expected) => {
    expect(pingsOf(body).length > 0).toBe(expected);
  });
});
