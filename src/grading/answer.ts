/** What counts as an answer at all; asked before anything is graded or stored. */

export const MAX_ANSWER_LENGTH = 4000;

export type AnswerFault = 'empty' | 'long';

/** `empty`: no letter or digit in it (blank, emoji, invisible or control characters only); `long`: over 4,000 code points. */
export function faultOf(answer: string): AnswerFault | undefined {
  if (!/[\p{L}\p{N}]/u.test(answer.replace(/[\u115f\u1160\u3164\uffa0]/gu, ''))) return 'empty';
  if (answer.length > MAX_ANSWER_LENGTH && [...answer].length > MAX_ANSWER_LENGTH) return 'long';
  return undefined;
}
