import type { Locale } from '../../cards/inline.ts';
import type { CalendarChart, CalendarMark } from '../../charts/model.ts';
import { addDays, type LocalDate, startOfPeriod } from '../../habits/day.ts';
import type { Translate } from '../../texts/index.ts';

/** The last 53 weeks, the current one last. */

const WEEKS = 53;
/** Weeks that the name of a month needs before the next. */
const MONTH_ROOM = 3;
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS: Readonly<Record<Locale, readonly string[]>> = {
  ko: ['월', '', '수', '', '금', '', ''],
  en: ['Mon', '', 'Wed', '', 'Fri', '', ''],
};
const LEGEND = ['active', 'frozen', 'vacation', 'idle', 'off'] as const;

export interface YearParts {
  readonly title: string;
  readonly today: LocalDate;
  readonly active: ReadonlySet<string>;
  readonly frozen: ReadonlySet<string>;
  readonly vacation: ReadonlySet<string>;
  isOffDay(date: LocalDate): boolean;
  readonly locale: Locale;
  readonly t: Translate;
}

function monthName(month: number, locale: Locale): string {
  return locale === 'ko' ? `${month}월` : (MONTHS_EN[month - 1] ?? '');
}

/** A month is named over the week its first day falls in; the first, cut off one where there is room. */
function months(dates: readonly LocalDate[], locale: Locale): CalendarChart['months'] {
  const starts = dates.flatMap((date, index) =>
    date.endsWith('-01')
      ? [{ week: Math.floor(index / 7), name: monthName(Number(date.slice(5, 7)), locale) }]
      : [],
  );
  const [first] = dates;
  return first !== undefined && !first.endsWith('-01') && (starts[0]?.week ?? 0) >= MONTH_ROOM
    ? [{ week: 0, name: monthName(Number(first.slice(5, 7)), locale) }, ...starts]
    : starts;
}

export function yearChart(parts: YearParts): {
  readonly chart: Omit<CalendarChart, 'facts' | 'bars'>;
  /** Days with an answer among those shown. */
  readonly active: number;
} {
  const { today, active, frozen, vacation, locale, t } = parts;
  const monday = addDays(startOfPeriod('week', today) ?? today, -7 * (WEEKS - 1));
  const dates = Array.from({ length: WEEKS * 7 }, (_, index) => addDays(monday, index));
  const begun = [...active].sort()[0] ?? today;
  const markOf = (date: LocalDate): CalendarMark => {
    if (date > today || date < begun) return 'outside';
    if (active.has(date)) return 'active';
    if (frozen.has(date)) return 'frozen';
    if (vacation.has(date)) return 'vacation';
    return parts.isOffDay(date) ? 'off' : 'idle';
  };
  const days = dates.map(markOf);
  const shown = new Set(days);
  return {
    active: days.filter((day) => day === 'active').length,
    chart: {
      kind: 'calendar',
      title: parts.title,
      subtitle: `${begun > monday ? begun : monday} – ${today}`,
      days,
      months: months(dates, locale),
      weekdays: WEEKDAYS[locale],
      legend: LEGEND.filter((mark) => shown.has(mark)).map((mark) => ({
        mark,
        name: t(`stats.mark.${mark}`),
      })),
    },
  };
}
