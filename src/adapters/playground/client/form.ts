import { notify, one, parseElement } from './dom.ts';
import { type Draft, formDraft } from './drafts.ts';
import { type Field, fieldsOf, fill, valuesOf } from './fields.ts';
import { reasonOf, send } from './send.ts';
import type { CallAnswer } from './wire.ts';

/** A command's form in a dialog. What is written in it is never lost: not by Esc, not by a lost connection. */

interface FormParts {
  readonly dialog: HTMLDialogElement;
  readonly fields: readonly Field[];
  readonly draft: Draft;
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
    const field = fields.find((one) => one.owns(event.target));
    field?.refresh();
    field?.mark(false);
    restore.hidden = true;
    draft.keep(valuesOf(fields));
  });
}

/** Shows the first fault and goes to its field; false when there is none. */
function stopped(fields: readonly Field[], notice: HTMLElement): boolean {
  const faulty = fields.find((field) => field.fault() !== undefined);
  for (const field of fields) field.mark(field === faulty);
  notify(notice, faulty?.fault());
  faulty?.focus();
  return faulty !== undefined;
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
    if (stopped(fields, notice) || busy) return;
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
  fields[0]?.focus();
}
