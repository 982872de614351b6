/** A number with its noun in English: "1 tree", "3 trees", "2 boxes". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
