import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_BROWSER, takePicture } from '../support/browser.ts';
import { partialAnswer, passingAnswer, todaysQuestion } from './answers.ts';
import { type House, openHouse } from './house.ts';
import { DESKTOP, overflow, PHONE, visit, wordsOf } from './visitor.ts';

/** How the page looks and how it is reached without a mouse. Pictures are drawn when UPDATE_PICTURES=1. */

let house: House;

/** Buttons and links smaller than a finger. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    `[...document.querySelectorAll('button, a[href], textarea, .segments label')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.words') && !one.matches('.skip'))
      .filter((one) => one.getBoundingClientRect().height < 43.5)
      .map((one) => one.outerHTML.slice(0, 80))`,
  );
}

describe.skipIf(!HAS_BROWSER)('the look', () => {
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  it('shows a day of a team in light and dark', async () => {
    const visitor = await visit(
      await house.browser.newContext(DESKTOP),
      `${house.app.url}/c/ml-daily?as=minseo`,
    );
    const other = await visit(
      await house.browser.newContext(DESKTOP),
      `${house.app.url}/c/ml-daily?as=jiwoo`,
    );
    const question = await todaysQuestion(visitor);
    await other.answer(passingAnswer(question, 'en'));
    await other.say('오늘 질문 좋네요. 저는 표현 학습 쪽으로 적었어요.');
    await expect.poll(() => visitor.messages.count()).toBe(2);
    await visitor.answer(partialAnswer(question));
    await expect.poll(() => visitor.messages.count()).toBe(3);
    await expect.poll(() => wordsOf(visitor.messages.first()), { timeout: 5000 }).toContain('2명');
    await takePicture(visitor.page, 'playground-light.png');
    await visitor.page.getByRole('radio', { name: '어둡게' }).click();
    expect(await visitor.page.locator('html').getAttribute('data-theme')).toBe('dark');
    await visitor.say('/leaderboard');
    await visitor.say('/me stats');
    await takePicture(visitor.page, 'playground-dark.png');
    await visitor.page.reload();
    expect(await visitor.page.locator('html').getAttribute('data-theme')).toBe('dark');
    const ground = await visitor.page.evaluate<string>(
      'getComputedStyle(document.documentElement).backgroundColor',
    );
    expect(ground).toBe('rgb(23, 24, 28)');
    expect(await overflow(visitor.page)).toBe(0);
  });

  it('fits a phone of 360 pixels, with a drawer and targets for fingers', async () => {
    const { page, ...visitor } = await visit(
      await house.browser.newContext(PHONE),
      `${house.app.url}/c/ml-daily?as=minseo`,
    );
    expect(await overflow(page)).toBe(0);
    expect(await tooSmall(page)).toEqual([]);
    expect(await page.locator('#sidebar').isVisible()).toBe(false);
    await page.evaluate("document.querySelector('.private').scrollIntoView()");
    await takePicture(page, 'playground-phone.png');
    await page.getByRole('button', { name: '메뉴 열기' }).click();
    await page.locator('#sidebar').waitFor({ state: 'visible' });
    expect(await tooSmall(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.keyboard.press('Escape');
    await page.locator('#sidebar').waitFor({ state: 'hidden' });
    await visitor.openAnswer();
    expect(await tooSmall(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    const size = await page.evaluate<string>(
      "getComputedStyle(document.querySelector('dialog textarea')).fontSize",
    );
    expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(16);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '명령 보기' }).click();
    expect(await page.getByRole('option').count()).toBeGreaterThan(3);
    expect(await overflow(page)).toBe(0);
  });

  it('greets an empty channel with commands that work by a click', async () => {
    const visitor = await visit(await house.browser.newContext(DESKTOP), `${house.app.url}/c/lounge?as=alex`);
    expect(await visitor.messages.count()).toBe(0);
    await visitor.page.locator('.starter').last().click();
    await expect.poll(() => visitor.messages.count()).toBe(1);
    expect(await visitor.page.locator('.empty').isVisible()).toBe(false);
  });

  it('is reached by keyboard, past the sidebar first', async () => {
    const { page, line } = await visit(await house.browser.newContext(DESKTOP), house.app.url);
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.textContent.trim()')).toBe(
      '메시지 입력으로 건너뛰기',
    );
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe(await line.getAttribute('id'));
  });

  it('moves nothing for those who asked for stillness', async () => {
    const context = await house.browser.newContext({ ...PHONE, reducedMotion: 'reduce' });
    const { page } = await visit(context, house.app.url);
    const moving = await page.evaluate<number>(
      `[...document.querySelectorAll('*')].filter((one) =>
        getComputedStyle(one).transitionProperty !== 'none' || getComputedStyle(one).animationName !== 'none').length`,
    );
    expect(moving).toBe(0);
    expect(house.browser.faults).toEqual([]);
  });
});
