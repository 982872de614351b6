import { compileRubric } from '../../src/grading/compile.ts';
import { grade } from '../../src/grading/grade.ts';
import { makeLexicon } from '../../src/grading/lexicon.ts';
import type { Rubric } from '../../src/grading/rubric.ts';

/** A few words and opposites, enough to say what a pattern does. */
export const LEXICON = makeLexicon([
  { id: 'overfitting', words: ['과적합', '오버피팅', 'overfitting'] },
  { id: 'reduce', words: ['줄이다', '낮추다', '감소', 'reduce', 'lower'], opposite: 'increase' },
  { id: 'increase', words: ['늘리다', '높이다', '증가', 'increase'], opposite: 'reduce' },
  { id: 'possible', words: ['가능', '수 있다', 'can'], opposite: 'impossible', complement: true },
  { id: 'impossible', words: ['불가능', 'cannot'], opposite: 'possible', complement: true },
  { id: 'vanishing-gradient', words: ['기울기 소실', 'vanishing gradient'] },
  { id: 'mini-batch', words: ['미니배치', 'mini-batch'] },
  { id: 'fast', words: ['빠르다', 'fast'], opposite: 'slow' },
  { id: 'slow', words: ['느리다', 'slow'], opposite: 'fast' },
]);

/** A rubric of one point, with no question and no misconception unless told otherwise. */
export function rubricOf(say: string | readonly string[], changes: Partial<Rubric> = {}): Rubric {
  const patterns = typeof say === 'string' ? [say] : say;
  return {
    question: [],
    words: {},
    points: [{ id: 'point', weight: 1, say: patterns }],
    misconceptions: [],
    ...changes,
  };
}

/** What becomes of a point with this one pattern. */
export function verdict(say: string, answer: string): 'covered' | 'contradicted' | 'missed' {
  const [point] = grade(compileRubric(rubricOf(say), LEXICON), answer).points;
  return point?.covered ? 'covered' : point?.contradicted ? 'contradicted' : 'missed';
}
