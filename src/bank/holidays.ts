import type { Localised } from '../cards/inline.ts';

/** Lists of holidays that a channel can rest on: one file each in `content/holidays/`, named as here. */
export const HOLIDAYS = {
  kr: { ko: '한국 공휴일', en: 'Korean public holidays' },
} as const satisfies Record<string, Localised>;

export interface Holidays {
  /** The first and last date that the list knows of, `YYYY-MM-DD`. */
  readonly from: string;
  readonly until: string;
  /** Names by date. */
  readonly dates: ReadonlyMap<string, Localised>;
}

export type HolidayLists = ReadonlyMap<string, Holidays>;

export function holidaysName(id: string, locale: 'ko' | 'en'): string {
  return Object.hasOwn(HOLIDAYS, id) ? HOLIDAYS[id as keyof typeof HOLIDAYS][locale] : id;
}
