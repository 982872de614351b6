import { BOTH, checkElement, checkText } from './elements.ts';
import type { Complaints } from './limits.ts';
import { checkRichText, richText } from './rich-text.ts';
import { type Fields, fieldsOf, isFields, lengthOf, listOf, textIn, wordsOf } from './shape.ts';
import type { Workspace } from './workspace.ts';

/** Blocks of messages, modals and Home tabs (docs.slack.dev/reference/block-kit/blocks). */

export type Surface = 'message' | 'modal' | 'home';

const IN_MESSAGES_AND_HOME =
  /^(?:button|overflow|checkboxes|radio_buttons|(?:date|time|datetime)picker|(?:multi_)?\w+_select)$/;
const IN_INPUTS =
  /^(?:\w+_input|checkboxes|radio_buttons|(?:date|time|datetime)picker|(?:multi_)?\w+_select)$/;

interface Place {
  readonly where: string;
  readonly surface: Surface;
  readonly workspace: Workspace;
  readonly complaints: Complaints;
}

function checkImage(image: Fields, { where, workspace, complaints }: Place): void {
  complaints.within(where, 'alt text', lengthOf(textIn(image, 'alt_text')));
  if (image.title !== undefined) checkText(image.title, where, 'image title', complaints);
  if (image.slack_file === undefined) {
    complaints.within(where, 'image url', lengthOf(textIn(image, 'image_url')));
    if (!textIn(image, 'image_url').startsWith('https://')) complaints.add(where, 'image_url is not https');
    return;
  }
  const file = workspace.files.get(textIn(fieldsOf(image.slack_file), 'id'));
  if (file?.complete !== true) {
    complaints.add(where, 'invalid slack file');
    return;
  }
  // The file is there, but Slack is not done with it: refused until it is.
  if (file.unready > 0) {
    file.unready -= 1;
    complaints.add(where, 'invalid slack file: not processed yet');
  }
}

function checkSection(block: Fields, place: Place): void {
  const { where, complaints } = place;
  if (block.text === undefined && block.fields === undefined) complaints.add(where, 'a section without text');
  if (block.text !== undefined) checkText(block.text, where, 'section text', complaints, BOTH);
  if (block.fields !== undefined) {
    complaints.within(where, 'fields of a section', listOf(block.fields).length);
    for (const one of listOf(block.fields)) checkText(one, where, 'section field', complaints, BOTH);
  }
  const accessory = block.accessory;
  if (!isFields(accessory)) return;
  if (textIn(accessory, 'type') === 'image') checkImage(accessory, place);
  else checkElement(accessory, `${where}/accessory`, complaints, (type) => IN_MESSAGES_AND_HOME.test(type));
}

function checkInput(block: Fields, { where, surface, complaints }: Place): void {
  if (surface === 'message') complaints.add(where, 'an input in a message');
  checkText(block.label, where, 'input label', complaints);
  if (block.hint !== undefined) checkText(block.hint, where, 'input hint', complaints);
  checkElement(fieldsOf(block.element), `${where}/element`, complaints, (type) => IN_INPUTS.test(type));
}

function checkActions(block: Fields, { where, complaints }: Place): void {
  const elements = listOf(block.elements);
  complaints.within(where, 'elements of actions', elements.length);
  elements.forEach((one, index) => {
    checkElement(one, `${where}/elements/${index}`, complaints, (type) => IN_MESSAGES_AND_HOME.test(type));
  });
  const ids = elements.flatMap((one) => (one.action_id === undefined ? [] : [textIn(one, 'action_id')]));
  if (new Set(ids).size !== ids.length) complaints.add(where, 'the same action_id twice in a block');
}

function checkTable(block: Fields, { where, complaints, surface }: Place): void {
  if (surface !== 'message') complaints.add(where, 'a table outside a message');
  const rows = Array.isArray(block.rows) ? block.rows : [];
  complaints.within(where, 'rows of a table', rows.length);
  for (const row of rows) {
    complaints.within(where, 'cells of a row', listOf(row).length);
    for (const cell of listOf(row)) {
      const type = textIn(cell, 'type');
      if (type === 'rich_text') checkRichText(cell, where, complaints);
      else if (type === 'raw_text') {
        if (textIn(cell, 'text') === '') complaints.add(where, 'an empty cell');
      } else if (type !== 'raw_number') complaints.add(where, `unknown cell ${type}`);
    }
  }
}

const CHECKS: Readonly<Record<string, (block: Fields, place: Place) => void>> = {
  section: checkSection,
  input: checkInput,
  actions: checkActions,
  table: checkTable,
  image: checkImage,
  divider: () => {},
  rich_text: (block, { where, complaints }) => checkRichText(block, where, complaints),
  header: (block, { where, complaints }) => checkText(block.text, where, 'header text', complaints),
  markdown: (block, { where, complaints, surface }) => {
    if (surface !== 'message') complaints.add(where, 'markdown outside a message');
    complaints.within(where, 'markdown text', lengthOf(textIn(block, 'text')));
  },
  context: (block, place) => {
    const elements = listOf(block.elements);
    place.complaints.within(place.where, 'elements of a context', elements.length);
    for (const one of elements)
      if (textIn(one, 'type') === 'image') checkImage(one, place);
      else checkText(one, place.where, 'context text', place.complaints, BOTH);
  },
};

export function checkBlocks(
  blocks: unknown,
  surface: Surface,
  workspace: Workspace,
  complaints: Complaints,
): void {
  if (!Array.isArray(blocks)) {
    complaints.add('/blocks', 'blocks are no list');
    return;
  }
  const all = listOf(blocks);
  complaints.within(
    '/blocks',
    surface === 'message' ? 'blocks of a message' : 'blocks of a view',
    all.length,
  );
  all.forEach((block, index) => {
    const where = `/blocks/${index}`;
    const check = CHECKS[textIn(block, 'type')];
    if (check === undefined) {
      complaints.add(where, `unsupported type: ${textIn(block, 'type')}`);
      return;
    }
    if (block.block_id !== undefined)
      complaints.within(where, 'block_id', lengthOf(textIn(block, 'block_id')));
    check(block, { where, surface, workspace, complaints });
  });
  const ids = all.flatMap((one) => (one.block_id === undefined ? [] : [textIn(one, 'block_id')]));
  if (new Set(ids).size !== ids.length) complaints.add('/blocks', 'the same block_id twice');
  if (surface === 'message') {
    const sum = all.reduce((total, one) => total + lengthOf(blockText(one)), 0);
    complaints.within('/blocks', 'characters of a message', Math.max(1, sum));
  }
}

/** What people read in a block. */
export function blockText(block: Fields): string {
  switch (textIn(block, 'type')) {
    case 'rich_text':
      return richText(block);
    case 'section':
      return [wordsOf(block.text), ...listOf(block.fields).map(wordsOf)].filter(Boolean).join('\n');
    case 'context':
      return listOf(block.elements)
        .map((one) => wordsOf(one) || textIn(one, 'alt_text'))
        .join(' ');
    case 'image':
      return textIn(block, 'alt_text');
    case 'input':
      return [wordsOf(block.label), wordsOf(block.hint)].filter(Boolean).join('\n');
    case 'table':
      return (Array.isArray(block.rows) ? block.rows : [])
        .map((row) =>
          listOf(row)
            .map((cell) => richText(cell) || textIn(cell, 'text'))
            .join(' '),
        )
        .join('\n');
    default:
      return wordsOf(block.text);
  }
}
