import { distance } from 'fastest-levenshtein';

/** The names closest to a mistyped one, best first: at most `count`, none that share next to nothing with it. */
export function nearest(typed: string, names: Iterable<string>, count = 3): string[] {
  const word = typed.toLowerCase();
  const scored: { name: string; far: number }[] = [];
  for (const name of names) {
    const contains = word.length >= 2 && (name.includes(word) || word.includes(name));
    const far = contains ? 0.25 : distance(word, name.toLowerCase()) / Math.max(word.length, name.length, 1);
    if (far <= 0.6) scored.push({ name, far });
  }
  return scored
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map((one) => one.name);
}
