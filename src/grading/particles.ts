import { finalConsonant, openVowel } from './hangul.ts';

/**
 * What follows a Korean noun or stem inside its word. Source: the particle and ending tables of
 * National Institute of Korean Language, "한국어 어문 규범" and "표준국어대사전" (조사, 어미).
 */

const PARTICLE =
  /^(?:들|끼리|마다|만|도|은|는|이|가|을|를|의|에|에서|에게|에는|에서는|에만|에도|으로|로|으로서|로서|으로써|로써|으로는|로는|와|과|랑|이랑|하고|보다|보다는|보다도|부터|까지|처럼|만큼|같이|대로|밖에|뿐|뿐만|조차|마저|라도|이라도|이나|나|란|이란|라는|이라는|라고|이라고|인|이며|이고|이다|다|입니다|이에요|예요|임|이므로|이라|이면|이지만|인데|이라서|라서|일|였다|이었다|였고|당|별|적|화|성|값|률|율|수|간|쪽|상|용|식|형|법)*$/;

/** Longer runs are no particles; the bound also keeps the overlapping alternatives from backtracking without end. */
const MAX_PARTICLES = 8;

/** Whether what is left of a word after a noun is nothing but particles and noun suffixes. */
export function isParticles(rest: string): boolean {
  return rest === '' || (rest.length <= MAX_PARTICLES && PARTICLE.test(rest));
}

const VERBAL_NEUN =
  /(?:받|하|되|있|없|않|못|시키|쓰|주|나|내|지|리|이|키|오|보|르|막|갖|넣|얻|읽|찾|놓|맞|뽑|남|같|크|애|꾸|추|재|배우|지우|쌓|뀌|어드|아드|만드|힘드|작|적|좋|많|높|낮|넓|좁)[는은]$/;

/** The token names what the clause is about: a noun with 은/는. */
export function isTopic(text: string, afterLatin: boolean): boolean {
  // Nouns in 도 are too many to tell the particle after a Korean word.
  if (afterLatin && text === '도') return true;
  if (!/[은는]$/.test(text)) return false;
  // "추론 때는", "학습에서는" say when or where, not what the clause is about.
  if (/^더는$|(?:때|에서|에|부터|까지|에게)는$/.test(text) || /(?:적으|실제|대체|별|때)로는$/.test(text))
    return false;
  if (afterLatin) return true;
  return text.length >= 2 && !VERBAL_NEUN.test(text) && !/[다라자냐려추]는$/.test(text);
}

/** A noun with the subject particle 이/가 (a rough test, used only to carry a subject on to the next clause). */
export function isSubject(text: string, afterLatin: boolean): boolean {
  return (
    /[이가]$/.test(text) &&
    (afterLatin ||
      (text.length >= 2 &&
        !/(?:같이|많이|없이|깊이|높이|길이|넓이|차이|사이|전이|평가|추가|증가|불가|허가|국가)$/.test(text)))
  );
}

export function isObject(text: string, afterLatin: boolean): boolean {
  return /[을를]$/.test(text) && (afterLatin || text.length >= 2);
}

/** Particles that tie a noun to a verb: what carries them is part of a statement, not an item of a list. */
export function hasCaseParticle(text: string, afterLatin: boolean): boolean {
  if (isTopic(text, afterLatin) || isObject(text, afterLatin)) return true;
  // Nouns of two syllables in 이 and 가 (전이, 평가) look just like a noun with a particle.
  if (isSubject(text, afterLatin) && (afterLatin || text.length >= 3)) return true;
  if (afterLatin && /^(?:로|으로|와|과|의|에)$/.test(text)) return true;
  return /(?:에서|에게|으로|보다|부터|까지|처럼|마다)$/.test(text) && (afterLatin || text.length >= 3);
}

const FINAL =
  /(?:다|요|죠|까|니다|는|은|[는은인한된던할될]거|[는은인한된던할될]것|듯|해|돼|줘|봐|가능|불가|필요|증가|감소|방지|발생|향상|저하|확인|점검|비교|측정|탐지|작성|의심|원인)$/;
