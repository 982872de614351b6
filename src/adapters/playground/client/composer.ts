import { boot, say } from './boot.ts';
import { Completion } from './completion.ts';
import { notify, one } from './dom.ts';
import { keepLine, lineDraft } from './drafts.ts';
import { reasonOf, send } from './send.ts';
import { missingIn, stageOf } from './stage.ts';
import type { CallAnswer } from './wire.ts';

/** The box at the foot of the page. */

/**
 * A key that belongs to the input method: it finishes a syllable and must not send. Safari ends the composition
 * before it reports the key, and gives it away by the code 229 alone.
 */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Browsers without `field-sizing` are helped; a rule set from a script is allowed by the page's policy. */
function fitHeight(box: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight}px`;
}

function createSender(box: HTMLTextAreaElement, onAnswer: (answer: CallAnswer) => void): () => Promise<void> {
  const form = one('#composer', HTMLFormElement);
  const notice = one('#notice', HTMLElement);
  let busy = false;
  return async () => {
    const text = box.value;
    if (busy || text.trim() === '') return;
    const missing = missingIn(stageOf(`${text} `, boot.commands));
    notify(notice, missing === undefined ? undefined : say('suggest.missing', { option: missing.name }));
    if (missing !== undefined) return;
    busy = true;
    form.setAttribute('aria-busy', 'true');
    try {
      const answer = await send({ text });
      // Something typed in the meantime is the beginning of the next message.
      box.value = box.value.startsWith(text) ? box.value.slice(text.length) : box.value;
      keepLine(box.value);
      fitHeight(box);
      onAnswer(answer);
    } catch (error) {
      notify(notice, reasonOf(error, 'error.network'));
    } finally {
      busy = false;
      form.removeAttribute('aria-busy');
    }
  };
}

/** `/` from anywhere on the page begins a command. */
function wireSlash(box: HTMLTextAreaElement, refresh: () => void): void {
  const begin = () => {
    if (!box.value.startsWith('/')) box.value = `/${box.value}`;
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
    refresh();
  };
  one('.slash', HTMLButtonElement).addEventListener('click', begin);
  document.addEventListener('keydown', (event) => {
    const target = event.target;
    const writing = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || writing) return;
    if (document.querySelector('dialog[open]') !== null) return;
    event.preventDefault();
    begin();
  });
}

export function createComposer(onAnswer: (answer: CallAnswer) => void): void {
  const box = one('#line', HTMLTextAreaElement);
  const submit = createSender(box, onAnswer);
  const changed = () => {
    keepLine(box.value);
    fitHeight(box);
  };
  const completion = new Completion(box, changed);
  const go = () => {
    completion.close();
    void submit();
  };

  box.value = lineDraft();
  fitHeight(box);
  box.addEventListener('input', () => {
    changed();
    completion.refresh();
  });
  box.addEventListener('focus', () => {
    if (box.value.startsWith('/')) completion.refresh();
  });
  box.addEventListener('keydown', (event) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && event.repeat) return event.preventDefault();
    if (completion.press(event)) return event.preventDefault();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    go();
  });
  one('#composer', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    box.focus();
    go();
  });
  wireSlash(box, () => {
    changed();
    completion.refresh();
  });
}
