import type { Chart, SingleChart } from './model.ts';

/** What a picture shows, in words, for those who do not see it. */

type Language = 'ko' | 'en';

const KINDS: Readonly<Record<Chart['kind'], Readonly<Record<Language, string>>>> = {
  xy: { ko: '그래프', en: 'Plot' },
  plane: { ko: '평면 그래프', en: 'Plot over a plane' },
  bars: { ko: '막대그래프', en: 'Bar chart' },
  histogram: { ko: '히스토그램', en: 'Histogram' },
  box: { ko: '상자 그림', en: 'Box plot' },
  matrix: { ko: '히트맵', en: 'Heat map' },
  tree: { ko: '트리', en: 'Tree' },
  graph: { ko: '그래프 구조', en: 'Graph' },
  gantt: { ko: '시간표', en: 'Timeline' },
  images: { ko: '그림 격자', en: 'Image grid' },
  table: { ko: '표', en: 'Table' },
  board: { ko: '순위표', en: 'Leaderboard' },
  calendar: { ko: '달력', en: 'Calendar' },
  panels: { ko: '여러 그림', en: 'Several charts' },
};

/** Discord takes 1,024 characters of alt text (docs: resources/message), Slack 2,000. */
export const MAX_ALT = 1000;

function axes(chart: SingleChart): { x: string; y: string } | undefined {
  switch (chart.kind) {
    case 'xy':
    case 'plane':
    case 'bars':
    case 'histogram':
    case 'box':
    case 'matrix':
      return { x: chart.x.name, y: chart.y.name };
    case 'tree':
    case 'graph':
    case 'gantt':
    case 'images':
    case 'table':
    case 'board':
    case 'calendar':
      return undefined;
  }
}

function seriesNames(chart: SingleChart): readonly string[] {
  switch (chart.kind) {
    case 'xy':
    case 'plane':
      return chart.series.filter((one) => one.unlisted !== true).map((one) => one.name);
    case 'bars':
    case 'histogram':
      return chart.series.map((one) => one.name);
    case 'images':
      return chart.images.map((one) => one.title);
    case 'box':
    case 'matrix':
    case 'tree':
    case 'graph':
    case 'gantt':
    case 'table':
    case 'board':
    case 'calendar':
      return [];
  }
}

function partText(chart: SingleChart, language: Language): string {
  const named = axes(chart);
  const names = [...new Set(seriesNames(chart))].slice(0, 12);
  const parts = [`${KINDS[chart.kind][language]}: ${chart.title}`];
  if (named !== undefined && named.x !== '' && named.y !== '')
    parts.push(language === 'ko' ? `가로 ${named.x}, 세로 ${named.y}` : `${named.y} against ${named.x}`);
  if (names.length > 1) parts.push(names.join(', '));
  return `${parts.join('. ')}.`;
}

/** Kind, title, axes and series of a picture, then what is to be seen in it; at most 1,000 characters. */
export function altText(chart: Chart, see: string, language: Language): string {
  const parts =
    chart.kind === 'panels'
      ? [`${chart.title}.`, ...chart.panels.map((panel) => partText(panel, language))]
      : [partText(chart, language)];
  const text = [...parts, see].join(' ');
  return [...text].length <= MAX_ALT ? text : `${[...text].slice(0, MAX_ALT - 1).join('')}…`;
}
