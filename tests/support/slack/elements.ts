import type { Complaints, Limited } from './limits.ts';
import { type Fields, fieldsOf, isFields, lengthOf, listOf, textIn, wordsOf } from './shape.ts';

/** Elements of blocks: buttons, menus, inputs (docs.slack.dev/reference/block-kit/block-elements). */

/** A text object: plain, or plain or mrkdwn. */
export function checkText(
  value: unknown,
  where: string,
  what: Limited,
  complaints: Complaints,
  kinds: readonly string[] = ['plain_text'],
): void {
  if (!isFields(value)) {
    complaints.add(where, `${what} is no text object`);
    return;
  }
  if (!kinds.includes(textIn(value, 'type'))) complaints.add(where, `${what} must be ${kinds.join(' or ')}`);
  if (typeof value.text !== 'string') complaints.add(where, `${what} without text`);
  const known = textIn(value, 'type') === 'mrkdwn' ? ['type', 'text', 'verbatim'] : ['type', 'text', 'emoji'];
  for (const name of Object.keys(value))
    if (!known.includes(name)) complaints.add(where, `${what}: unknown field ${name}`);
  complaints.within(where, what, lengthOf(textIn(value, 'text')));
}

export const BOTH = ['plain_text', 'mrkdwn'];

function checkOption(option: Fields, where: string, complaints: Complaints, rich: boolean): void {
  const kinds = rich ? BOTH : ['plain_text'];
  checkText(option.text, where, 'option text', complaints, kinds);
  complaints.within(where, 'option value', lengthOf(textIn(option, 'value')));
  if (option.description !== undefined)
    checkText(option.description, where, 'option description', complaints, kinds);
}

export function checkOptions(
  options: unknown,
  where: string,
  what: Limited,
  complaints: Complaints,
  rich = false,
): void {
  const all = listOf(options);
  complaints.within(where, what, all.length);
  all.forEach((option, index) => {
    checkOption(option, `${where}/options/${index}`, complaints, rich);
  });
  const values = all.map((one) => textIn(one, 'value'));
  if (new Set(values).size !== values.length) complaints.add(where, 'the same option value twice');
}

/** What is chosen at first must be one of the options, word for word. */
function checkInitial(element: Fields, where: string, complaints: Complaints): void {
  const options = [
    ...listOf(element.options),
    ...listOf(element.option_groups).flatMap((one) => listOf(one.options)),
  ].map((one) => JSON.stringify(one));
  const chosen = [
    ...(isFields(element.initial_option) ? [element.initial_option] : []),
    ...listOf(element.initial_options),
  ];
  if (Array.isArray(element.initial_options) && chosen.length === 0)
    complaints.add(where, 'initial_options is empty');
  for (const one of chosen)
    if (options.length > 0 && !options.includes(JSON.stringify(one)))
      complaints.add(where, 'an initial option that is not offered');
}

function checkButton(button: Fields, where: string, complaints: Complaints): void {
  checkText(button.text, where, 'button text', complaints);
  if (button.value !== undefined) complaints.within(where, 'button value', lengthOf(textIn(button, 'value')));
  if (button.url !== undefined) complaints.within(where, 'button url', lengthOf(textIn(button, 'url')));
  if (button.style !== undefined && !['primary', 'danger'].includes(textIn(button, 'style')))
    complaints.add(where, `unknown style ${textIn(button, 'style')}`);
  if (button.accessibility_label !== undefined)
    complaints.within(where, 'button accessibility label', lengthOf(textIn(button, 'accessibility_label')));
}

function checkConfirm(value: unknown, where: string, complaints: Complaints): void {
  const confirm = fieldsOf(value);
  checkText(confirm.title, where, 'confirm title', complaints);
  checkText(confirm.text, where, 'confirm text', complaints, BOTH);
  checkText(confirm.confirm, where, 'confirm button', complaints);
  checkText(confirm.deny, where, 'confirm button', complaints);
}

function checkPlainInput(input: Fields, where: string, complaints: Complaints): void {
  for (const name of ['min_length', 'max_length'] as const)
    if (input[name] !== undefined) complaints.within(where, `${name} of an input`, Number(input[name]));
  if (input.initial_value !== undefined)
    complaints.within(where, 'initial value of an input', lengthOf(textIn(input, 'initial_value')));
  const most = Number(input.max_length ?? 3000);
  if (lengthOf(textIn(input, 'initial_value')) > most)
    complaints.add(where, 'the initial value is longer than max_length');
}

function checkSelect(select: Fields, where: string, complaints: Complaints): void {
  const groups = listOf(select.option_groups);
  if (Array.isArray(select.option_groups)) {
    complaints.within(where, 'option groups', groups.length);
    for (const group of groups) {
      checkText(group.label, where, 'option text', complaints);
      checkOptions(group.options, where, 'options of a select', complaints);
    }
  } else checkOptions(select.options, where, 'options of a select', complaints);
}

/** One way for each known element; nothing else is known. */
const CHECKS: Readonly<Record<string, (one: Fields, where: string, complaints: Complaints) => void>> = {
  button: checkButton,
  static_select: checkSelect,
  multi_static_select: checkSelect,
  external_select: () => {},
  multi_external_select: () => {},
  users_select: () => {},
  multi_users_select: () => {},
  conversations_select: () => {},
  multi_conversations_select: () => {},
  channels_select: () => {},
  multi_channels_select: () => {},
  overflow: (one, where, complaints) =>
    checkOptions(one.options, where, 'options of an overflow', complaints),
  checkboxes: (one, where, complaints) =>
    checkOptions(one.options, where, 'options of checkboxes', complaints, true),
  radio_buttons: (one, where, complaints) =>
    checkOptions(one.options, where, 'options of radio buttons', complaints, true),
  plain_text_input: checkPlainInput,
  number_input: (one, where, complaints) => {
    if (typeof one.is_decimal_allowed !== 'boolean') complaints.add(where, 'is_decimal_allowed is missing');
  },
  email_text_input: () => {},
  url_text_input: () => {},
  datepicker: () => {},
  timepicker: () => {},
  datetimepicker: () => {},
  rich_text_input: () => {},
  file_input: () => {},
};

export function checkElement(
  element: Fields,
  where: string,
  complaints: Complaints,
  allowed: (type: string) => boolean,
): void {
  const type = textIn(element, 'type');
  const check = CHECKS[type];
  if (check === undefined || !allowed(type)) {
    complaints.add(where, `element ${type} is not allowed here`);
    return;
  }
  if (element.action_id !== undefined)
    complaints.within(where, 'action_id', lengthOf(textIn(element, 'action_id')));
  if (element.placeholder !== undefined) checkText(element.placeholder, where, 'placeholder', complaints);
  if (element.confirm !== undefined) checkConfirm(element.confirm, where, complaints);
  check(element, where, complaints);
  checkInitial(element, where, complaints);
}

export function labelOf(element: Fields): string {
  return wordsOf(element.text);
}
