import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Locale } from '../../cards/inline.ts';
import { readLocale } from './receive.ts';

/** What a browser remembers between visits. The page's scripts write these cookies; there is nothing secret in them. */

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Session {
  readonly locale: Locale;
  readonly theme: Theme;
}

export function sessionOf(c: Context, defaultLocale: Locale): Session {
  const theme = getCookie(c, 'dailygrad_theme');
  return {
    locale: readLocale(getCookie(c, 'dailygrad_locale'), defaultLocale),
    theme: THEMES.find((one) => one === theme) ?? 'system',
  };
}
