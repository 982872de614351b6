import { boot } from './boot.ts';
import { all, one } from './dom.ts';

/** Times in the zone of the browser, unless the member has a zone of their own: then the server has used it. */

const TAGS = { ko: 'ko-KR', en: 'en-GB' } as const;
const tag = TAGS[boot.locale];
const time = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(tag, { dateStyle: 'full' });
const minute = new Intl.DateTimeFormat(tag, {
  weekday: 'short',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const key = new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' });

/** A time within a card says in which way it is shown; the others are that of the message. */
function wordsOf(element: HTMLTimeElement, sent: Date): string {
  const at = new Date(element.dateTime);
  switch (element.dataset.as) {
    case 'date':
      return day.format(at);
    case 'minute':
      return minute.format(at);
    case 'relative':
      return element.textContent ?? '';
    default:
      return time.format(sent);
  }
}

export function localiseTimes(message: HTMLElement): void {
  if (boot.timeZone !== undefined) return;
  const at = new Date(Number(message.dataset.at));
  message.dataset.day = key.format(at);
  one('.day span', HTMLElement, message).textContent = day.format(at);
  for (const element of all('time', HTMLTimeElement, message)) element.textContent = wordsOf(element, at);
}
