import { notify, one } from './dom.ts';
import { reasonOf, send } from './send.ts';
import type { CallAnswer } from './wire.ts';

/** Buttons of cards. */

/** Marks a button while its call is under way; pressing it again does nothing until then. */
async function press(
  button: HTMLButtonElement,
  onAnswer: (answer: CallAnswer, message: number | undefined) => void,
): Promise<void> {
  const line = button.dataset.line;
  if (line === undefined || button.getAttribute('aria-busy') === 'true') return;
  const notice = one('#notice', HTMLElement);
  const id = button.closest('li')?.dataset.id;
  const message = id === undefined ? undefined : Number(id);
  // Not `disabled`: that would throw the focus away.
  button.setAttribute('aria-busy', 'true');
  button.setAttribute('aria-disabled', 'true');
  notify(notice, undefined);
  try {
    onAnswer(await send({ text: `/${line}`, ...(message === undefined ? {} : { message }) }), message);
  } catch (error) {
    notify(notice, reasonOf(error, 'error.network-button'));
  } finally {
    button.removeAttribute('aria-busy');
    button.removeAttribute('aria-disabled');
  }
}

export function wireButtons(onAnswer: (answer: CallAnswer, message: number | undefined) => void): void {
  one('#log', HTMLElement).addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[data-line]') : null;
    if (button instanceof HTMLButtonElement) void press(button, onAnswer);
  });
}
