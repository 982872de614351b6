import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_BROWSER, takePicture } from '../support/browser.ts';
import { type House, openHouse } from './house.ts';
import { DESKTOP, overflow, PHONE, type Visitor, visit, wordsOf } from './visitor.ts';

/** Demos in a real browser: the picture is loaded, the menu runs them again in place. */

/** A first picture on a busy machine takes its time. */
const PATIENCE = 60_000;

let house: House;

/** Width in pixels of the picture in the newest message; 0 while it is on its way. */
function pictureWidth({ page }: Visitor): Promise<number> {
  return page.evaluate<number>(
    `(() => {
      const image = document.querySelector('#messages > li:last-child img');
      return image !== null && image.complete ? image.naturalWidth : 0;
    })()`,
  );
}

describe.skipIf(!HAS_BROWSER)('a demo on the page', () => {
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  it(
    'shows its picture and runs again from the menu, in place',
    async () => {
      const visitor = await visit(
        await house.browser.newContext(DESKTOP),
        `${house.app.url}/c/lounge?as=minseo`,
      );
      await visitor.say('/demo gradient-descent-2d lr=0.18');
      const image = visitor.last.locator('img');
      const width = () => pictureWidth(visitor);
      await expect.poll(width, { timeout: 30_000 }).toBe(2000);
      expect((await image.getAttribute('alt'))?.length).toBeGreaterThan(40);
      const before = await image.getAttribute('src');
      // Loaded is not yet drawn.
      await visitor.page.evaluate("document.querySelector('#messages > li:last-child img').decode()");
      await takePicture(visitor.page, 'playground-demo.png');

      await visitor.last.getByText('값을 바꿔 다시 보기').click();
      await visitor.last.getByRole('button', { name: '학습률 × 1.5' }).click();
      await expect.poll(() => wordsOf(visitor.last)).toContain('발산');
      expect(await visitor.messages.count()).toBe(1);
      expect(await image.getAttribute('src')).not.toBe(before);
      await expect.poll(width, { timeout: 30_000 }).toBe(2000);
      expect(house.browser.faults).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'fits a phone, where the picture is as wide as the card',
    async () => {
      const visitor = await visit(
        await house.browser.newContext(PHONE),
        `${house.app.url}/c/lounge?as=jiwoo`,
      );
      await visitor.say('/demo confusion-matrix');
      await expect.poll(() => pictureWidth(visitor), { timeout: 30_000 }).toBe(2000);
      expect(await overflow(visitor.page)).toBe(0);
    },
    PATIENCE,
  );

  it(
    'does not show the picture of somebody’s private message to another',
    async () => {
      const visitor = await visit(
        await house.browser.newContext(DESKTOP),
        `${house.app.url}/c/lounge?as=alex`,
      );
      await visitor.say('/lookup demo:softmax');
      const own = (await visitor.last.locator('img').getAttribute('src')) ?? '';
      expect((await visitor.page.request.get(new URL(own, house.app.url).href)).status()).toBe(200);
      const asked = new URL(own, house.app.url);
      asked.searchParams.set('member', 'hana');
      expect((await visitor.page.request.get(asked.href)).status()).toBe(404);
    },
    PATIENCE,
  );
});
