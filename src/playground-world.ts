import type { Locale, Localised } from './cards/inline.ts';

/** The channels and people of the playground. */

export interface PlaygroundChannel {
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  readonly about: Localised;
  /** Gets the question of the day. */
  readonly daily: boolean;
}

export const PLAYGROUND_CHANNELS: readonly PlaygroundChannel[] = [
  {
    id: 'ml-daily',
    name: 'ml-daily',
    locale: 'ko',
    daily: true,
    about: { ko: '하루 한 문제, 한국어로', en: 'One question a day, in Korean' },
  },
  {
    id: 'ml-daily-en',
    name: 'ml-daily-en',
    locale: 'en',
    daily: true,
    about: { ko: '하루 한 문제, 영어로', en: 'One question a day, in English' },
  },
  {
    id: 'lounge',
    name: 'lounge',
    locale: 'ko',
    daily: false,
    about: { ko: '이야기하고 명령을 시험해 보는 곳', en: 'For talking and trying commands' },
  },
];

export const PLAYGROUND_MEMBERS = [
  { id: 'minseo', name: '민서', admin: true },
  { id: 'jiwoo', name: '지우', admin: false },
  { id: 'alex', name: 'Alex', admin: false },
  { id: 'hana', name: '하나', admin: false },
] as const;
