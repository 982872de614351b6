import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { cut } from '../../cards/cut.ts';
import type { Form, FormField } from '../../core/call.ts';
import {
  MAX_FIELD_HINT,
  MAX_FIELD_LABEL,
  MAX_FIELD_VALUE,
  MAX_ITEM_TEXT,
  MAX_MENU_ITEMS,
  MAX_MODAL_PARTS,
  MAX_MODAL_TITLE,
} from './limits.ts';
import { escapeText } from './markdown.ts';

/** A form as a modal: what it is about, then labels with a text input inside (docs: components/reference#label). */

/** Longer questions are cut: a modal is for writing, the question stands on the card behind it. */
const MAX_ABOUT = 1000;

type Input = APILabelComponent['component'];

function selectOf(field: FormField, choices: NonNullable<FormField['choices']>): Input {
  const chosen = new Set(field.value?.split(','));
  const options = choices.slice(0, MAX_MENU_ITEMS).map(({ value, label }) => ({
    value,
    label: cut(label, MAX_ITEM_TEXT),
    default: chosen.has(value),
  }));
  const required = field.optional !== true;
  return {
    type: ComponentType.StringSelect,
    custom_id: field.name,
    options,
    required,
    min_values: required ? 1 : 0,
    max_values: field.many === true ? options.length : 1,
  };
}

function inputOf(field: FormField): Input {
  if (field.choices !== undefined) return selectOf(field, field.choices);
  return {
    type: ComponentType.TextInput,
    custom_id: field.name,
    style: field.long ? TextInputStyle.Paragraph : TextInputStyle.Short,
    max_length: Math.min(field.max, MAX_FIELD_VALUE),
    required: field.optional !== true,
    ...(field.value === undefined || field.value === '' ? {} : { value: field.value }),
  };
}

function labelOf(field: FormField): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: cut(field.label, MAX_FIELD_LABEL),
    ...(field.hint === '' ? {} : { description: cut(field.hint, MAX_FIELD_HINT) }),
    component: inputOf(field),
  };
}

export function formToModal(form: Form): APIModalInteractionResponseCallbackData {
  const labels = form.fields.slice(0, MAX_MODAL_PARTS).map(labelOf);
  const about = escapeText(cut(form.about, MAX_ABOUT));
  const shown = about !== '' && labels.length < MAX_MODAL_PARTS;
  return {
    custom_id: form.submit,
    title: cut(form.title, MAX_MODAL_TITLE),
    components: [...(shown ? [{ type: ComponentType.TextDisplay as const, content: about }] : []), ...labels],
  };
}
