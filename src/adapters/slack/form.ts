import type { types } from '@slack/bolt';
import { cut } from '../../cards/cut.ts';
import type { Form, FormField } from '../../core/call.ts';
import { plain } from './controls.ts';
import { MAX_FIELD_LABEL, MAX_FIELD_VALUE, MAX_MODAL_TITLE, MAX_OPTION_TEXT, MAX_OPTIONS } from './limits.ts';
import { type Origin, writeOrigin } from './origin.ts';
import type { Payload } from './render.ts';
import { words } from './rich-text.ts';

/** Modals: a form, something to pick from, a card (reference/views/modal-views). */

/** Longer questions are cut: a modal is for writing, the question stands on the card behind it. */
const MAX_ABOUT = 2000;
/** A submitted modal's `callback_id` says what it is, and which line it sends. */
export const FORM_ID = 'form:';
export const PICK_ID = 'pick:';
export const CARD_ID = 'card';
const CLOSE = { ko: '닫기', en: 'Close' } as const;

export type Modal = types.ModalView;
type Input = types.InputBlock['element'];

function selectOf(field: FormField, choices: NonNullable<FormField['choices']>): Input {
  const chosen = new Set(field.value?.split(','));
  const options = choices.slice(0, MAX_OPTIONS).map(({ value, label }) => ({
    text: plain(cut(label, MAX_OPTION_TEXT)),
    value,
  }));
  const initial = options.filter(({ value }) => chosen.has(value));
  if (field.many === true)
    return {
      type: 'multi_static_select',
      action_id: field.name,
      options,
      ...(initial.length === 0 ? {} : { initial_options: initial }),
    };
  const [first] = initial;
  return {
    type: 'static_select',
    action_id: field.name,
    options,
    ...(first === undefined ? {} : { initial_option: first }),
  };
}

function inputOf(field: FormField): Input {
  if (field.choices !== undefined) return selectOf(field, field.choices);
  const most = Math.min(field.max, MAX_FIELD_VALUE);
  return {
    type: 'plain_text_input',
    action_id: field.name,
    multiline: field.long,
    max_length: most,
    ...(field.value === undefined || field.value === '' ? {} : { initial_value: field.value.slice(0, most) }),
  };
}

function blockOf(field: FormField): types.InputBlock {
  return {
    type: 'input',
    block_id: field.name,
    label: plain(cut(field.label, MAX_FIELD_LABEL)),
    element: inputOf(field),
    optional: field.optional === true,
    ...(field.hint === '' ? {} : { hint: plain(cut(field.hint, MAX_FIELD_LABEL)) }),
  };
}

function titled(title: string): types.PlainTextElement {
  return plain(cut(title.trim() === '' ? 'dailygrad' : title, MAX_MODAL_TITLE));
}

export function formModal(form: Form, origin: Origin): Modal {
  const about = cut(form.about, MAX_ABOUT);
  const shown: types.KnownBlock[] =
    about.trim() === ''
      ? []
      : [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: words(about) }] }];
  return {
    type: 'modal',
    callback_id: `${FORM_ID}${form.submit}`,
    private_metadata: writeOrigin(origin),
    title: titled(form.title),
    submit: titled(form.submitLabel),
    blocks: [...shown, ...form.fields.map(blockOf)],
  };
}

/** A menu that is completed while typing, from the first letter on: three are the rule, too many for Hangul. */
export interface Picker {
  /** The call that the choice completes, and the option that is chosen. */
  readonly line: string;
  readonly command: string;
  readonly option: string;
  /** The call says something without it, too. */
  readonly optional: boolean;
  readonly label: string;
  readonly title: string;
  readonly submitLabel: string;
}

export const PICKED = 'picked';

export function pickerModal(picker: Picker, origin: Origin): Modal {
  return {
    type: 'modal',
    callback_id: `${PICK_ID}${picker.line}`,
    private_metadata: writeOrigin(origin),
    title: titled(picker.title),
    submit: titled(picker.submitLabel),
    blocks: [
      {
        type: 'input',
        block_id: PICKED,
        label: plain(cut(picker.label, MAX_FIELD_LABEL)),
        optional: picker.optional,
        element: {
          type: 'external_select',
          action_id: `pick:${picker.command}:${picker.option}`,
          min_query_length: 1,
          focus_on_load: true,
        },
      },
    ],
  };
}

export function cardModal(
  blocks: Payload['blocks'],
  title: string,
  origin: Origin,
  locale: 'ko' | 'en',
): Modal {
  return {
    type: 'modal',
    callback_id: CARD_ID,
    private_metadata: writeOrigin(origin),
    title: titled(title),
    close: plain(CLOSE[locale]),
    blocks: [...blocks],
  };
}
