import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_BROWSER } from '../support/browser.ts';
import { type House, openHouse } from './house.ts';
import { DESKTOP, type Visitor, visit, wordsOf } from './visitor.ts';

/** What people do that nobody planned for: hostile answers, impatient fingers, half-typed Korean, a lost connection. */

let house: House;
let hana: Visitor;

const start = async () => {
  house = await openHouse();
  hana = await visit(await house.browser.newContext(DESKTOP), `${house.app.url}/c/ml-daily?as=hana`);
};

/** Elements that only injected markup could bring into a message. */
const foreign = () =>
  hana.page.locator('#messages :is(script, img, iframe, object, link, style, [onerror])').count();

describe.skipIf(!HAS_BROWSER)('hostile answers', () => {
  beforeAll(start);
  afterAll(() => house?.close());

  it.each([
    '<script>alert(1)</script> 손실 함수는 예측과 정답의 차이를 재요.',
    '<img src=x onerror=alert(1)> "><svg onload=alert(1)> 모델은 데이터에서 배워요.',
    '@everyone <@123> <!channel> 모델은 데이터에서 배워요.',
    '`*굵게*` [링크](javascript:alert(1)) 모델은 데이터에서 배워요.',
  ])('%s is graded as words', async (text) => {
    const before = await hana.messages.count();
    await hana.answer(text);
    await expect.poll(() => hana.messages.count()).toBe(before + 1);
    expect(await wordsOf(hana.last)).toContain('나에게만 보여요');
    expect(await wordsOf(hana.last)).toMatch(/\d+점/);
    expect(await foreign()).toBe(0);
  });

  it('may be shared and is still words for everybody', async () => {
    const other = await visit(
      await house.browser.newContext(DESKTOP),
      `${house.app.url}/c/ml-daily?as=jiwoo`,
    );
    await hana.messages.nth(1).getByRole('button', { name: '채널에 공유' }).click();
    await expect.poll(() => wordsOf(other.last)).toContain('<script>alert(1)</script>');
    expect(await other.page.locator('#sidebar .unread:visible').count()).toBe(0);
    expect(await other.page.locator('#messages :is(script, img, [onerror])').count()).toBe(0);
    await other.context.close();
  });

  it.each([
    ['emoji only', '😀🎉👍'],
    ['invisible characters only', '\u200b\u200d\u2060\u3164'],
    ['signs only', '... !!! ???'],
  ])('%s is asked for again, and nothing is stored', async (_name, text) => {
    const before = await hana.messages.count();
    await hana.answer(text);
    await expect.poll(() => hana.messages.count()).toBe(before + 1);
    const words = await wordsOf(hana.last);
    expect(words).toContain('나에게만 보여요');
    expect(words).toContain('답이 비어 있어요');
    expect(await hana.last.getByRole('button', { name: '다시 답하기' }).count()).toBe(1);
  });

  it('4,001 characters are stopped in the dialog, with the words kept', async () => {
    const dialog = await hana.openAnswer();
    const box = dialog.getByRole('textbox');
    await box.fill('가'.repeat(4001));
    expect(await wordsOf(dialog)).toContain('4,001 / 4,000자');
    await box.press('Control+Enter');
    await expect.poll(() => wordsOf(dialog.getByRole('alert'))).toContain('1자를 줄여 주세요');
    expect((await box.inputValue()).length).toBe(4001);
    await box.fill('');
    await box.press('Control+Enter');
    await expect.poll(() => wordsOf(dialog.getByRole('alert'))).toContain('내용을 적어 주세요');
    await hana.page.keyboard.press('Escape');
  });

  it('brings back what was sent last, to be mended', async () => {
    const dialog = await hana.openAnswer();
    await dialog.getByRole('button', { name: '마지막으로 보낸 글' }).click();
    expect(await dialog.getByRole('textbox').inputValue()).toBe('... !!! ???');
    await dialog.getByRole('textbox').fill('');
    await hana.page.keyboard.press('Escape');
  });

  it('runs nothing and reports nothing', async () => {
    expect(house.browser.faults).toEqual([]);
    await hana.say('<script>alert(1)</script> @everyone');
    expect(await wordsOf(hana.last)).toContain('<script>alert(1)</script> @everyone');
    expect(await foreign()).toBe(0);
  });
});

describe.skipIf(!HAS_BROWSER)('another channel', () => {
  beforeAll(start);
  afterAll(() => house?.close());

  it('is marked when something new is there, and not for what is private', async () => {
    const away = await visit(await house.browser.newContext(DESKTOP), `${house.app.url}/c/lounge?as=jiwoo`);
    const marks = away.page.locator('#sidebar a:has(.unread:visible)');
    await hana.say('/help');
    await hana.say('안녕하세요');
    await expect.poll(() => marks.count()).toBe(1);
    expect(await wordsOf(marks.first())).toContain('ml-daily');
    await marks.first().click();
    await expect.poll(() => wordsOf(away.last)).toContain('안녕하세요');
    expect(away.page.url()).toContain('/c/ml-daily?as=jiwoo');
    expect(await marks.count()).toBe(0);
  });
});

