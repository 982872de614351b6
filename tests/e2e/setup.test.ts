import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_BROWSER, takePicture } from '../support/browser.ts';
import { type House, openHouse } from './house.ts';
import { DESKTOP, overflow, PHONE, type Visitor, visit, wordsOf } from './visitor.ts';

/** An admin gives a second channel its daily question, at the page. */

let house: House;
let admin: Visitor;

const button = (visitor: Visitor, name: string) => visitor.last.getByRole('button', { name, exact: true });

async function openForm(visitor: Visitor, name: string) {
  await button(visitor, name).click();
  const dialog = visitor.page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

/** Choices lower than a finger is wide. */
function smallChoices(page: Page): Promise<number> {
  return page.evaluate<number>(
    "[...document.querySelectorAll('.options label')].filter((one) => one.getBoundingClientRect().height < 43.5).length",
  );
}

describe.skipIf(!HAS_BROWSER)('setting a second channel up', () => {
  beforeAll(async () => {
    house = await openHouse();
    admin = await visit(await house.browser.newContext(DESKTOP), `${house.app.url}/c/lounge?as=minseo`);
  });
  afterAll(() => house?.close());

  it('shows what would be set, and starts nothing yet', async () => {
    await admin.say('/setup');
    const panel = await wordsOf(admin.last);
    expect(panel).toContain('나에게만 보여요');
    expect(panel).toContain('#lounge 채널에는 아직 매일 질문이 없어요');
    expect(panel).toContain('평일');
  });

  it('asks when it comes in a form that holds the values of now', async () => {
    const dialog = await openForm(admin, '시간 바꾸기');
    expect(await dialog.getByLabel('시각').inputValue()).toBe('09:00');
    expect(await dialog.getByLabel('시간대').inputValue()).toBe('Asia/Seoul');
    expect(await dialog.getByRole('checkbox', { name: '금' }).isChecked()).toBe(true);
    expect(await dialog.getByRole('checkbox', { name: '토' }).isChecked()).toBe(false);
    expect(await dialog.getByRole('radio', { name: '한국어' }).isChecked()).toBe(true);
    await takePicture(admin.page, 'setup-form.png');
  });

  it('does not send a form without any weekday, and says so', async () => {
    const dialog = admin.page.getByRole('dialog');
    for (const day of ['월', '화', '수', '목', '금'])
      await dialog.getByRole('checkbox', { name: day }).uncheck();
    await dialog.getByRole('button', { name: '저장' }).click();
    expect(await wordsOf(dialog.getByRole('alert'))).toBe('하나 이상 골라 주세요.');
    expect(await admin.page.evaluate<string>('document.activeElement.name')).toBe('days');
  });

  it('is filled by the keyboard alone, and keeps what was chosen when it is closed', async () => {
    await admin.page.keyboard.press('Space');
    await admin.page.keyboard.press('Escape');
    await admin.page.getByRole('dialog').waitFor({ state: 'detached' });
    const dialog = await openForm(admin, '시간 바꾸기');
    expect(await dialog.getByRole('checkbox', { name: '월' }).isChecked()).toBe(true);
    expect(await dialog.getByRole('checkbox', { name: '화' }).isChecked()).toBe(false);
    await dialog.getByRole('checkbox', { name: '수' }).check();
    await dialog.getByLabel('시각').fill('7:30');
    await admin.page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    // The panel is drawn anew in its own place.
    await expect.poll(() => wordsOf(admin.last)).toContain('매일 질문을 시작했어요');
    expect(await admin.messages.count()).toBe(1);
    expect(await wordsOf(admin.last)).toContain('월, 수');
    // Friday 20 November, 09:30: the next Monday.
    expect(await wordsOf(admin.last)).toContain('11월 23일 (월) 07:30');
  });

  it('chooses topics, holidays and a thread in the other form', async () => {
    const dialog = await openForm(admin, '질문 바꾸기');
    await dialog.getByRole('checkbox', { name: '딥러닝' }).check();
    await dialog.getByRole('checkbox', { name: '기초' }).check();
    await dialog.getByRole('group', { name: '스레드' }).getByRole('radio', { name: '켜기' }).check();
    await dialog.getByRole('radio', { name: '한국 공휴일' }).check();
    await dialog.getByRole('button', { name: '저장' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => wordsOf(admin.last)).toContain('한국 공휴일에 쉬기');
    expect(await wordsOf(admin.last)).toContain('켜짐');
  });

  it('brings a wrong value back to its form, with nothing changed', async () => {
    const dialog = await openForm(admin, '시간 바꾸기');
    await dialog.getByLabel('시간대').fill('Asia/Soul');
    await dialog.getByRole('button', { name: '저장' }).click();
    await expect.poll(() => wordsOf(admin.last)).toContain('Asia/Seoul');
    expect(await wordsOf(admin.last)).toContain('바뀐 것은 없어요');
    const again = await openForm(admin, '다시 적기');
    await again.getByRole('button', { name: '마지막으로 보낸 글 불러오기' }).click();
    expect(await again.getByLabel('시간대').inputValue()).toBe('Asia/Soul');
    await admin.page.keyboard.press('Escape');
    await again.waitFor({ state: 'detached' });
  });

  it('skips a date and shows the next two weeks with their questions', async () => {
    await admin.say('/setup skip:11/25');
    await button(admin, '2주 미리 보기').click();
    await expect.poll(() => wordsOf(admin.last)).toContain('앞으로 2주');
    const rows = await admin.last.getByRole('row').allInnerTexts();
    expect(rows).toHaveLength(15);
    expect(
      rows.filter((row) => !row.includes('–') && /월 \d+일/.test(row)).map((row) => row.slice(0, 7)),
    ).toEqual(['11월 23일', '11월 30일', '12월 2일 ']);
    expect(rows.find((row) => row.startsWith('11월 25일'))).toContain('건너뛰기로 한 날');
    await takePicture(admin.page, 'setup-preview.png');
    await button(admin, '설정으로').click();
    await expect.poll(() => wordsOf(admin.last)).toContain('건너뛰는 날');
  });

  it('lists all channels and opens the panel of another one', async () => {
    await button(admin, '다른 채널').click();
    await expect.poll(() => wordsOf(admin.last)).toContain('매일 질문이 있는 채널 3개');
    await admin.last.locator('summary').click();
    await admin.last.getByRole('button', { name: /^1\./ }).click();
    await expect.poll(() => wordsOf(admin.last)).toContain('#ml-daily 채널의 다음 질문');
  });

  it('offers channels and time zones while they are typed', async () => {
    await admin.line.fill('/setup channel:');
    await expect.poll(() => admin.page.getByRole('option').allInnerTexts()).toHaveLength(3);
    expect((await admin.page.getByRole('option').allInnerTexts()).join()).toContain('#ml-daily-en');
    await admin.line.fill('/setup zone:런던');
    await expect.poll(() => wordsOf(admin.page.getByRole('listbox'))).toContain('Europe/London');
    await admin.line.fill('');
  });

  it('refuses members', async () => {
    const member = await visit(await house.browser.newContext(DESKTOP), `${house.app.url}/c/lounge?as=alex`);
    await member.say('/setup');
    expect(await wordsOf(member.last)).toContain('관리자만');
  });

  it('fits a phone in the dark', async () => {
    const context = await house.browser.newContext({ ...PHONE, colorScheme: 'dark' });
    const phone = await visit(context, `${house.app.url}/c/lounge?as=minseo`);
    await phone.say('/setup');
    expect(await overflow(phone.page)).toBe(0);
    await openForm(phone, '시간 바꾸기');
    expect(await overflow(phone.page)).toBe(0);
    expect(await smallChoices(phone.page)).toBe(0);
    await takePicture(phone.page, 'setup-phone.png');
    await phone.page.keyboard.press('Escape');
    await button(phone, '2주 미리 보기').click();
    await expect.poll(() => wordsOf(phone.last)).toContain('앞으로 2주');
    expect(await overflow(phone.page)).toBe(0);
    expect(house.browser.faults).toEqual([]);
  }, 60_000);
});
