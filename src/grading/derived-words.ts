import { SHORT_FORMS } from './derived-synonyms.ts';
import { toJamo } from './hangul.ts';
import { read } from './read.ts';
import { stemOf } from './stem.ts';
import type { Token } from './token.ts';
import { tokenise } from './tokenise.ts';

/** A content word of a text, ready to be compared. */
export interface Word {
  /** Stem of an English word, letters of the head of a Korean one, a number as it stands. */
  readonly key: string;
  /** As written, or the letters of a Korean word's head: what a slip of the keyboard is looked for in. */
  readonly spelling: string;
  readonly text: string;
  /** Place in the normalised text, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** Only ever said not to be so. */
  readonly denied: boolean;
  /** Number of the clause that it stands in. */
  readonly clause: number;
}

const STOP = new Set(
  (
    'the a an of to in on at by for from with and or but if then than that this these those it its they them their there is are was were be been being ' +
    'as so such not no do does did can could will would may might must should have has had which who what when where how why into out up down over under ' +
    'use uses used using all any each other some more most only also very one two you your i we our he she his her me my us e g i etc 것 수 등 및 또 그 이 저 그리고 또는 때 더 각 한 할 하는 있다 있는 ' +
    '한다 합니다 때문 통해 위해 대한 경우 무엇 어떤 어떻게 왜 있습니다 됩니다 입니다 하다 되는 된다 대해 설명 설명하세요 무엇인가요 인가요'
  ).split(' '),
);
const ENDING =
  /(?:으로써|으로서|에서는|에서|에게|으로|부터|까지|보다|처럼|이라는|라는|이라고|입니다|이에요|예요|이다|합니다|됩니다|습니다|한다|된다|하는|되는|하고|되고|하여|되어|하며|되며|해서|해요|하면|되면|하게|하기|이며|이고|하지|되지|했다|했습니다|하세요|들은|들이|들을|은|는|이|가|을|를|의|에|로|와|과|도|만|고|다)$/;

/** The noun or stem that a Korean word begins with, as far as that can be told without a dictionary. */
function headOf(word: string): string {
  const head = word.replace(ENDING, '');
  return head.length >= 2 || (head.length === 1 && word.length === 2) ? head : word;
}

function isHangul(word: string): boolean {
  return word >= '\uac00' && word < '\ud7a4';
}

/** The key of a single normalised word. */
export function keyOf(word: string): string {
  return isHangul(word) ? toJamo(headOf(word)) : stemOf(word);
}

function isContent(token: Token): boolean {
  if (token.script === 'symbol' || STOP.has(token.text)) return false;
  return token.script !== 'en' || token.text.length > 1;
}

type Place = Pick<Word, 'from' | 'to' | 'denied' | 'clause'>;

/** A single normalised word, at a place. */
export function wordOf(text: string, place: Partial<Place> = {}): Word {
  const { from = 0, to = text.length, denied = false, clause = 0 } = place;
  const key = keyOf(text);
  return { key, spelling: isHangul(text) ? key : text, text, from, to, denied, clause };
}

/** The content words of a normalised text, in order; short forms are written out ("lifo" is four words). */
export function contentWords(text: string): Word[] {
  const words: Word[] = [];
  const { tokens, clauses } = read(text);
  for (const [clause, { from, to }] of clauses.entries()) {
    for (const token of tokens.slice(from, to).filter(isContent)) {
      const place = { from: token.from, to: token.to, denied: token.polarity === 'negated', clause };
      for (const word of SHORT_FORMS.get(token.text) ?? [token.text])
        if (!STOP.has(word)) words.push(wordOf(word, place));
    }
  }
  const affirmed = new Set(words.filter((word) => !word.denied).map((word) => word.key));
  return words.map((word) => (word.denied && affirmed.has(word.key) ? { ...word, denied: false } : word));
}

/** Fewer words, or items, may well be the whole answer ("push and pop"); so many without grammar are keywords. */
const LIST_WORDS = 6;
const LIST_ITEMS = 4;
const LIST_GLUE = new Set(['and', 'or', '및', '또는', '그리고']);
const CASE = /(?:은|는|을|를|에서|으로|에게|의|에|다|요|함|됨|음|면|서|며|고|지만)$/;
const RELATION = /->|=>|[=→:(]/;
/** "What stages …", "Name the …": asks for things rather than for what is so. */
const ASKS_FOR_NAMES =
  /\b(?:what|which) (?:are (?:the )?)?(?!is |does |was |has |this )(?:[a-z]+ )?(?!does |has )[a-z]{2,}s\b|\b(?:name|list|enumerate)\b|종류|나열|열거|어떤 것들/;

/** Names things and says nothing about them: no verb, no particle, no word of grammar; "elements, order, key, time". */
export function isBareList(text: string): boolean {
  const tokens = tokenise(text).filter((token) => token.script !== 'symbol' && !LIST_GLUE.has(token.text));
  const items = text.split(/[,;\n/·]/).filter((item) => item.trim() !== '').length;
  if ((tokens.length < LIST_WORDS && items < LIST_ITEMS) || RELATION.test(text)) return false;
  return !tokens.some(
    (token) =>
      STOP.has(token.text) || (token.script === 'ko' && token.text.length >= 2 && CASE.test(token.text)),
  );
}

/** Whether the bare names of things may be a good answer. */
export function isAnsweredByNames(question: string, reference: string): boolean {
  return (
    ASKS_FOR_NAMES.test(question) ||
    isBareList(reference) ||
    contentWords(reference).length < LIST_WORDS ||
    /: .*,/.test(reference)
  );
}

const REFUSAL =
  /^(?:(?:sorry|well|um+|honestly) )*(?:(?:this )?(?:question )?(?:was )?not answered|no answer|unanswered|not sure|no idea|(?:i )?(?:have )?no (?:idea|clue)|idk|dunno|n a|none|pass|skip(?:ped)?|(?:i )?(?:am |m )?not (?:really )?sure|(?:i )?(?:really |just |honestly )*(?:do not|don t|dont|did not|didn t|didnt|cannot|can t|cant) (?:really )?(?:know|remember|recall|answer)|(?:i )?forgot)(?: (?:the|this|that|it|at|all|answer|question|how|what|about|sorry|yet|now|to))*$/;
const REFUSAL_KO =
  /^(?:죄송(?:합니다|해요)?|아직|잘|전혀|저는|정말|이건|답을|답은|그건)*(?:모르(?:겠(?:습니다|어요|네요|음|다|는데요?)?|ㅁ|네요?|는데요?)|모름(?:니다)?|모릅니다|몰라(?:요|서)?|몰랐(?:습니다|어요)|답없음|무응답|답변없음|없음|패스|기억(?:이)?안(?:나요|남|납니다|나))(?:죄송(?:합니다|해요)?|ㅠ|ㅜ)*$/;

/** The answer says nothing but that there is none ("not answered", "I don't know", "잘 모르겠습니다"). */
export function isRefusal(text: string): boolean {
  if (text.length > 200) return false;
  const words = text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return words === '' || REFUSAL.test(words) || REFUSAL_KO.test(words.replaceAll(' ', ''));
}

/** What prose does not have and code does: an index, an empty call, a member, a dereferenced expression. */
const CODE = /[a-z0-9_]\[[^\]\s]{1,40}\]|[a-z0-9_]\(\)|->[a-z]|::[a-z]|\*\([a-z]/;

export function hasCode(text: string): boolean {
  return CODE.test(text);
}
