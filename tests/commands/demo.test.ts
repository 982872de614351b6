import { afterAll, describe, expect, it } from 'vitest';
import type { Card, Control } from '../../src/cards/card.ts';
import { MAX_LINE } from '../../src/core/line.ts';
import { makeWorld, words } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.close());

function controlsOf(card: Card): readonly Control[] {
  return card.blocks.flatMap((block) => (block.kind === 'controls' ? block.items : []));
}

function menuOf(card: Card) {
  const found = controlsOf(card).find((item) => item.kind === 'menu');
  if (found?.kind !== 'menu') throw new Error('the card has no menu');
  return found;
}

describe('demo', () => {
  it('shows the picture, what to see, the figures and where to go on', async () => {
    const { card, mode } = await world.say('demo gradient-descent lr=0.9 steps=10');
    expect(mode).toBe('channel');
    const chart = card.blocks.find((block) => block.kind === 'chart');
    expect(chart?.kind === 'chart' && chart.name).toBe('gradient-descent');
    expect(chart?.kind === 'chart' && chart.alt.length).toBeGreaterThan(40);
    expect(words({ card })).toContain('lr=0.9');
    const table = card.blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' && table.rows.length).toBe(9);
    expect(controlsOf(card).some((item) => item.kind === 'button' && item.line.startsWith('quiz '))).toBe(
      true,
    );
  });

  it('has a menu whose lines run it again, changed, in the same place', async () => {
    const { card } = await world.say('demo gradient-descent');
    const menu = menuOf(card);
    expect(menu.items.length).toBeGreaterThanOrEqual(3);
    for (const item of menu.items) {
      expect(item.line.length).toBeLessThanOrEqual(MAX_LINE);
      const again = await world.say(item.line);
      expect(again.mode).toBe('replace');
      expect(
        again.card.blocks.some((block) => block.kind === 'chart'),
        item.line,
      ).toBe(true);
    }
    const [first] = menu.items;
    expect(words(await world.say(first?.line ?? ''))).toContain('lr=1');
  });

  it('leaves out a variation whose line would be too long', async () => {
    const x = Array.from({ length: 45 }, (_, i) => i).join(',');
    const { card } = await world.say(`demo activation x=${x}`);
    expect(card.blocks.some((block) => block.kind === 'chart')).toBe(true);
    expect(controlsOf(card).some((item) => item.kind === 'menu')).toBe(false);
  });

  it('understands Korean names of command and demo', async () => {
    expect(words(await world.say('데모 소프트맥스와 온도'))).toContain('소프트맥스');
    expect(words(await world.say('데모 소프트맥스'))).toContain('소프트맥스');
  });

  it('lists families, and the demos of one', async () => {
    const overview = await world.say('demo');
    const menu = menuOf(overview.card);
    expect(menu.items.length).toBeGreaterThan(20);
    const family = await world.say('demos family:activation');
    expect(family.mode).toBe('replace');
    expect(words(family)).toContain('softmax');
    const pick = menuOf(family.card).items[0];
    expect((await world.say(pick?.line ?? '')).card.blocks.some((block) => block.kind === 'chart')).toBe(
      true,
    );
  });

  it.each([
    ['demo softmx', '"softmx" 데모는 없어요. 혹시 이 가운데 하나인가요: softmax'],
    ['demo softmax temperature=nan', 'temperature: 0.01..100 범위의 수여야 해요. 받은 값: nan'],
    ['demo softmax temp=1', 'temp: 이 데모에는 그런 매개변수가 없어요.'],
    ['demo softmax hello', '"hello"를 읽지 못했어요. 이름=값으로 적어 주세요.'],
    ['demo kmeans k=10', 'k: x의 행 수(9) 이하여야 해요.'],
  ])('%s is refused privately with what is allowed', async (line, message) => {
    const reply = await world.say(line);
    expect(reply.mode).toBe('private');
    expect(words(reply)).toContain(message);
  });

  it('answers in the language of the member', async () => {
    const reply = await world.say('demo softmax temperature=nan', { locale: 'en' });
    expect(words(reply)).toContain('temperature must be a number in 0.01..100. Given: nan');
  });
});

describe('look-up', () => {
  it('finds a demo by name and shows it', async () => {
    const reply = await world.say('lookup demo:softmax');
    expect(reply.card.blocks.some((block) => block.kind === 'chart')).toBe(true);
  });

  it('leads from a term to its demo', async () => {
    const { card } = await world.say('lookup 소프트맥스');
    expect(controlsOf(card).some((item) => item.kind === 'button' && item.line === 'demo name:softmax')).toBe(
      true,
    );
  });

  it('completes names of demos, with nothing typed too', () => {
    const some = world.bot.complete('demo', 'name', '', 'ko');
    expect(some.length).toBe(25);
    expect(world.bot.complete('demo', 'name', '소프트', 'ko').some((one) => one.value === 'softmax')).toBe(
      true,
    );
    expect(world.bot.complete('demo', 'name', 'ㅎㄷㅎㄹ', 'ko').length).toBeGreaterThanOrEqual(0);
  });
});
