import { boards } from './areas/boards.ts';
import { members } from './areas/members.ts';
import { recap } from './areas/recap.ts';
import { setup } from './areas/setup.ts';
import { setupErrors } from './areas/setup-errors.ts';
import { sharing } from './areas/sharing.ts';
import { slack } from './areas/slack.ts';
import { en as enCommon } from './en.ts';
import { ko as koCommon } from './ko.ts';

/** All words: the common ones and those of each part of the bot. */

export const ko = {
  ...koCommon,
  ...boards.ko,
  ...members.ko,
  ...recap.ko,
  ...setup.ko,
  ...setupErrors.ko,
  ...sharing.ko,
  ...slack.ko,
};

export type TextKey = keyof typeof ko;

export const en: Readonly<Record<TextKey, string>> = {
  ...enCommon,
  ...boards.en,
  ...members.en,
  ...recap.en,
  ...setup.en,
  ...setupErrors.en,
  ...sharing.en,
  ...slack.en,
};
