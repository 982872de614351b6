import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Block, Card } from '../../src/cards/card.ts';
import { MAX_ANSWER_LENGTH } from '../../src/grading/answer.ts';
import { GOOD_ANSWER, makeWorld, realBank, WEAK_ANSWER, type World, words } from '../support/world.ts';

const DAY = 24 * 3600 * 1000;

function lines(card: Card): string[] {
  return card.blocks.flatMap((block) =>
    block.kind === 'controls'
      ? block.items.flatMap((item) => (item.kind === 'button' ? [item.line] : []))
      : [],
  );
}

function marks(card: Card, mark: string): Block[] {
  return card.blocks.filter((block) => block.kind === 'text' && block.mark === mark);
}

describe('commands', () => {
  let world: World;
  beforeEach(() => {
    world = makeWorld();
  });
  afterEach(() => world.close());

  const answer = (text: string, options: Parameters<World['say']>[1] = {}) =>
    world.say('answer question:dropout-effect', { ...options, fields: { answer: text } });

  describe('examples', () => {
    it('of every command work on the real bank, in both languages', async () => {
      const examples = world.bot.commands.flatMap((command) => command.examples);
      expect(examples.length).toBeGreaterThan(8);
      for (const locale of ['ko', 'en'] as const) {
        for (const line of examples) {
          const ack = world.bot.acknowledge({
            id: 'x',
            input: { kind: 'line', text: line },
            from: { door: 'test', workspace: 'team', member: 'm', name: 'm', admin: false },
            place: { workspace: 'team', channel: 'c' },
            locale,
          });
          if (ack.kind === 'form') continue;
          const reply = await world.say(line, { locale, admin: true });
          expect(reply.card.tone, `${line}: ${words(reply)}`).not.toMatch(/warn|bad/);
        }
      }
      expect(world.log.lines.filter((line) => line.level === 'error')).toEqual([]);
    });

    it('are there for every listed command', () => {
      expect(
        world.bot.commands
          .filter((command) => command.listed && command.examples.length === 0)
          .map((command) => command.name),
      ).toEqual([]);
    });
  });

  describe('answer', () => {
    it('asks for the text in a form that fits the platforms', () => {
      const ack = world.bot.acknowledge({
        id: 'x',
        input: { kind: 'line', text: 'answer question:dropout-effect' },
        from: { door: 'test', workspace: 'team', member: 'm', name: 'm', admin: false },
        place: { workspace: 'team', channel: 'c' },
        locale: 'en',
      });
      expect(ack).toMatchObject({
        kind: 'form',
        form: {
          submit: 'answer question:dropout-effect',
          fields: [{ name: 'answer', max: MAX_ANSWER_LENGTH }],
        },
      });
      if (ack.kind !== 'form') return;
      // Discord: title and label 45 characters, hint 100.
      expect(ack.form.title.length).toBeLessThanOrEqual(45);
      expect(ack.form.fields[0]?.label.length).toBeLessThanOrEqual(45);
      expect(ack.form.fields[0]?.hint.length).toBeLessThanOrEqual(100);
    });

    it('shows privately what was covered and missed, what was right first, and the streak', async () => {
      const reply = await answer(WEAK_ANSWER);
      expect(reply.mode).toBe('private');
      expect(marks(reply.card, 'covered')).toHaveLength(1);
      expect(marks(reply.card, 'missed').length).toBeGreaterThan(0);
      const kinds = reply.card.blocks.flatMap((block) =>
        block.kind === 'text' && (block.mark === 'covered' || block.mark === 'missed') ? [block.mark] : [],
      );
      expect(kinds.indexOf('covered')).toBeLessThan(kinds.indexOf('missed'));
      expect(words(reply)).toContain('뉴런');
      expect(marks(reply.card, 'streak')).toHaveLength(1);
    });

    it('starts a streak with a good answer, and counts points', async () => {
      const reply = await answer(GOOD_ANSWER);
      expect(reply.card.tone).toBe('good');
      expect(words(reply)).toContain('1일째');
      const member = await world.store.member({
        door: 'test',
        workspace: 'team',
        member: 'minseo',
        name: 'minseo',
        admin: false,
      });
      // Level 2, practice: score × 1.5 × ½.
      expect((await world.store.history(member)).points).toBe(100 * 1.5 * 0.5);
    });

    it('keeps the streak over days, bridges one missed day with an earned freeze', async () => {
      for (let day = 0; day < 7; day++) {
        await answer(GOOD_ANSWER);
        world.clock.advance(DAY);
      }
      world.clock.advance(DAY);
      expect(words(await answer(GOOD_ANSWER))).toContain('8일째');
    });

    it('does the same submission once and answers it twice', async () => {
      const first = await answer(GOOD_ANSWER, { id: 'same' });
      const second = await answer(WEAK_ANSWER, { id: 'same' });
      expect(second.card.title).toBe(first.card.title);
      expect(words(second)).toContain('한 번만 기록했어요');
      expect(words(await world.say('me stats'))).toContain('답 1번');
    });

    it('gives for a retry only what it improves, at half', async () => {
      await answer(WEAK_ANSWER);
      const before = Number(/점수: ([\d.]+)점/.exec(words(await world.say('me')))?.[1]);
      await answer(WEAK_ANSWER);
      expect(words(await world.say('me'))).toContain(`점수: ${before}점`);
      await answer(GOOD_ANSWER);
      const after = Number(/점수: ([\d.]+)점/.exec(words(await world.say('me')))?.[1]);
      expect(after).toBeCloseTo(before + (100 - before / 0.75) * 1.5 * 0.5, 1);
    });

    it.each([
      ['empty', ''],
      ['blank', '  \n\t '],
      ['emoji only', '🎉🔥👍🏽'],
      ['zero-width only', '\u200b\u200d\ufeff\u2060'],
      ['control codes only', '\u0000\u0007\u001b'],
      ['Hangul filler only', '\u3164\u115f'],
      ['punctuation only', '?!… --'],
    ])('asks again for an answer that is %s, and stores nothing', async (_, text) => {
      const reply = await answer(text);
      expect(reply.mode).toBe('private');
      expect(words(reply)).toContain('답이 비어 있어요');
      expect(lines(reply.card)).toContain('answer question:dropout-effect');
      expect(words(await world.say('me stats'))).toContain('아직 답한 질문이 없어요');
    });

    it('refuses 4,001 characters, says how many are allowed, and takes 4,000', async () => {
      const refused = await answer('가'.repeat(4001));
      expect(words(refused)).toMatch(/4000자까지.*4001자/);
      expect(words(await world.say('me stats'))).toContain('아직 답한 질문이 없어요');
      expect((await answer('가'.repeat(4000))).card.title).toBe('0점');
    });

    it('counts characters, not UTF-16 units', async () => {
      expect((await answer(`${'가'.repeat(3990)} ${'👍'.repeat(9)}`)).card.title).toBe('0점');
    });

    it('offers only follow-ups that exist, and a share button only for the daily question', async () => {
      const reply = await answer(GOOD_ANSWER);
      for (const line of lines(reply.card)) {
        const question = /question:(\S+)/.exec(line)?.[1];
        if (question !== undefined) expect(realBank().questions.has(question)).toBe(true);
      }
      expect(lines(reply.card).some((line) => line.startsWith('share'))).toBe(false);
    });

    it('refuses a post that belongs to another question or channel', async () => {
      const reply = await world.say('answer question:dropout-effect post:999', {
        fields: { answer: GOOD_ANSWER },
      });
      expect(words(reply)).toContain('이 버튼의 질문을 찾지 못했어요');
      expect(words(await world.say('me stats'))).toContain('아직 답한 질문이 없어요');
    });
  });

  describe('unknown things', () => {
    it.each([
      ['quizz', 'quiz'],
      ['answer question:droput-effect', 'dropout-effect'],
      ['quiz topic:deep-lerning', 'deep-learning'],
      ['leaderboard period:weak', 'week'],
      ['quiz level:9', '1, 2, 3'],
      ['quiz colour:red', 'topic, level, question'],
    ])('%s gets a private message with what is allowed', async (line, near) => {
      const reply = await world.say(line);
      expect(reply.mode).toBe('private');
      expect(reply.card.tone).toBe('warn');
      expect(words(reply)).toContain(near);
    });

    it('a term that does not exist gets the nearest names', async () => {
      expect(words(await world.say('lookup 드롭아우트'))).toMatch(/드롭아웃/);
      expect(words(await world.say('lookup zzzzqqqq'))).toContain('찾지 못했어요');
    });

    it('an overlong value is refused by its length', async () => {
      expect(words(await world.say(`lookup ${'가'.repeat(101)}`))).toContain('100자');
    });
  });

  describe('quiz', () => {
    it('asks first what has not been answered', async () => {
      await answer(GOOD_ANSWER);
      for (const chance of [0, 0.3, 0.99]) {
        const other = makeWorld({ random: () => chance });
        const reply = await other.say('quiz topic:deep-learning');
        expect(lines(reply.card)[0]).toMatch(/^answer question:/);
        await other.close();
      }
      const own = lines((await world.say('quiz topic:deep-learning')).card)[0];
      expect(own).not.toBe('answer question:dropout-effect');
    });

    it('replaces itself by another question of the topic', async () => {
      const reply = await world.say('another after:dropout-effect');
      expect(reply.mode).toBe('replace');
      expect(lines(reply.card)[0]).not.toBe('answer question:dropout-effect');
    });

    it('says when nothing fits', async () => {
      const taken = new Set(
        [...realBank().questions.values()].map(({ topic, level }) => `${topic} ${level}`),
      );
      const free = realBank()
        .topics.flatMap((topic) => [1, 2, 3].map((level) => ({ topic, level })))
        .find(({ topic, level }) => !taken.has(`${topic} ${level}`));
      const line = free === undefined ? undefined : `quiz topic:${free.topic} level:${free.level}`;
      // Once every topic has questions of all levels, there is nothing left to say no to.
      if (line !== undefined)
        expect(words(await world.say(line))).toContain('이 조건에 맞는 질문이 아직 없어요');
    });
  });

  describe('model', () => {
    it('is locked until one has answered', async () => {
      expect(words(await world.say('model question:dropout-effect'))).toContain('답을 한 번 적은 뒤에');
      await answer('모르겠어요');
      expect(words(await world.say('model question:dropout-effect'))).toContain('공적응');
    });
  });

  describe('faults of our own', () => {
    it('become a neutral card with a reference that stands in the log', async () => {
      await world.store.close();
      const reply = await world.say('me stats');
      const reference = /([0-9a-f]{6})/.exec(words(reply))?.[1];
      expect(reply.card.tone).toBe('bad');
      expect(world.log.lines.some((line) => line.fields.reference === reference)).toBe(true);
      world = makeWorld();
    });
  });
});
