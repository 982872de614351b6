import { boot } from './boot.ts';
import { createComposer } from './composer.ts';
import { Connection } from './events.ts';
import { openForm } from './form.ts';
import { MessageList } from './log.ts';
import { wireButtons } from './press.ts';
import { wireSettings } from './settings.ts';
import type { CallAnswer } from './wire.ts';

/** Puts the page together. */

const messages = new MessageList();

function show(answer: CallAnswer, message?: number): void {
  if (answer.kind === 'message') messages.put(answer.message, true);
  else openForm(answer.html, message, (next) => show(next, message));
}

// The address says where and who one is, so that a tab can be kept, shared and opened again.
window.history.replaceState(null, '', boot.path);
createComposer((answer) => show(answer));
wireButtons(show);
wireSettings();
new Connection(messages).start();
