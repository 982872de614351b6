import type { Bank } from '../bank/bank.ts';
import { isTopic, TOPICS } from '../bank/topics.ts';
import { nearest } from '../core/nearest.ts';
import type { Random } from '../core/ports.ts';
import { gradeOne } from './grade.ts';
import { FailedError, type Io, UsageError, write, writeJson } from './io.ts';

export interface QuizOptions {
  readonly topic?: string;
  readonly level?: string;
  readonly question?: string;
  readonly json: boolean;
}

function choose(bank: Bank, { topic, level, question }: QuizOptions, random: Random) {
  if (question !== undefined) {
    const found = bank.questions.get(question);
    if (found !== undefined) return found;
    throw new FailedError(
      `there is no question "${question}"; nearest: ${nearest(question, bank.questions.keys()).join(', ') || 'none'}`,
    );
  }
  if (topic !== undefined && !isTopic(topic))
    throw new UsageError(`--topic must be one of ${Object.keys(TOPICS).join(', ')}`);
  if (level !== undefined && !['1', '2', '3'].includes(level))
    throw new UsageError('--level must be 1, 2 or 3');
  const fitting = [...bank.questions.values()].filter(
    (one) =>
      (topic === undefined || one.topic === topic) && (level === undefined || one.level === Number(level)),
  );
  const chosen = fitting[Math.floor(random.next() * fitting.length)];
  if (chosen === undefined) throw new FailedError('no question fits this topic and level');
  return chosen;
}

/** `quiz`: a question; at a terminal also its grade, once the answer is ended with Ctrl-D. Nothing is stored. */
export async function quiz(io: Io, bank: Bank, options: QuizOptions, random: Random): Promise<void> {
  const question = choose(bank, options, random);
  const { id, topic, level } = question;
  if (options.json)
    return writeJson(io, { id, topic, level, question: question.question, hint: question.hint });
  await write(io.stdout, `${id} · ${topic} · ${level}\n${question.question.ko}\n${question.question.en}\n`);
  if (!io.interactive) return;
  await write(io.stdout, '\n답을 적고 Ctrl-D를 누르세요. / Write your answer, then press Ctrl-D.\n');
  await gradeOne(io, bank, id, false);
}
