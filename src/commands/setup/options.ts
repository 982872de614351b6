import { HOLIDAYS } from '../../bank/holidays.ts';
import type { Localised } from '../../cards/inline.ts';
import { type ArgsOf, channelOption, choiceOption, textOption } from '../../core/option.ts';

/** What can be set, as typed options; the forms bring the same names. */

const OFF = { value: 'off', label: { ko: '끄기', en: 'off' } } as const;

const HOLIDAY_CHOICES: readonly { value: string; label: Localised }[] = [
  ...Object.entries(HOLIDAYS).map(([value, label]) => ({ value, label })),
  OFF,
];

const DIGEST_CHOICES = [
  OFF,
  { value: '1', label: { ko: '월요일', en: 'Monday' } },
  { value: '2', label: { ko: '화요일', en: 'Tuesday' } },
  { value: '3', label: { ko: '수요일', en: 'Wednesday' } },
  { value: '4', label: { ko: '목요일', en: 'Thursday' } },
  { value: '5', label: { ko: '금요일', en: 'Friday' } },
  { value: '6', label: { ko: '토요일', en: 'Saturday' } },
  { value: '7', label: { ko: '일요일', en: 'Sunday' } },
] as const;

export const SETTING_OPTIONS = {
  time: textOption({ ko: '올리는 시각: 07:30', en: 'Time of day: 07:30' }, false, { max: 20 }),
  zone: textOption({ ko: '시간대: Asia/Seoul', en: 'Time zone: Asia/Seoul' }, false, {
    max: 64,
    completion: 'zone',
  }),
  days: textOption({ ko: '요일: 평일, 월수금, 1-5', en: 'Weekdays: weekdays, mon,wed, 1-5' }, false, {
    max: 80,
  }),
  topics: textOption({ ko: '주제, 쉼표로 여럿', en: 'Topics, separated by commas' }, false, {
    max: 300,
    completion: 'topic',
  }),
  levels: textOption({ ko: '난이도: 1,2', en: 'Levels: 1,2' }, false, { max: 40 }),
  language: choiceOption({ ko: '질문의 언어', en: 'Language of the questions' }, false, [
    { value: 'ko', label: { ko: '한국어', en: 'Korean' } },
    { value: 'en', label: { ko: '영어', en: 'English' } },
  ]),
  thread: choiceOption({ ko: '공유한 답을 스레드에', en: 'Shared answers go into a thread' }, false, [
    { value: 'on', label: { ko: '켜기', en: 'on' } },
    OFF,
  ]),
  holidays: choiceOption({ ko: '쉬는 공휴일', en: 'Holidays to rest on' }, false, HOLIDAY_CHOICES),
  late: textOption({ ko: '늦어도 이 시각까지: 22:00', en: 'A late question comes until: 22:00' }, false, {
    max: 20,
  }),
  digest: choiceOption({ ko: '주간 요약 요일', en: 'Weekday of the digest' }, false, DIGEST_CHOICES),
  pause: textOption(
    { ko: '멈추기: 다시 시작할 날짜, on, off', en: 'Pause: the date it starts again, on, off' },
    false,
    { max: 40 },
  ),
  skip: textOption({ ko: '건너뛸 날짜: 2026-12-25', en: 'Dates to skip: 2026-12-25' }, false, { max: 300 }),
  unskip: textOption({ ko: '건너뛰지 않을 날짜', en: 'Dates not to skip after all' }, false, { max: 300 }),
};

export const CHANNEL = channelOption(
  { ko: '채널, 없으면 지금 채널', en: 'The channel; this one when left out' },
  false,
);
/** The channel that a button of the panel is about; a short name leaves room for the settings in a line. */
export const IN = channelOption({ ko: '채널', en: 'The channel' }, false);

export type SettingArgs = ArgsOf<typeof SETTING_OPTIONS>;
