import { button, card, controls, marked, text } from '../../cards/build.ts';
import type { Block, Card } from '../../cards/card.ts';
import type { BoardChart } from '../../charts/model.ts';
import type { Context } from '../../core/command.ts';
import { writeLine } from '../../core/line.ts';
import type { Member } from '../../core/store.ts';
import type { Translate } from '../../texts/index.ts';
import type { BoardView, ViewRow } from './view.ts';

/** A board as a picture with the own place in words, or as a list for those who read rather than look. */

const IN_ALT = 3;

function chartOf({ title, taking, rows }: BoardView, memberId: number): BoardChart {
  return {
    kind: 'board',
    title,
    ...(taking === undefined ? {} : { subtitle: taking }),
    rows: rows.map(({ memberId: id, place, name, value, figure, streak }) => ({
      place,
      name,
      value,
      figure,
      self: id === memberId,
      ...(streak === undefined ? {} : { streak }),
    })),
  };
}

/** The first three and the own row. */
function altOf({ title, rows }: BoardView, own: ViewRow | undefined, t: Translate): string {
  const told = rows.slice(0, IN_ALT);
  if (own !== undefined && !told.includes(own)) told.push(own);
  const words = told.map(({ place, name, figure }) => t('board.alt-row', { place, name, value: figure }));
  return t('board.alt', { title, rows: words.join(', ') });
}

function ownLine(view: BoardView, own: ViewRow | undefined, name: string, t: Translate): Block {
  return own === undefined
    ? text(t(`board.own-none.${view.by}`, { name }))
    : text(t('board.own', { name, place: own.place, value: own.figure }));
}

export function boardCard(
  view: BoardView,
  member: Member,
  listArgs: Readonly<Record<string, string>>,
  teams: readonly Block[],
  { t }: Pick<Context, 't'>,
): Card {
  if (view.rows.length === 0) return card('neutral', view.title, text(t(`board.empty.${view.by}`)), ...teams);
  const own = view.rows.find((row) => row.memberId === member.id);
  return card(
    'neutral',
    view.title,
    { kind: 'chart', chart: chartOf(view, member.id), alt: altOf(view, own, t), name: `board-${view.by}` },
    ownLine(view, own, member.name, t),
    ...teams,
    marked('small', ...(view.taking === undefined ? [] : [view.taking, ' · ']), t(view.rule)),
    controls(button(t('board.list'), writeLine('leaderboard-list', listArgs))),
  );
}

export function boardBlock(rows: readonly ViewRow[], memberId: number): Block {
  return {
    kind: 'board',
    rows: rows.map((row) => ({
      place: row.place,
      name: row.name,
      value: row.figure,
      note: (row.streak ?? 0) > 0 ? `${row.note} · ∇ ${row.streak}` : row.note,
      self: row.memberId === memberId,
    })),
  };
}

export function boardList(view: BoardView, member: Member, { t }: Pick<Context, 't'>): Card {
  if (view.rows.length === 0) return card('neutral', view.title, text(t(`board.empty.${view.by}`)));
  return card(
    'neutral',
    view.title,
    boardBlock(view.rows, member.id),
    marked('small', ...(view.taking === undefined ? [] : [view.taking, ' · ']), t(view.rule)),
  );
}
