import type { Localised } from '../cards/inline.ts';

/** The topics that questions may have, in the order in which lists show them. */
export const TOPICS = {
  'machine-learning': { ko: '머신러닝', en: 'Machine learning' },
  'deep-learning': { ko: '딥러닝', en: 'Deep learning' },
  'math-statistics': { ko: '수학·통계', en: 'Maths and statistics' },
  numpy: { ko: '넘파이', en: 'NumPy' },
  python: { ko: '파이썬', en: 'Python' },
  algorithms: { ko: '알고리즘', en: 'Algorithms' },
  'data-structures': { ko: '자료구조', en: 'Data structures' },
  'operating-system': { ko: '운영체제', en: 'Operating systems' },
  network: { ko: '네트워크', en: 'Networks' },
} as const satisfies Record<string, Localised>;

export type Topic = keyof typeof TOPICS;

export function isTopic(text: string): text is Topic {
  return Object.hasOwn(TOPICS, text);
}

export function topicName(topic: string, locale: 'ko' | 'en'): string {
  return isTopic(topic) ? TOPICS[topic][locale] : topic;
}
