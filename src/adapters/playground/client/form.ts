import { figure, say } from './boot.ts';
import { all, notify, one, parseElement } from './dom.ts';
import { type Draft, formDraft } from './drafts.ts';
import { reasonOf, send } from './send.ts';
import type { CallAnswer } from './wire.ts';

/** A command's form in a dialog. What is written in it is never lost: not by Esc, not by a lost connection. */

type Field = HTMLTextAreaElement | HTMLInputElement;

interface FormParts {
  readonly dialog: HTMLDialogElement;
  readonly fields: readonly Field[];
  readonly draft: Draft;
}

function fieldsOf(dialog: HTMLDialogElement): Field[] {
  return [...all('textarea', HTMLTextAreaElement, dialog), ...all('input', HTMLInputElement, dialog)];
}

/** Characters as people count them, not as UTF-16 does. */
function lengthOf(text: string): number {
  return [...text].length;
}

function count(field: Field): void {
  const counter = field.closest('.field')?.querySelector('.counter');
  if (!(counter instanceof HTMLElement)) return;
  const max = Number(field.dataset.max);
  const length = lengthOf(field.value);
  counter.textContent = say('form.counter', { count: figure(length), max: figure(max) });
  counter.classList.toggle('over', length > max);
}

/** What keeps the form from being sent; the server looks again. */
function faultOf(field: Field): string | undefined {
  const max = Number(field.dataset.max);
  const length = lengthOf(field.value);
  if (field.value.trim() === '') return say('form.empty');
  return length > max ? say('form.over', { max: figure(max), over: figure(length - max) }) : undefined;
}

function valuesOf(fields: readonly Field[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field.name, field.value]));
}

function fill(fields: readonly Field[], values: Readonly<Record<string, string>>): void {
  for (const field of fields) {
    field.value = values[field.name] ?? '';
    count(field);
  }
}

function wireDraft({ dialog, fields, draft }: FormParts): void {
  const restore = one('.restore', HTMLButtonElement, dialog);
  fill(fields, draft.unsent() ?? {});
  restore.hidden = draft.unsent() !== undefined || draft.sent() === undefined;
  restore.addEventListener('click', () => {
    fill(fields, draft.sent() ?? {});
    draft.keep(valuesOf(fields));
    restore.hidden = true;
    fields[0]?.focus();
  });
  dialog.addEventListener('input', (event) => {
    const field = fields.find((one) => one === event.target);
    if (field !== undefined) count(field);
    restore.hidden = true;
    draft.keep(valuesOf(fields));
  });
}

function wireSubmit(
  { dialog, fields, draft }: FormParts,
  message: number | undefined,
  onAnswer: (answer: CallAnswer) => void,
): void {
  const notice = one('.notice', HTMLElement, dialog);
  const button = one('button[type=submit]', HTMLButtonElement, dialog);
  let busy = false;

  async function submit(): Promise<void> {
    const faulty = fields.find((field) => faultOf(field) !== undefined);
    notify(notice, faulty === undefined ? undefined : faultOf(faulty));
    faulty?.focus();
    if (busy || faulty !== undefined) return;
    busy = true;
    button.setAttribute('aria-busy', 'true');
    const values = valuesOf(fields);
    try {
      const text = `/${dialog.dataset.submit ?? ''}`;
      const answer = await send({ text, fields: values, ...(message === undefined ? {} : { message }) });
      draft.markSent(values);
      dialog.close();
      onAnswer(answer);
    } catch (error) {
      notify(notice, reasonOf(error, 'error.network'));
    } finally {
      busy = false;
      button.removeAttribute('aria-busy');
    }
  }

  one('form', HTMLFormElement, dialog).addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
    event.preventDefault();
    void submit();
  });
}

/** Opens a form. `message`: the one whose button asked for it. */
export function openForm(
  html: string,
  message: number | undefined,
  onAnswer: (answer: CallAnswer) => void,
): void {
  if (document.querySelector('dialog[open]') !== null) return;
  const dialog = parseElement(html, HTMLDialogElement);
  document.body.append(dialog);
  const fields = fieldsOf(dialog);
  const parts = { dialog, fields, draft: formDraft(dialog.dataset.submit ?? '') };
  wireDraft(parts);
  wireSubmit(parts, message, onAnswer);
  one('[data-close]', HTMLButtonElement, dialog).addEventListener('click', () => dialog.close());
  if (/Mac|iPhone|iPad/.test(navigator.platform)) {
    const keys = one('.keys', HTMLElement, dialog);
    keys.textContent = keys.textContent?.replace('Ctrl+Enter', '⌘Enter') ?? '';
  }
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
  const field = fields[0];
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}
