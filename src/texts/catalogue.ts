import { sharing } from './areas/sharing.ts';
import { slack } from './areas/slack.ts';
import { en as enCommon } from './en.ts';
import { ko as koCommon } from './ko.ts';

/** All words: the common ones and those of each part of the bot. */

export const ko = { ...koCommon, ...sharing.ko, ...slack.ko };
export type TextKey = keyof typeof ko;
export const en: Readonly<Record<TextKey, string>> = { ...enCommon, ...sharing.en, ...slack.en };
