import type { Chart } from '../../src/charts/model.ts';

/** One chart of every kind, small, with a text that would be markup if it were not escaped. */

export const HOSTILE = '<b>&"한글"</b>';

export const EXAMPLES: Readonly<Record<Chart['kind'], Chart>> = {
  xy: {
    kind: 'xy',
    title: HOSTILE,
    subtitle: '학습률 0.1',
    x: { name: 'x' },
    y: { name: '값', log: true },
    series: [
      { name: 'a', x: [1, 2, 3], y: [1, 0, 100], look: 'line' },
      { name: 'b', x: [1, 2, 3], y: [2, null, 3], look: 'path', labels: ['처음', '', '끝'] },
      { name: 'c', x: [1, 2], y: [5, 6], look: 'stems' },
    ],
    marks: [
      { axis: 'x', at: 2, label: '여기' },
      { axis: 'y', at: 10, label: '한계', colour: 'vermillion' },
    ],
  },
  plane: {
    kind: 'plane',
    title: '등고선',
    x: { name: 'x' },
    y: { name: 'y' },
    field: {
      xs: [0, 1, 2],
      ys: [0, 1, 2],
      z: [
        [0, 1, 4],
        [1, 2, 5],
        [4, 5, 8],
      ],
      show: 'contours',
      name: 'f',
    },
    series: [{ name: '길', x: [2, 1, 0], y: [2, 1, 0], look: 'path' }],
  },
  bars: {
    kind: 'bars',
    title: '막대',
    categories: ['하나', '둘', HOSTILE],
    x: { name: '클래스' },
    y: { name: '확률' },
    series: [{ name: 'p', values: [0.2, null, -0.5] }],
    chosen: [0],
  },
  histogram: {
    kind: 'histogram',
    title: '분포',
    edges: [0, 1, 2, 3],
    x: { name: '값' },
    y: { name: '개수' },
    series: [{ name: 'n', counts: [1, 5, 2] }],
    curves: [{ name: '밀도', x: [0, 1, 2, 3], y: [0, 4, 4, 0], look: 'line' }],
  },
  box: {
    kind: 'box',
    title: '상자',
    x: { name: '' },
    y: { name: '값' },
    groups: [{ name: 'a', box: [1, 2, 3, 4, 5], outliers: [9], mean: 3.2 }],
  },
  matrix: {
    kind: 'matrix',
    title: '행렬',
    x: { name: '예측' },
    y: { name: '실제' },
    columns: ['고양이', '개'],
    rows: ['고양이', '개'],
    values: [
      [5, 1],
      [null, 7],
    ],
    scale: 'sequential',
    value: '개수',
    chosen: [[0, 0]],
  },
  tree: {
    kind: 'tree',
    title: '나무',
    root: {
      label: 'x ≤ 1',
      children: [
        { label: '예', edge: '✓', look: 'chosen' },
        { label: '아니요', edge: '✗' },
      ],
    },
  },
  graph: {
    kind: 'graph',
    title: '그래프',
    nodes: [
      { id: 'a', label: 'A', x: 0, y: 0 },
      { id: 'b', label: 'B', note: '0.5', x: 1, y: 1, look: 'chosen' },
    ],
    edges: [
      { from: 'a', to: 'b', label: '0.3', directed: true },
      { from: 'b', to: 'a', directed: true },
    ],
  },
  gantt: {
    kind: 'gantt',
    title: '시간표',
    x: { name: 'ms' },
    rows: ['P1', 'P2'],
    spans: [
      { row: 0, from: 0, to: 3, label: '1' },
      { row: 1, from: 3, to: 5, label: '2', colour: 'green' },
    ],
    legend: [{ name: '실행', colour: 'blue' }],
  },
  images: {
    kind: 'images',
    title: '그림',
    images: [
      {
        title: '입력',
        values: [
          [0, 1],
          [2, 3],
        ],
        scale: 'grey',
      },
      { title: '출력', values: [[-1, 1]], scale: 'diverging' },
    ],
  },
  table: {
    kind: 'table',
    title: '표',
    columns: ['이름', '값'],
    rows: [
      ['가', '1.5'],
      ['나', '2'],
    ],
    chosen: [1],
  },
  board: {
    kind: 'board',
    title: HOSTILE,
    subtitle: '12명이 답했어요',
    rows: [
      { place: 1, name: HOSTILE, value: 120.5, figure: '120.5점', streak: 7 },
      { place: 2, name: '이름이 아주 길어서 줄 하나에 다 들어가지 않는 사람', value: 0, figure: '0점' },
      { place: 57, name: '나', value: 3, figure: '3점', self: true },
    ],
  },
  calendar: {
    kind: 'calendar',
    title: HOSTILE,
    days: ['outside', 'active', 'frozen', 'vacation', 'idle', 'off', 'active'],
    months: [{ week: 0, name: '11월' }],
    weekdays: ['월', '', '수', '', '금', '', ''],
    legend: [{ mark: 'active', name: '답한 날' }],
    facts: [{ name: HOSTILE, value: '31일' }],
    bars: { name: '주제', items: [{ name: HOSTILE, share: 0.4, figure: '40점' }] },
  },
  panels: {
    kind: 'panels',
    title: '둘',
    panels: [
      {
        kind: 'xy',
        title: '왼쪽',
        x: { name: 'x' },
        y: { name: 'y' },
        series: [{ name: 'a', x: [0, 1], y: [0, 1], look: 'line' }],
      },
      {
        kind: 'bars',
        title: '오른쪽',
        categories: ['a'],
        x: { name: '' },
        y: { name: 'y' },
        series: [{ name: 'b', values: [1] }],
      },
    ],
  },
};
