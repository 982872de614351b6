import type { Question } from '../bank/question.ts';
import { button, card, controls, marked, text } from '../cards/build.ts';
import type { Card } from '../cards/card.ts';
import { bold } from '../cards/inline.ts';
import { type Context, defineCommand } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { writeLine } from '../core/line.ts';
import { integerOption, textOption } from '../core/option.ts';
import type { Appeal } from '../core/store.ts';
import { type Grade, grade } from '../grading/grade.ts';
import { spellingOf } from '../grading/normalise.ts';
import { phrasePattern } from '../grading/phrase.ts';
import { regradeQuestion } from './regrade.ts';

const MAX_PHRASE = 100;
const MAX_BUTTONS = 4;

/** Longer labels wrap or are cut on chat platforms (Discord's guideline: 34 to 38 characters). */
const MAX_POINT_LABEL = 36;

function shorten(words: string): string {
  const letters = [...words];
  return letters.length > MAX_POINT_LABEL
    ? `${letters
        .slice(0, MAX_POINT_LABEL - 1)
        .join('')
        .trimEnd()}…`
    : words;
}

async function gradeNow(
  appeal: Appeal,
  question: Question,
  { store }: Context,
  workspaceId: number,
): Promise<Grade> {
  return grade(question.rubricWith(await store.phrases(workspaceId, question.id)), appeal.answer.text);
}

function appealCard(appeal: Appeal, question: Question, result: Grade, left: number, context: Context): Card {
  const { t, locale } = context;
  const words = new Map(question.points.map((point) => [point.id, point[locale]]));
  const missed = result.points.filter((point) => !point.covered);
  return card(
    'neutral',
    t('appeals.title', { name: appeal.memberName, score: appeal.answer.score }),
    marked('small', question.question[locale]),
    marked('quote', appeal.answer.text),
    ...result.points
      .filter((point) => point.covered)
      .map((point) =>
        marked(
          'covered',
          words.get(point.id) ?? point.id,
          ` (${point.evidence.map((one) => one.text).join(' … ')})`,
        ),
      ),
    ...missed.map((point) => marked('missed', words.get(point.id) ?? point.id)),
    marked('small', t('appeals.how')),
    controls(
      ...missed
        .slice(0, MAX_BUTTONS)
        .map((point) =>
          button(
            shorten(t('appeals.accept', { point: words.get(point.id) ?? point.id })),
            writeLine('bank accept', { appeal: appeal.id, point: point.id }),
          ),
        ),
      button(t('appeals.decline'), writeLine('bank decline', { appeal: appeal.id }), 'danger'),
    ),
    ...(left > 0 ? [marked('small', t('appeals.left', { count: left }))] : []),
  );
}

async function findOpen(
  context: Context,
  id: number | undefined,
): Promise<{ appeal: Appeal; question: Question; left: number; workspaceId: number }> {
  const { store, bank, from } = context;
  const { workspaceId } = await store.member(from);
  const open = await store.openAppeals(workspaceId);
  const appeal = id === undefined ? open[0] : open.find((one) => one.id === id);
  const question = appeal === undefined ? undefined : bank.questions.get(appeal.answer.questionId);
  if (appeal === undefined || question === undefined) throw new UserError('error.appeal');
  return { appeal, question, left: open.length - 1, workspaceId };
}

export const bankAppeals = defineCommand({
  name: 'bank appeals',
  aliases: ['이의목록'],
  summary: {
    ko: '"내 답도 맞아요" 요청을 살펴봐요',
    en: 'Shows answers whose author says they should count',
  },
  options: {},
  mode: 'private',
  admin: true,
  listed: true,
  examples: ['bank appeals'],
  async run(_args, context) {
    const { workspaceId: own } = await context.store.member(context.from);
    if ((await context.store.openAppeals(own)).length === 0)
      return card('neutral', undefined, text(context.t('appeals.none')));
    const { appeal, question, left, workspaceId } = await findOpen(context, undefined);
    return appealCard(
      appeal,
      question,
      await gradeNow(appeal, question, context, workspaceId),
      left,
      context,
    );
  },
});

