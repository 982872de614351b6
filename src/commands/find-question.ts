import type { Bank } from '../bank/bank.ts';
import type { Question } from '../bank/question.ts';
import { UserError } from '../core/errors.ts';
import { nearest } from '../core/nearest.ts';

/** The question of this id; otherwise a UserError with the nearest ids. */
export function findQuestion(bank: Bank, id: string): Question {
  const question = bank.questions.get(id.trim().toLowerCase());
  if (question !== undefined) return question;
  const near = nearest(id.slice(0, 64), bank.questions.keys());
  throw new UserError(near.length > 0 ? 'error.question-near' : 'error.question', {
    id: id.slice(0, 64),
    near: near.join(', '),
  });
}
