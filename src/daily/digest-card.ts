import type { Bank } from '../bank/bank.ts';
import type { Question } from '../bank/question.ts';
import type { Term } from '../bank/term.ts';
import { button, card, controls, marked, text } from '../cards/build.ts';
import type { Block, Card } from '../cards/card.ts';
import type { Locale } from '../cards/inline.ts';
import { writeLine } from '../core/line.ts';
import type { PointsBoard } from '../core/stores/boards.ts';
import type { WeekFacts, WeekQuestion } from '../core/stores/digests.ts';
import { translator } from '../texts/index.ts';

/** The week in one card: board, a good answer, the hardest question, one term to learn. A pure function of what it is given. */

export interface DigestParts {
  /** The Monday it began. */
  readonly week: string;
  readonly board: PointsBoard;
  readonly facts: WeekFacts;
  readonly bank: Bank;
  readonly locale: Locale;
}

/** Answers that a mean needs to say something of a question. */
const LEAST_ANSWERS = 2;
/** Letters of an answer that are quoted; the rest is in the channel already, where its author shared it. */
const QUOTED = 500;

function cut(words: string): string {
  const letters = [...words];
  return letters.length > QUOTED ? `${letters.slice(0, QUOTED - 1).join('')}…` : words;
}

/** The lowest mean of first answers; of equals the one asked earlier. */
export function hardestOf(questions: readonly WeekQuestion[]): WeekQuestion | undefined {
  return questions
    .filter((one) => one.answers >= LEAST_ANSWERS)
    .reduce<WeekQuestion | undefined>(
      (hardest, one) => (hardest === undefined || one.mean < hardest.mean ? one : hardest),
      undefined,
    );
}

/** The point that the fewest answers covered, weighing more of equals; then as the question lists them. */
function mostMissed(question: Question, { covered }: WeekQuestion) {
  const count = (id: string): number => covered.filter((points) => points.includes(id)).length;
  return question.points.toSorted((a, b) => count(a.id) - count(b.id) || b.weight - a.weight)[0];
}

/** Of the question's terms the one that the most missed point speaks of; the first where it speaks of none. */
export function termToLearn(question: Question, asked: WeekQuestion, bank: Bank): Term | undefined {
  const terms = question.terms.flatMap((id) => bank.terms.get(id) ?? []);
  const point = mostMissed(question, asked);
  const words = `${point?.ko ?? ''} ${point?.en ?? ''}`.toLowerCase();
  return (
    terms.find((term) => [term.ko, term.en].some((name) => words.includes(name.toLowerCase()))) ?? terms[0]
  );
}

function boardBlocks({ board, locale }: DigestParts): Block[] {
  const t = translator(locale);
  if (board.top.length === 0) return [text(t('digest.answered', { count: board.answered }))];
  return [
    marked('heading', t('digest.board')),
    {
      kind: 'board',
      rows: board.top.map((row) => ({
        place: row.place,
        name: row.name,
        value: t('board.points', { points: (Math.round(row.points * 10) / 10).toLocaleString('en-US') }),
        self: false,
      })),
    },
    marked('small', t('digest.answered', { count: board.answered })),
  ];
}

function bestBlocks({ facts: { best }, bank, locale }: DigestParts): Block[] {
  if (best === undefined) return [];
  const t = translator(locale);
  const question = bank.questions.get(best.questionId);
  return [
    marked('heading', t('digest.best')),
    ...(question === undefined ? [] : [marked('small', question.question[locale])]),
    marked('quote', cut(best.text)),
    marked('small', t('digest.best-by', { name: best.name, score: best.score })),
  ];
}

function hardestBlocks(question: Question, { answers, mean }: WeekQuestion, locale: Locale): Block[] {
  const t = translator(locale);
  return [
    marked('heading', t('digest.hardest')),
    text(question.question[locale]),
    marked('small', t('digest.hardest-mean', { count: answers, mean: Math.round(mean) })),
  ];
}

function termBlocks(term: Term, locale: Locale): Block[] {
  return [
    marked('heading', translator(locale)('digest.term', { term: term[locale] })),
    { kind: 'text', text: term.definition[locale] },
  ];
}

export function digestCard(parts: DigestParts): Card {
  const { facts, bank, locale } = parts;
  const t = translator(locale);
  const hardest = hardestOf(facts.questions);
  const question = hardest === undefined ? undefined : bank.questions.get(hardest.questionId);
  const term =
    hardest === undefined || question === undefined ? undefined : termToLearn(question, hardest, bank);
  return card(
    'neutral',
    t('digest.title', { from: parts.week }),
    boardBlocks(parts),
    bestBlocks(parts),
    hardest === undefined || question === undefined ? [] : hardestBlocks(question, hardest, locale),
    term === undefined ? [] : termBlocks(term, locale),
    controls(
      button(t('digest.whole-board'), writeLine('leaderboard', {})),
      question === undefined
        ? undefined
        : button(t('digest.try'), writeLine('quiz', { question: question.id })),
      term === undefined
        ? undefined
        : button(t('digest.look-up'), writeLine('lookup', { query: `term:${term.id}` })),
    ),
  );
}
