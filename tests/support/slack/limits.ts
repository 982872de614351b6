/**
 * The figures of Slack's reference (docs.slack.dev/reference), read from the page or from the documentation comments of
 * @slack/types 3.2.0. Where two sources differ the narrower one holds.
 */
export const LIMITS = {
  /** reference/block-kit/blocks */
  'blocks of a message': [1, 50],
  /** reference/views */
  'blocks of a view': [1, 100],
  /** bolt-js #2509: `msg_blocks_too_long` near this sum; undocumented */
  'characters of a message': [1, 13_200],
  /** reference/methods/chat.postMessage: cut at 40,000, 4,000 advised */
  'fallback text': [1, 4_000],
  /** blocks/section-block */
  'section text': [1, 3_000],
  'fields of a section': [1, 10],
  'section field': [1, 2_000],
  /** blocks/header-block, context-block, actions-block */
  'header text': [1, 150],
  'elements of a context': [1, 10],
  'context text': [1, 3_000],
  'elements of actions': [1, 25],
  /** blocks/image-block */
  'alt text': [1, 2_000],
  'image title': [1, 2_000],
  'image url': [1, 3_000],
  /** blocks/markdown-block */
  'markdown text': [1, 12_000],
  /** blocks/table-block; the cells' sum from the same page */
  'rows of a table': [1, 100],
  'cells of a row': [1, 20],
  /** blocks/input-block */
  'input label': [1, 2_000],
  'input hint': [1, 2_000],
  /** types: Block, Actionable */
  block_id: [1, 255],
  action_id: [1, 255],
  /** block-elements/button-element */
  'button text': [1, 75],
  'button value': [1, 2_000],
  'button url': [1, 3_000],
  'button accessibility label': [1, 75],
  /** block-elements/select-menu-element, composition-objects/option-object */
  'options of a select': [1, 100],
  'option groups': [1, 100],
  'option text': [1, 75],
  'option value': [1, 75],
  'option description': [1, 75],
  placeholder: [1, 150],
  /** block-elements/overflow-menu-element, checkboxes, radio buttons */
  'options of an overflow': [2, 5],
  'options of checkboxes': [1, 10],
  'options of radio buttons': [1, 10],
  /** block-elements/plain-text-input-element */
  'min_length of an input': [0, 3_000],
  'max_length of an input': [1, 3_000],
  'initial value of an input': [0, 3_000],
  /** composition-objects/confirmation-dialog-object */
  'confirm title': [1, 100],
  'confirm text': [1, 300],
  'confirm button': [1, 30],
  /** reference/views/modal-views */
  'modal title': [1, 24],
  'modal submit': [1, 24],
  'modal close': [1, 24],
  private_metadata: [0, 3_000],
  callback_id: [0, 255],
  /** block-elements/select-menu-element: options given to an external select */
  'offered options': [0, 100],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

export type Limited = keyof typeof LIMITS;

/** What broke a limit, each with where. */
export class Complaints {
  /** Refused. */
  readonly all: string[] = [];
  /** Accepted by Slack, but wrong for a bot of this kind. */
  readonly remarks: string[] = [];

  add(where: string, what: string): void {
    this.all.push(`${what} [${where}]`);
  }

  within(where: string, what: Limited, value: number): void {
    const [least, most] = LIMITS[what];
    if (value < least || value > most) this.add(where, `${what}: ${value}, allowed ${least} to ${most}`);
  }
}
