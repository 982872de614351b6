import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/card.ts';
import { rebuildAll } from '../../src/commands/regrade.ts';
import { GOOD_ANSWER, makeWorld, realBank, type World, words } from '../support/world.ts';

/** Right, in words that no rubric foresaw. */
const UNUSUAL = '학습할 때 뉴런 일부를 무작위로 꺼요. 뉴런들이 죽이 맞아 돌아가는 꼴을 못 보게 하는 거예요.';
const PHRASE = '죽이 맞아 돌아가는 꼴';

function lines(card: Card): string[] {
  return card.blocks.flatMap((block) =>
    block.kind === 'controls'
      ? block.items.flatMap((item) => (item.kind === 'button' ? [item.line] : []))
      : [],
  );
}

describe('my answer should count', () => {
  let world: World;
  beforeEach(() => {
    world = makeWorld();
  });
  afterEach(() => world.close());

  const answer = (member: string, text: string) =>
    world.say('answer question:dropout-effect', { member, fields: { answer: text } });
  const admin = (line: string, fields?: Record<string, string>) =>
    world.say(line, { member: 'lead', admin: true, ...(fields === undefined ? {} : { fields }) });

  async function scoreOf(member: string): Promise<number> {
    const stored = await world.store.attempts();
    return stored.filter((one) => one.memberName === member).at(-1)?.score ?? -1;
  }

  async function file(member: string): Promise<void> {
    const reply = await answer(member, UNUSUAL);
    const line = lines(reply.card).find((one) => one.startsWith('appeal'));
    expect(line).toBeDefined();
    expect(words(await world.say(line ?? '', { member }))).toContain('요청을 남겼어요');
  }

  it('is offered unless the answer is complete', async () => {
    expect(lines((await answer('a', GOOD_ANSWER)).card).some((line) => line.startsWith('appeal'))).toBe(
      false,
    );
  });

  it('shows an admin the answer with its evidence, and each missed point to accept it for', async () => {
    await file('지우');
    const reply = await admin('bank appeals');
    expect(reply.mode).toBe('private');
    expect(words(reply)).toContain(PHRASE);
    expect(lines(reply.card)).toContain('bank accept appeal:1 point:co-adaptation');
    expect(lines(reply.card)).toContain('bank decline appeal:1');
  });

  it('is for admins alone', async () => {
    await file('지우');
    for (const line of [
      'bank appeals',
      'bank decline appeal:1',
      'bank accept appeal:1 point:co-adaptation',
    ]) {
      expect(words(await world.say(line, { member: '지우', fields: { phrase: PHRASE } }))).toContain(
        '관리자만',
      );
    }
    expect(await world.store.openAppeals(1)).toHaveLength(1);
  });

  it('accepted, grows the rubric of that workspace and grades everybody again; scores only rise', async () => {
    await file('지우');
    await answer('하나', UNUSUAL);
    await answer('민서', GOOD_ANSWER);
    const before = await scoreOf('지우');
    const reply = await admin('bank accept appeal:1 point:co-adaptation', { phrase: PHRASE });
    expect(words(reply)).toContain('답 2개의 점수가 올랐어요');
    expect(await scoreOf('지우')).toBeGreaterThan(before);
    expect(await scoreOf('하나')).toBe(await scoreOf('지우'));
    expect(await scoreOf('민서')).toBe(100);
    expect(words(await admin('bank appeals'))).toContain('살펴볼 요청이 없어요');
    // The next answer in these words earns the point at once.
    await answer('새 사람', UNUSUAL);
    expect(await scoreOf('새 사람')).toBe(await scoreOf('지우'));
  });

  it('counts the points of a raised answer as if it had been graded so at once', async () => {
    await file('지우');
    await admin('bank accept appeal:1 point:co-adaptation', { phrase: PHRASE });
    const score = await scoreOf('지우');
    const member = await world.store.member({
      door: 'test',
      workspace: 'team',
      member: '지우',
      name: '지우',
      admin: false,
    });
    expect((await world.store.history(member)).points).toBe(score * 1.5 * 0.5);
    expect((await world.store.history(member)).activeDays).toHaveLength(1);
  });

  it.each([
    ['words that are not in the answer', '전혀 다른 말', '그대로 옮겨 적어 주세요'],
    ['a single letter', '죽', '그대로 옮겨 적어 주세요'],
    ['signs only', '. …', '그대로 옮겨 적어 주세요'],
    ['nothing', '', '그대로 옮겨 적어 주세요'],
    ['words across two sentences', '무작위로 꺼요. 뉴런들이', '한 절 안에'],
  ])('refuses %s as a phrase, and changes nothing', async (_, phrase, message) => {
    await file('지우');
    expect(words(await admin('bank accept appeal:1 point:co-adaptation', { phrase }))).toContain(message);
    expect(await world.store.openAppeals(1)).toHaveLength(1);
    expect(await world.store.phrases(1, 'dropout-effect')).toEqual([]);
  });

  it('names the points there are for one that does not exist', async () => {
    await file('지우');
    expect(words(await admin('bank accept appeal:1 point:nothing', { phrase: PHRASE }))).toContain(
      'co-adaptation',
    );
  });

  it('is decided once', async () => {
    await file('지우');
    expect(words(await admin('bank decline appeal:1'))).toContain('받아들이지 않았어요');
    expect(words(await admin('bank decline appeal:1'))).toContain('이미 처리됐어요');
    expect(words(await world.say('appeal answer:1', { member: '지우' }))).toContain('받아들여지지 않았어요');
  });

  it('refuses the answer of somebody else', async () => {
    await file('지우');
    expect(words(await world.say('appeal answer:1', { member: '하나' }))).toContain('그런 답은 없어요');
  });
});

