import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Question } from '../../src/bank/question.ts';
import { type Config, loadConfig } from '../../src/config.ts';
import { type App, startApp } from '../../src/main.ts';
import { HAS_BROWSER, launchBrowser, type TestBrowser } from '../support/browser.ts';
import { TestClock, temporaryFolder } from '../support/world.ts';
import { partialAnswer, passingAnswer, todaysQuestion } from './answers.ts';
import { DESKTOP, type Visitor, visit, wordsOf } from './visitor.ts';

/** The first day of a small team, in a real browser, on the real application and a real database file. */

const clock = new TestClock('2026-11-20T00:30:00Z');
const folder = temporaryFolder();

let browser: TestBrowser;
let app: App;
let minseo: Visitor;
let alex: Visitor;
let question: Question;

function config(port: number): Config {
  return loadConfig({
    DATABASE_PATH: join(folder.path, 'first-day.db'),
    PLAYGROUND_PORT: String(port),
    LOG_LEVEL: 'warn',
  });
}

describe.skipIf(!HAS_BROWSER)('the first day', () => {
  beforeAll(async () => {
    browser = await launchBrowser();
    app = await startApp(config(0), { clock });
    minseo = await visit(await browser.newContext({ ...DESKTOP, colorScheme: 'light' }), app.url);
    question = await todaysQuestion(minseo);
  });

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    folder.remove();
  });

  it("opens on today's question", async () => {
    expect(await minseo.page.title()).toBe('#ml-daily · dailygrad');
    expect(minseo.page.url()).toBe(`${app.url}/c/ml-daily?as=minseo`);
    expect(await minseo.messages.count()).toBe(1);
    const card = await wordsOf(minseo.last);
    expect(card).toContain('오늘의 질문');
    expect(card).toContain(question.question.ko);
    expect(card).toContain('11월 20일');
    expect(await minseo.line.getAttribute('placeholder')).toContain('/ 를 눌러 명령을 보세요');
  });

  it('keeps a half-written answer when the dialog is closed', async () => {
    const dialog = await minseo.openAnswer();
    await dialog.getByRole('textbox').pressSequentially('딥러닝은');
    expect(await wordsOf(dialog)).toContain('4 / 4,000자');
    await minseo.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const again = await minseo.openAnswer();
    expect(await again.getByRole('textbox').inputValue()).toBe('딥러닝은');
    await again.getByRole('button', { name: '닫기' }).click();
    expect(await minseo.messages.count()).toBe(1);
  });

  it('grades a Korean answer privately, what was said before what was missed', async () => {
    alex = await visit(await browser.newContext(DESKTOP), `${app.url}/c/ml-daily?as=alex`);
    await minseo.answer(partialAnswer(question));
    await expect.poll(() => minseo.messages.count()).toBe(2);
    const words = await wordsOf(minseo.last);
    expect(words).toContain('나에게만 보여요');
    expect(words).toMatch(/\d+점/);
    expect(words.indexOf('말한 것')).toBeGreaterThan(0);
    expect(words.indexOf('더 말하면 좋은 것')).toBeGreaterThan(words.indexOf('말한 것'));
    expect(await minseo.last.locator('.point.covered').count()).toBeGreaterThan(0);
    expect(await minseo.last.locator('.point.missed').count()).toBeGreaterThan(0);
    expect(words).toContain('1일째');
  });

  it('shows everybody that somebody has answered, and nobody what', async () => {
    for (const one of [minseo, alex]) {
      await expect.poll(() => wordsOf(one.messages.first()), { timeout: 5000 }).toContain('1명이 답했고');
    }
    expect(await alex.messages.count()).toBe(1);
  });

  it('puts the member on the board', async () => {
    await minseo.say('/leaderboard');
    expect(await wordsOf(minseo.last)).toContain('민서 님은 1위예요');
    await expect.poll(() => alex.messages.count()).toBe(2);
    expect(await alex.last.locator('img').getAttribute('alt')).toContain('1위 민서');
  });

  it('lets a second member answer in English, and the board moves', async () => {
    await alex.page.getByRole('radio', { name: 'English' }).click();
    await alex.page.getByText('Write as').waitFor();
    await alex.answer(passingAnswer(question, 'en'));
    await expect.poll(() => alex.messages.count()).toBe(3);
    expect(await wordsOf(alex.last)).toContain('Only you can see this');
    await alex.say('/leaderboard');
    expect(await alex.last.locator('img').getAttribute('alt')).toMatch(/Alex.*민서|민서.*Alex/);
    expect(await wordsOf(alex.last)).toMatch(/Place [12]: Alex/);
    await expect.poll(() => wordsOf(minseo.messages.first()), { timeout: 5000 }).toContain('2명이 답했고');
    expect(await minseo.last.locator('img').getAttribute('alt')).toContain('민서');
  });

  it('looks a term up by keyboard alone', async () => {
    await minseo.page.locator('body').press('/');
    const { line, page } = minseo;
    expect(await line.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.type('loo');
    expect(await line.getAttribute('aria-activedescendant')).toBe('suggestion-0');
    await page.keyboard.press('Tab');
    expect(await line.inputValue()).toBe('/lookup ');
    await page.keyboard.insertText('드롭');
    await page
      .getByRole('option', { name: /^드롭아웃/ })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    const active = await line.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    const before = await minseo.messages.count();
    await page.keyboard.press('Enter');
    expect(await line.inputValue()).toMatch(/^\/lookup \S+/);
    expect(await minseo.messages.count()).toBe(before);
    await page.keyboard.press('Enter');
    await expect.poll(() => minseo.messages.count()).toBe(before + 1);
    expect(await wordsOf(minseo.last)).toContain('드롭아웃');
    expect([await line.inputValue(), await line.getAttribute('aria-expanded')]).toEqual(['', 'false']);
  });

  it('asks for what is missing instead of sending half a command', async () => {
    await minseo.line.fill('/lookup');
    await minseo.line.press('Escape');
    await minseo.line.press('Enter');
    await expect.poll(() => wordsOf(minseo.page.locator('#notice'))).toContain('query');
    expect(await minseo.line.inputValue()).toBe('/lookup');
    await minseo.line.fill('');
  });

  it('shows the record, and asks a practice question that another one can replace', async () => {
    await minseo.say('/me stats');
    expect(await minseo.last.locator('img').getAttribute('alt')).toContain('이어가기 1일');
    await minseo.say('/quiz topic:deep-learning');
    const first = await wordsOf(minseo.last.locator('strong').last());
    const count = await minseo.messages.count();
    await minseo.last.getByRole('button', { name: '다른 질문' }).click();
    await expect.poll(() => wordsOf(minseo.last.locator('strong').last())).not.toBe(first);
    expect(await minseo.messages.count()).toBe(count);
    expect(await minseo.page.evaluate<string>('document.activeElement.textContent.trim()')).toBe('다른 질문');
  });

  it('reports nothing on the console', () => {
    expect(browser.faults).toEqual([]);
  });

  it('keeps everything when the application is started anew, and open pages come back by themselves', async () => {
    const before = await minseo.messages.allInnerTexts();
    await app.stop();
    await minseo.page.getByText('연결이 끊겼어요').waitFor();
    clock.advance(24 * 3600 * 1000);
    app = await startApp(config(Number(new URL(app.url).port)), { clock });
    await minseo.page.getByText('연결이 끊겼어요').waitFor({ state: 'hidden' });
    await expect.poll(() => minseo.messages.count()).toBe(before.length + 1);
    expect(await wordsOf(minseo.last)).toContain('오늘의 질문');
    expect(await wordsOf(minseo.last)).toContain('11월 21일');
    await minseo.page.reload();
    const after = await minseo.messages.allInnerTexts();
    expect(after.slice(0, before.length)).toEqual(before);
    await minseo.say('/me');
    expect(await wordsOf(minseo.last)).toContain('1일째 이어가고 있어요');
  });
});
