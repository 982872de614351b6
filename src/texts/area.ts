/** The words of one part of the bot in both languages; the compiler holds them to the same keys. */
export function area<K extends string>(
  ko: Readonly<Record<K, string>>,
  en: Readonly<Record<NoInfer<K>, string>>,
) {
  return { ko, en } as const;
}
