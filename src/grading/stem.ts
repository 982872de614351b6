import { stemmer } from 'stemmer';

/**
 * The stem of an English word: Porter's (Program 14(3), 1980), save where it puts words of different meaning together
 * (position and positive, encoder and encoding) or keeps forms of one word apart (lose and lost, use and used).
 */

/** Beginnings of words that Porter's rules would cut further, into another word: these are the stem as they stand. */
const WHOLE = new Set(
  (
    'general generaliz generat generator generic encoder decoder autoencoder transformer discriminator computer operator ' +
    'identit position positive universal universe universit important importance population several direction additional ' +
    'objective optimal normaliz regulariz factoriz experiment organiz ' +
    'production terminal communit communicat unlikely likely useful meaning quite unite'
  ).split(' '),
);
/** What may follow them; more is another word (or several words written as one). */
const SUFFIX =
  /^(?:|d|s|e[ds]?|er|ers|ing|(?:at)?ions?(?:al)?|ors?|ive(?:ly)?|(?:al)?ly|al|ity|t|tly|ce|y|ies|ness|ful)$/;
const SHORTEST = 5;
const LONGEST = Math.max(...[...WHOLE].map((word) => word.length));
/** The British spelling counts as the American one; what follows are words that only look like it. */
const BRITISH = /^([a-z]{3,}[dlmnrt])is(e|ed|es|er|ers|ing|ation|ations)$/;
const NOT_BRITISH = /^(?:comprom|prom|prem|expert|enterpr|compr|surpr)is/;

/** Forms that no rule of endings brings together. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  (
    'use uses used using|add added adding|lose lost|choose chose chosen|keep kept|find found|hold held|give gave given|take took taken|make made|' +
    'build built|grow grew grown|fall fell fallen|rise rose risen|shrink shrank shrunk|begin began begun|draw drew drawn|send sent|spend spent|' +
    'mean meant|learn learnt|write wrote written|break broke broken|feed fed|lead led|think thought|know knew known|run ran|become became|' +
    'throw threw thrown|forget forgot forgotten|get got|bend bent|understand understood|overcome overcame|go went gone|see seen|tie tied ties|' +
    'index indices indexes|matrix matrices|vertex vertices|minimum minima|maximum maxima|optimum optima|criterion criteria'
  )
    .split('|')
    .map((line) => line.split(' '))
    .flatMap(([base = '', ...forms]) => forms.map((form) => [form, base] as const)),
);
const STEMS = new Map<string, string>();

/** The longest beginning of the word that is a stem of its own. */
function wholeIn(word: string): string | undefined {
  for (let length = Math.min(LONGEST, word.length); length >= SHORTEST; length--) {
    const beginning = word.slice(0, length);
    if (WHOLE.has(beginning) && SUFFIX.test(word.slice(length))) return beginning;
  }
  return undefined;
}

function search(word: string): string {
  const base = IRREGULAR.get(word);
  if (base !== undefined) return stemOf(base);
  const american = NOT_BRITISH.test(word) ? word : word.replace(BRITISH, '$1iz$2');
  return wholeIn(american) ?? stemmer(american);
}

/** Words of three letters or fewer and words with digits stay as they are. */
export function stemOf(word: string): string {
  const known = STEMS.get(word);
  if (known !== undefined) return known;
  const irregular = word.length <= 3 && IRREGULAR.has(word);
  if (!irregular && (word.length <= 3 || /[0-9]/.test(word))) return word;
  const stem = search(word);
  // The answers are free text: a bound keeps a hostile stream of new words from filling the memory.
  if (STEMS.size < 50_000) STEMS.set(word, stem);
  return stem;
}
