import type { BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** One person at the page, acting as people do: by what can be read there. */

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly line: Locator;
  readonly messages: Locator;
  /** The newest message. */
  readonly last: Locator;
  /** Types a line and sends it with Enter. */
  say(text: string): Promise<void>;
  /** Opens the dialog of today's question. */
  openAnswer(): Promise<Locator>;
  /** Answers today's question. */
  answer(text: string): Promise<void>;
  goto(path: string): Promise<void>;
}

export const DESKTOP = {
  viewport: { width: 1200, height: 860 },
  deviceScaleFactor: 2,
  timezoneId: 'Asia/Seoul',
  colorScheme: 'light',
} as const;

export const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  timezoneId: 'Asia/Seoul',
  colorScheme: 'light',
  hasTouch: true,
  isMobile: true,
} as const;

export async function visit(context: BrowserContext, url: string): Promise<Visitor> {
  const page = await context.newPage();
  await page.goto(url);
  const line = page.getByRole('combobox');
  const messages = page.locator('#messages > li');
  const last = messages.last();

  const openAnswer = async (): Promise<Locator> => {
    await messages
      .first()
      .getByRole('button', { name: /^(답하기|Answer)$/ })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    return dialog;
  };

  return {
    page,
    context,
    line,
    messages,
    last,
    openAnswer,
    async say(text) {
      const before = await messages.count();
      await line.fill(text);
      await line.press('Escape');
      await line.press('Enter');
      // A demo is run by a worker that may still be starting.
      await expect.poll(() => messages.count(), { timeout: 10_000 }).toBe(before + 1);
    },
    async answer(text) {
      const dialog = await openAnswer();
      await dialog.getByRole('textbox').fill(text);
      await dialog.getByRole('textbox').press('Control+Enter');
      await dialog.waitFor({ state: 'detached' });
    },
    async goto(path) {
      await page.goto(new URL(path, url).href);
    },
  };
}

/** What can be read there, as a reader sees it: hidden parts left out, lines kept. */
export function wordsOf(place: Locator): Promise<string> {
  // Not textContent: the text of hidden parts is just what a reader does not see.
  return place.innerText();
}

/** How many pixels the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>(
    '[document.documentElement, document.querySelector("#log")]' +
      '.reduce((sum, one) => sum + one.scrollWidth - one.clientWidth, 0)',
  );
}
