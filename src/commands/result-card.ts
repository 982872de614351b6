import type { Question } from '../bank/question.ts';
import { button, card, controls, marked, paragraphs, text } from '../cards/build.ts';
import type { Block, Card } from '../cards/card.ts';
import { bold, type Inline } from '../cards/inline.ts';
import type { Context } from '../core/command.ts';
import { writeLine } from '../core/line.ts';
import type { Recorded } from '../core/store.ts';
import { type Grade, type GradedPoint, LIST_CAP } from '../grading/grade.ts';
import { STREAK_MIN_SCORE, type Streak } from '../habits/streak.ts';
import type { Translate } from '../texts/index.ts';
import { shortLabel } from './demo-card.ts';
import { questionArgs } from './question-card.ts';

interface GradeParts {
  readonly question: Question;
  readonly result: Grade;
  readonly context: Context;
}

interface ResultParts extends GradeParts {
  readonly recorded: Recorded;
  readonly streak: Streak;
  readonly postId: number | undefined;
}

/** From here on a complete answer lacks details only, however many points are left to name. */
const NEARLY_ALL = 80;
const MAX_EVIDENCE = 80;
const MAX_TERMS = 3;

function quoted(point: { readonly evidence: GradedPoint['evidence'] }): string {
  const words = point.evidence.map((one) => one.text.replaceAll(/\s+/g, ' ').trim()).join(' … ');
  return words.length > MAX_EVIDENCE ? `${words.slice(0, MAX_EVIDENCE)}…` : words;
}

function summary(result: Grade, t: Translate): string {
  if (result.list) return t('grade.summary-list', { cap: LIST_CAP });
  const covered = result.points.filter((point) => point.covered).length;
  if (covered === 0) return t('grade.summary-none');
  if (result.score >= 95) return t('grade.summary-full');
  const key = result.score >= NEARLY_ALL ? 'grade.summary-most' : 'grade.summary-part';
  return t(key, { covered, total: result.points.length });
}

function pointBlocks({ question, result, context }: GradeParts): Block[] {
  const { t, locale } = context;
  const words = new Map(question.points.map((point) => [point.id, point[locale]]));
  const covered = result.points.filter((point) => point.covered);
  const missed = result.points.filter((point) => !point.covered);
  const line = (point: GradedPoint, note: string | undefined): Inline[] => [
    words.get(point.id) ?? point.id,
    ...(note === undefined ? [] : [' ', { kind: 'italic', text: `(${note})` } as const]),
  ];
  const blocks: Block[] = [];
  if (covered.length > 0) {
    blocks.push(marked('heading', t('grade.covered')));
    for (const point of covered)
      blocks.push(marked('covered', ...line(point, t('grade.evidence', { words: quoted(point) }))));
  }
  if (missed.length > 0) {
    blocks.push(marked('heading', t('grade.missed')));
    for (const point of missed)
      blocks.push(
        marked(
          'missed',
          ...line(point, point.contradicted ? `${t('grade.contradicted')}: ${quoted(point)}` : undefined),
        ),
      );
  }
  return blocks;
}

function misconceptionBlocks({ question, result, context }: GradeParts): Block[] {
  if (result.misconceptions.length === 0) return [];
  const corrections = new Map(question.misconceptions.map((one) => [one.id, one[context.locale]]));
  return [
    marked('heading', context.t('grade.misconceptions')),
    ...result.misconceptions.map((one) =>
      marked('misconception', `“${quoted(one)}” → ${corrections.get(one.id) ?? ''}`),
    ),
  ];
}

