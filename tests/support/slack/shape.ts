/** Values of unknown shape, read without trust. */

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

export function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

export function textIn(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** The words of a text object, or of a plain string. */
export function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : textIn(fieldsOf(value), 'text');
}

/** Characters as Slack counts them: code points. */
export function lengthOf(text: string): number {
  return [...text].length;
}