describe('rebuilding from the stored answers', () => {
  it('gives the same figures, and mends what was changed by hand', async () => {
    const world = makeWorld();
    for (const [member, text] of [
      ['a', GOOD_ANSWER],
      ['a', UNUSUAL],
      ['b', UNUSUAL],
      ['b', GOOD_ANSWER],
    ] as const) {
      await world.say('answer question:dropout-effect', { member, fields: { answer: text } });
      world.clock.advance(1000);
    }
    const before = await world.store.attempts();
    expect(await rebuildAll(world.store, realBank(), true)).toEqual({
      answers: 4,
      corrected: 0,
      days: 0,
      tallies: 0,
      moves: [],
    });
    expect(await world.store.attempts()).toEqual(before);
    const [first] = before;
    if (first === undefined) throw new Error('no answer was stored');
    await world.store.applyRegrade([
      {
        answerId: first.id,
        score: first.score,
        covered: first.covered,
        version: first.version,
        points: 7,
        active: true,
      },
    ]);
    expect(await rebuildAll(world.store, realBank(), false)).toMatchObject({ corrected: 1 });
    expect(await world.store.attempts()).toEqual(before);
    await world.close();
  });

  it('raises a score that the grader gives today, and never lowers one', async () => {
    const world = makeWorld();
    await world.say('answer question:dropout-effect', { member: 'a', fields: { answer: GOOD_ANSWER } });
    await world.say('answer question:dropout-effect', { member: 'b', fields: { answer: UNUSUAL } });
    const [a, b] = await world.store.attempts();
    if (a === undefined || b === undefined) throw new Error('answers are missing');
    await world.store.applyRegrade([
      { answerId: a.id, score: 10, covered: [], version: '0.old', points: 7.5, active: false },
      { answerId: b.id, score: 99, covered: [], version: '0.old', points: 74.25, active: true },
    ]);
    const { moves } = await rebuildAll(world.store, realBank(), true);
    expect(moves.map((move) => [move.member, move.before, move.after])).toEqual([
      ['a', 10, 100],
      ['b', 99, b.score],
    ]);
    expect((await world.store.attempts()).map((one) => [one.score, one.points])).toEqual([
      [100, 75],
      [99, 74.25],
    ]);
    await world.close();
  });
});
