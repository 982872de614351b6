/** Words of a text: lower-cased, split on white space, no empty ones. O(length). */
export function wordTokens(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
}
