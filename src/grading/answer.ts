/** What counts as an answer at all; asked before anything is graded or stored. */

export const MAX_ANSWER_LENGTH = 4000;

export type AnswerFault = 'empty' | 'long';

/** `empty`: no letter or digit in it (blank, emoji, invisible or control characters only); `long`: over 4,000 code points. */
export function faultOf(answer: string): AnswerFault | undefined {
  if (!/[\p{L}\p{N}]/u.test(answer.replace(/[\u115f\u1160\u3164\uffa0]/gu, ''))) return 'empty';
  if (answer.length > MAX_ANSWER_LENGTH && [...answer].length > MAX_ANSWER_LENGTH) return 'long';
  return undefined;
}

const GIVING_UP =
  /^(?:저는|음|글쎄요|죄송하지만|sorry)?[\s,.…]*(?:(?:잘|전혀|아직|솔직히)\s*)*(?:모르겠|모릅니다|몰라|모름|패스|기억이?\s*(?:안|나지)|(?:i\s+)?(?:do\s*n[o']?t|dont|cannot|can't)\s+(?:really\s+)?(?:know|remember)|(?:i\s+have\s+)?no\s+(?:idea|answer|clue)|not\s+(?:sure|answered)|idk|pass)/;
/** A longer text may begin so and still go on to answer. */
const MAX_GIVING_UP = 24;

/** The whole answer says that there is none: 모르겠습니다, "I don't know". `text` must be normalised. */
export function givesUp(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= MAX_GIVING_UP && GIVING_UP.test(trimmed);
}