const APPEAL = integerOption({ ko: '요청 번호', en: 'The appeal' }, true, 1, Number.MAX_SAFE_INTEGER);

function spaceless(words: string): string {
  return spellingOf(words).replaceAll(/\s+/g, '');
}

/** The phrase has to be the answer's own, and enough of it to mean something. */
function checkPhrase(phrase: string, appeal: Appeal): string {
  const trimmed = phrase.trim();
  if ([...trimmed].length > MAX_PHRASE)
    throw new UserError('error.option-long', { option: 'phrase', max: MAX_PHRASE });
  const letters = trimmed.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (
    letters < 2 ||
    phrasePattern(trimmed) === undefined ||
    !spaceless(appeal.answer.text).includes(spaceless(trimmed))
  )
    throw new UserError('error.phrase');
  return trimmed;
}

export const bankAccept = defineCommand({
  name: 'bank accept',
  aliases: [],
  summary: { ko: '답의 표현을 요점으로 인정해요', en: 'Accepts the wording of an answer for a point' },
  options: { appeal: APPEAL, point: textOption({ ko: '요점', en: 'The point' }, true, { max: 64 }) },
  mode: 'private',
  admin: true,
  listed: false,
  examples: [],
  form({ appeal, point }, { t }) {
    return {
      title: t('appeals.form'),
      about: t('appeals.form-about'),
      fields: [
        {
          name: 'phrase',
          label: t('appeals.phrase'),
          hint: t('appeals.phrase-hint'),
          long: false,
          max: MAX_PHRASE,
        },
      ],
      submit: writeLine('bank accept', { appeal, point }),
      submitLabel: t('appeals.form-submit'),
    };
  },
  async run({ appeal: id, point: pointId }, context) {
    const { store, from, fields, locale, t } = context;
    const { appeal, question, workspaceId } = await findOpen(context, id);
    const point = question.points.find((one) => one.id === pointId);
    if (point === undefined)
      throw new UserError('error.point', {
        id: pointId,
        allowed: question.points.map((one) => one.id).join(', '),
      });
    const phrase = checkPhrase(fields.phrase ?? '', appeal);
    const known = await store.phrases(workspaceId, question.id);
    const tried = grade(question.rubricWith([...known, { pointId, phrase }]), appeal.answer.text);
    // Words that no clause of the answer holds together would be stored without any effect.
    if (tried.points.find((one) => one.id === pointId)?.covered !== true)
      throw new UserError('error.phrase-split');
    const decided = await store.decideAppeal(await store.member(from), id, { pointId, phrase });
    if (decided === undefined) throw new UserError('error.appeal');
    const moves = await regradeQuestion(store, question, workspaceId);
    const rises = moves.filter((move) => move.after > move.before);
    return card(
      'good',
      t('appeals.accepted'),
      text(bold(point[locale])),
      marked('quote', phrase),
      text(t('appeals.regraded', { count: rises.length })),
      ...rises.slice(0, 10).map((move) => marked('small', `${move.member}: ${move.before} → ${move.after}`)),
    );
  },
});

export const bankDecline = defineCommand({
  name: 'bank decline',
  aliases: [],
  summary: { ko: '요청을 받아들이지 않아요', en: 'Declines an appeal' },
  options: { appeal: APPEAL },
  mode: 'private',
  admin: true,
  listed: false,
  examples: [],
  async run({ appeal: id }, context) {
    const { appeal } = await findOpen(context, id);
    const decided = await context.store.decideAppeal(
      await context.store.member(context.from),
      appeal.id,
      undefined,
    );
    if (decided === undefined) throw new UserError('error.appeal');
    return card('neutral', undefined, text(context.t('appeals.declined', { name: appeal.memberName })));
  },
});
