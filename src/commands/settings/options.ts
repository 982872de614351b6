import { choiceOption, textOption } from '../../core/option.ts';

/** What `me settings` takes, typed or behind its buttons. */

const language = choiceOption({ ko: '언어', en: 'Language' }, false, [
  { value: 'ko', label: { ko: '한국어', en: 'Korean' } },
  { value: 'en', label: { ko: '영어', en: 'English' } },
  { value: 'auto', label: { ko: '앱 언어를 따르기', en: 'the language of the app' } },
]);

export const options = {
  zone: textOption(
    { ko: '시간대: Asia/Seoul, 런던, default', en: 'Time zone: Asia/Seoul, London, default' },
    false,
    {
      max: 64,
      completion: 'zone',
    },
  ),
  language,
  reminder: textOption({ ko: '알림 시각: 21:00, off', en: 'Time of the reminder: 21:00, off' }, false, {
    max: 20,
  }),
  snooze: textOption(
    { ko: '알림 쉬기: today, week, 날짜, off', en: 'Pause reminders: today, week, a date, off' },
    false,
    { max: 20 },
  ),
};
