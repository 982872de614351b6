import { TOPICS } from '../../bank/topics.ts';
import type { Settings } from './settings.ts';

/**
 * What stands in the panel's forms already. A form has to be there at once, before the store can be asked, so the button carries
 * the settings, in few characters: a line has 96. What comes back unchanged is not written, so an old panel undoes nothing.
 */

/** Values of form fields, as they arrive. */
export type Values = Readonly<Record<string, string>>;

const TOPIC_IDS = Object.keys(TOPICS);

function compactTime(time: string): string {
  return time.replace(':', '');
}

function wideTime(compact: string | undefined): string {
  return /^\d{4}$/.test(compact ?? '') ? `${compact?.slice(0, 2)}:${compact?.slice(2)}` : '';
}

export function whenCode({ timeOfDay, timeZone, weekdays, locale, graceUntil }: Settings): string {
  return [compactTime(timeOfDay), weekdays.join(''), locale, compactTime(graceUntil), timeZone].join('.');
}

export function whenValues(code: string): Values {
  const [time, days = '', language = '', late, zone = ''] = code.split('.');
  return { time: wideTime(time), days: [...days].join(','), language, late: wideTime(late), zone };
}

export function whatCode({ topics, levels, thread, holidays, digestWeekday }: Settings): string {
  const chosen = topics.map((topic) => TOPIC_IDS.indexOf(topic)).filter((index) => index >= 0);
  const marks = chosen.map((index) => index.toString(36)).join('');
  return [marks, levels.join(''), thread ? 'on' : 'off', holidays ?? 'off', digestWeekday ?? 'off'].join('.');
}

export function whatValues(code: string): Values {
  const [marks = '', levels = '', thread = '', holidays = '', digest = ''] = code.split('.');
  const topics = [...marks].flatMap((mark) => TOPIC_IDS[Number.parseInt(mark, 36)] ?? []);
  return { topics: topics.join(','), levels: [...levels].join(','), thread, holidays, digest };
}

/** The fields that are other than they stood there. */
export function editedValues(fields: Values, before: Values): Values {
  const same = (name: string, value: string): boolean =>
    value.split(',').sort().join() === (before[name] ?? '').split(',').sort().join();
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => !same(name, value)));
}