describe.skipIf(!HAS_BROWSER)('impatient fingers', () => {
  beforeAll(start);
  afterAll(() => house?.close());

  it('a double click, a held Enter and two quick clicks on submit each count once', async () => {
    const before = await hana.messages.count();
    await hana.messages.first().getByRole('button', { name: '힌트' }).dblclick();
    await expect.poll(() => hana.messages.count()).toBe(before + 1);
    await hana.line.fill('안녕하세요');
    await hana.page.keyboard.down('Enter');
    for (let repeat = 0; repeat < 5; repeat += 1) await hana.page.keyboard.down('Enter');
    await hana.page.keyboard.up('Enter');
    await expect.poll(() => hana.messages.count()).toBe(before + 2);
    const dialog = await hana.openAnswer();
    await dialog.getByRole('textbox').fill('모델은 데이터에서 배워요.');
    await dialog.getByRole('button', { name: '제출' }).dblclick();
    await expect.poll(() => hana.messages.count()).toBe(before + 3);
    await hana.page.waitForTimeout(300);
    expect(await hana.messages.count()).toBe(before + 3);
  });

  it('answers a click within 200 ms', async () => {
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const before = await hana.messages.count();
      // The message may come by the stream before the answer to the click: until then the button is busy.
      await expect.poll(() => hana.page.locator('[aria-busy]').count()).toBe(0);
      times.push(
        await hana.page.evaluate<number>(`new Promise((resolve) => {
          const began = performance.now();
          new MutationObserver((_, observer) => {
            if (document.querySelectorAll('#messages > li').length <= ${before}) return;
            observer.disconnect();
            resolve(performance.now() - began);
          }).observe(document.querySelector('#messages'), { childList: true });
          document.querySelector('#messages button[data-line^=hint]').click();
        })`),
      );
    }
    expect(Math.min(...times)).toBeLessThan(200);
  });

  it('Enter finishes a Korean syllable and does not send it; the list stays calm meanwhile', async () => {
    const session = await hana.context.newCDPSession(hana.page);
    const compose = (text: string) =>
      session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    const before = await hana.messages.count();
    await hana.line.fill('');
    await hana.line.press('/');
    for (const text of ['ㅇ', '오', '온', '오느', '오늘']) {
      await compose(text);
      expect(await wordsOf(hana.page.getByRole('option').first())).toContain('/today');
    }
    await session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
    expect(await hana.messages.count()).toBe(before);
    expect(await hana.line.inputValue()).toBe('/오늘');
    await session.send('Input.insertText', { text: '오늘' });
    await hana.page.keyboard.press('Enter');
    await hana.page.keyboard.press('Enter');
    await expect.poll(() => hana.messages.count()).toBe(before + 1);
    expect(await wordsOf(hana.last)).toContain('오늘의 질문');
  });
});

describe.skipIf(!HAS_BROWSER)('a lost connection', () => {
  beforeAll(start);
  afterAll(() => house?.close());

  it('keeps the line, says so, and sends it once when asked again', async () => {
    const before = await hana.messages.count();
    await hana.context.setOffline(true);
    await hana.line.fill('오늘 질문 재미있네요');
    await hana.line.press('Enter');
    await hana.page.getByRole('alert').getByText('보내지 못했어요').waitFor();
    expect(await hana.line.inputValue()).toBe('오늘 질문 재미있네요');
    await hana.context.setOffline(false);
    await hana.line.press('Enter');
    await expect.poll(() => hana.messages.count()).toBe(before + 1);
    // The message may be there before the page has heard that it was taken.
    await expect.poll(() => hana.line.inputValue()).toBe('');
    expect(await hana.page.locator('#notice').isVisible()).toBe(false);
  });

  it('keeps the answer in its dialog', async () => {
    const before = await hana.messages.count();
    const dialog = await hana.openAnswer();
    await dialog.getByRole('textbox').fill('모델은 데이터에서 특징을 스스로 배워요.');
    await hana.context.setOffline(true);
    await dialog.getByRole('button', { name: '제출' }).click();
    await dialog.getByRole('alert').getByText('보내지 못했어요').waitFor();
    expect(await dialog.getByRole('textbox').inputValue()).toContain('스스로 배워요');
    await hana.context.setOffline(false);
    await dialog.getByRole('button', { name: '제출' }).click();
    await expect.poll(() => hana.messages.count()).toBe(before + 1);
  });

  it('counts an answer once whose reply was lost on the way', async () => {
    const before = await hana.messages.count();
    await hana.page.route('**/api/call', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await hana.line.fill('답장이 사라져요');
    await hana.line.press('Enter');
    await hana.page.getByRole('alert').getByText('보내지 못했어요').waitFor();
    await hana.page.unroute('**/api/call');
    await hana.line.press('Enter');
    await expect.poll(() => hana.line.inputValue()).toBe('');
    expect(await hana.messages.count()).toBe(before + 1);
  });

  it('keeps a half-written line when the language is changed or the page is loaded anew', async () => {
    await hana.line.fill('아직 쓰는 중');
    await hana.page.getByRole('radio', { name: 'English' }).click();
    await hana.page.getByText('Write as').waitFor();
    expect(await hana.line.inputValue()).toBe('아직 쓰는 중');
    expect(await hana.page.locator('html').getAttribute('lang')).toBe('en');
  });
});