/** 데이터 더 넣기, 뉴런 끄기: verbs of note style, as opposed to 크기, 초기 and other nouns. */
const NOMINAL_GI =
  /(?:하|되|시키|이|우|추|리|끄|끊|넣|빼|쓰|보|주|막|두|놓|찾|뽑|나누|더하|곱하|바꾸|고치|모으|고르)기$/;
/** Nouns in ㅁ that are no nominal form of a verb. */
const NOUN_IN_M = /(?:텀|즘|템|램|폼|럼|덤|렴|점|담|컴|스트림|처음|다음|이름|프레임|타임|게임)$/;

/** The word may end a Korean statement: a finite ending, a nominal one in ㅁ (큼, 없음, 함), or an action noun of note style. */
export function endsStatement(text: string): boolean {
  if (finalConsonant(text) === 'ㅁ' && !NOUN_IN_M.test(text)) return true;
  if (NOMINAL_GI.test(text)) return true;
  return text === '거' || text === '것' || (text.length >= 2 && FINAL.test(text));
}

const NOUN_IN_MYEON = /(?:측|반|화|표|평|곡|단)면$/;

/** -아서, -어서 in all their contractions (해서, 맞춰져서, 이라서); 에서 is a particle. */
function isReason(text: string): boolean {
  return text.endsWith('서') && 'ㅏㅓㅕㅐㅘㅝ'.includes(openVowel(text.slice(0, -1)) || '-');
}

/** A conditional or causal ending (-면, -아서, -므로, -니까): the mark of a statement. */
export function isSubordinate(text: string, afterLatin: boolean): boolean {
  if (afterLatin) return /^(?:이?면|이?라서|이?므로|이?니까)$/.test(text);
  return (
    text.length >= 2 &&
    (isReason(text) || (/(?:면|므로|니까|도록|려고)$/.test(text) && !NOUN_IN_MYEON.test(text)))
  );
}

const COORDINATION = /(?:고|으며|며|지만|으나|는데|은데|인데|한데|운데|거나|든지|면서|반면|반면에)$/;
/** -구 for -고; most nouns in 구 (도구, 연구) have other syllables before it. */
const COLLOQUIAL_GO = /(?:하|되|작|크|있|없|않|높|낮|많|적)구$/;
const NOT_A_VERB =
  /^(?:최고|참고|창고|광고|사고|경고|보고|재고|신고|권고|가지고|갖고|그리고|결론적으며|라고|가운데)$/;

/** -아도, -어도 (키워도, 대충 해도): a concession, the mark of a statement. Nouns in 도 (정확도, 밀도) have other vowels. */
export function endsConcession(text: string): boolean {
  return text.length >= 2 && /(?:[해여려라돼봐져춰켜워써]도|[가-힣][아어]도|더라도)$/.test(text);
}

/** A word of notes that was a statement of its own: -다, -요, a nominal ㅁ. */
export function endsNote(text: string): boolean {
  return /(?:다|요|됨|함|임|음|슴)$/.test(text) && endsStatement(text);
}

/** A word that ends a subordinate clause inside a larger one: what stands before it is not denied by the main verb. */
export function endsSubordinate(text: string): boolean {
  return (
    isSubordinate(text, false) ||
    (text.length >= 2 &&
      /(?:[아어해여라려]도|더라도|때문에|위해|위해서|려면|는데도|이라|[어아해여라]야|[으하되]니|[가-힣]수록)$/.test(
        text,
      ))
  );
}

/** The word closes a coordinate clause (-고, -며, -지만, -는데 …); subordinate endings stay with their main clause. */
export function endsCoordinate(text: string): boolean {
  return (
    text.length >= 2 &&
    (COORDINATION.test(text) || COLLOQUIAL_GO.test(text)) &&
    !NOT_A_VERB.test(text) &&
    !/[라다자냐보려]고$/.test(text)
  );
}
