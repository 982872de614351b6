import { type Form, formOf, type Part, partOf } from './form.ts';
import { spellingOf } from './normalise.ts';
import type { Token } from './token.ts';

/** A set of words that mean the same, in both languages: a glossary term with its aliases, or a general word class. */
export interface Synset {
  readonly id: string;
  readonly words: readonly string[];
  /** The id of the set that says the contrary (reduce / increase). */
  readonly opposite?: string;
  /** True where denying one affirms the other (possible / impossible); false for reduce / increase. */
  readonly complement?: boolean;
}

export interface LexiconEntry {
  readonly id: string;
  readonly forms: readonly Form[];
  readonly opposite?: string;
  readonly complement: boolean;
}

export interface Lexicon {
  /** The entry of this id; failing that, all entries that have it as one of their words; none when it is unknown. */
  find(word: string): readonly LexiconEntry[];
  get(id: string): LexiconEntry | undefined;
  /** What words are looked for by; the same word is read once for all rubrics. Words of which nothing is left are left out. */
  forms(words: readonly string[]): Form[];
}

function spaceless(word: string): string {
  return spellingOf(word).replaceAll(/[\s_-]+/g, '');
}

/** Phrases that workspaces accept come on top of the words of the content: what is remembered is bounded. */
const MAX_FORMS = 200_000;

/** Reads words, the same one only once, and so with the parts that they have in common (학습률, "rate"). */
function formReader(): (words: readonly string[]) => Form[] {
  const known = new Map<string, Form | undefined>();
  const parts = new Map<string, Part>();
  const readPart = (token: Token): Part => {
    const part = parts.get(token.text) ?? partOf(token);
    if (parts.size < MAX_FORMS) parts.set(token.text, part);
    return part;
  };
  return (words) => {
    const forms: Form[] = [];
    for (const word of words) {
      let form = known.get(word);
      if (form === undefined && !known.has(word)) {
        form = formOf(word, readPart);
        if (known.size < MAX_FORMS) known.set(word, form);
      }
      if (form !== undefined) forms.push(form);
    }
    return forms;
  };
}

/** Builds the look-up once; linear in the number of words. Ids of word classes and of terms share one name space. */
export function makeLexicon(synsets: readonly Synset[]): Lexicon {
  const formsOf = formReader();
  const entries = new Map<string, LexiconEntry>();
  const byWord = new Map<string, LexiconEntry[]>();
  for (const synset of synsets) {
    let forms: readonly Form[] | undefined;
    const entry: LexiconEntry = {
      id: synset.id,
      // Most words are never asked for in a run; the work waits for the first rubric that uses them.
      get forms() {
        forms ??= formsOf(synset.words);
        return forms;
      },
      complement: synset.complement ?? false,
      ...(synset.opposite === undefined ? {} : { opposite: synset.opposite }),
    };
    entries.set(synset.id, entry);
    for (const key of new Set([synset.id, ...synset.words].map(spaceless))) {
      const found = byWord.get(key);
      if (found === undefined) byWord.set(key, [entry]);
      else found.push(entry);
    }
  }
  return {
    find: (word) => {
      const named = entries.get(word);
      return named === undefined ? (byWord.get(spaceless(word)) ?? []) : [named];
    },
    get: (id) => entries.get(id),
    forms: formsOf,
  };
}