/** At most three: the weightiest missed point, terms to look up, and a follow-up question as a button. */
function nextBlocks({ question, result, context }: GradeParts): Block[] {
  const { t, locale, bank } = context;
  const missed = result.points.filter((point) => !point.covered).sort((a, b) => b.weight - a.weight)[0];
  const point = question.points.find((one) => one.id === missed?.id);
  const terms = question.terms
    .map((id) => bank.terms.get(id)?.[locale])
    .filter((name) => name !== undefined)
    .slice(0, MAX_TERMS);
  const blocks: Block[] = [];
  if (point !== undefined && !result.passed)
    blocks.push(text('• ', t('grade.next-point', { point: point[locale] })));
  if (terms.length > 0) blocks.push(text('• ', t('grade.next-term', { terms: terms.join(', ') })));
  return blocks.length === 0 ? [] : [marked('heading', t('grade.next')), ...blocks];
}

export function streakText(streak: Streak, t: Translate): string {
  if (streak.state === 'safe') return t('streak.safe', { days: streak.current });
  if (streak.state === 'open') return t('streak.open', { days: streak.current, next: streak.current + 1 });
  return t('streak.none', { min: STREAK_MIN_SCORE });
}

function outcome({ recorded, streak, context, result }: ResultParts): Block[] {
  const { t } = context;
  const { answer, previousBest } = recorded;
  const points = Math.round(answer.points * 10) / 10;
  const best = Math.max(previousBest ?? 0, answer.score);
  const earned = recorded.repeated
    ? t('grade.repeated')
    : points > 0
      ? t('grade.points', { points })
      : t('grade.points-none', { best });
  const low = streak.state !== 'safe' && result.score < STREAK_MIN_SCORE;
  return [
    marked('streak', streakText(streak, t), ' ', low ? t('streak.low', { min: STREAK_MIN_SCORE }) : earned),
  ];
}

/** A grade that is nobody's: nothing was recorded, so there is no streak, no model answer and nothing to share. */
export function trialCard(parts: GradeParts): Card {
  const { question, result, context } = parts;
  const { t, locale } = context;
  return card(
    result.passed ? 'good' : result.score >= STREAK_MIN_SCORE ? 'warn' : 'neutral',
    t(result.passed ? 'grade.title' : 'grade.title-failed', { score: result.score }),
    marked('small', question.question[locale]),
    { kind: 'meter', share: result.score / 100, text: `${result.score}/100` },
    text(bold(summary(result, t))),
    ...pointBlocks(parts),
    ...misconceptionBlocks(parts),
    marked('small', t('grade.of-message')),
    controls(button(t('button.answer'), writeLine('answer', questionArgs(question, undefined)))),
  );
}

/** What happened, what it means, what to do next, in this order. */
export function resultCard(parts: ResultParts): Card {
  const { question, result, recorded, postId, context } = parts;
  const { t, locale, bank } = context;
  const followUp = question.followUps.find((id) => bank.questions.has(id));
  const demo = context.work.demos.find((one) => question.demos.includes(one.id));
  return card(
    result.passed ? 'good' : result.score >= STREAK_MIN_SCORE ? 'warn' : 'neutral',
    t(result.passed ? 'grade.title' : 'grade.title-failed', { score: result.score }),
    marked('small', question.question[locale]),
    { kind: 'meter', share: result.score / 100, text: `${result.score}/100` },
    text(bold(summary(result, t))),
    ...pointBlocks(parts),
    ...misconceptionBlocks(parts),
    ...nextBlocks(parts),
    outcome(parts),
    { kind: 'divider' },
    marked('heading', t('model.title')),
    paragraphs(question.model[locale], 'small'),
    controls(
      button(t('button.again'), writeLine('answer', questionArgs(question, postId))),
      postId === undefined
        ? undefined
        : button(t('button.share'), writeLine('share', { answer: recorded.answer.id })),
      result.score < 100
        ? button(t('button.appeal'), writeLine('appeal', { answer: recorded.answer.id }))
        : undefined,
      followUp === undefined
        ? undefined
        : button(t('button.follow-up'), writeLine('quiz', { question: followUp })),
      demo === undefined
        ? undefined
        : button(
            shortLabel(t('button.demo', { title: demo.title[locale] })),
            writeLine('demo', { name: demo.id }),
          ),
    ),
  );
}
