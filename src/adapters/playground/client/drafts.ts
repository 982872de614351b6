import { boot } from './boot.ts';

/** Words that have not been sent yet, kept for as long as the tab lives. */

type Values = Readonly<Record<string, string>>;

function load<T>(key: string): T | undefined {
  const stored = sessionStorage.getItem(key);
  return stored === null ? undefined : (JSON.parse(stored) as T);
}

function save(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden storage: the words stand in the field all the same.
  }
}

export interface Draft {
  unsent(): Values | undefined;
  /** What was sent last, so that it can be mended instead of written again. */
  sent(): Values | undefined;
  keep(values: Values): void;
  markSent(values: Values): void;
}

/** One for each question, since the line that submits a form names it. */
export function formDraft(submit: string): Draft {
  const open = `form:${boot.member}:${submit}`;
  const done = `sent:${boot.member}:${submit}`;
  return {
    unsent: () => load(open),
    sent: () => load(done),
    keep: (values) =>
      Object.values(values).some((value) => value !== '')
        ? save(open, values)
        : sessionStorage.removeItem(open),
    markSent(values) {
      sessionStorage.removeItem(open);
      save(done, values);
    },
  };
}

const LINE = `line:${boot.channel}:${boot.member}`;

export function lineDraft(): string {
  return load<string>(LINE) ?? '';
}

export function keepLine(text: string): void {
  if (text === '') sessionStorage.removeItem(LINE);
  else save(LINE, text);
}
