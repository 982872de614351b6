import { type Localised, parseInline, type RichText } from '../cards/inline.ts';
import type { Problem } from './problem.ts';

export interface QuestionSource {
  readonly front: string;
  /** Line of the file on which the front matter's first line stands. */
  readonly frontLine: number;
  readonly model: Localised;
}

const FRONT = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;

/** Splits a question file into its front matter and the model answers under "## ko" and "## en". */
export function splitQuestion(source: string, file: string): QuestionSource | Problem {
  const found = FRONT.exec(source);
  if (found === null)
    return { file, line: 1, message: 'must begin with front matter between two lines of "---"' };
  const sections = new Map<string, string>();
  for (const part of (found[2] ?? '').split(/^## /m).slice(1)) {
    const end = part.indexOf('\n');
    sections.set(part.slice(0, end < 0 ? undefined : end).trim(), end < 0 ? '' : part.slice(end + 1).trim());
  }
  const ko = sections.get('ko') ?? '';
  const en = sections.get('en') ?? '';
  if (ko === '' || en === '')
    return { file, message: 'needs a model answer under "## ko" and one under "## en"' };
  return { front: found[1] ?? '', frontLine: 2, model: { ko, en } };
}

/** Paragraphs and list items; lines of one paragraph are joined. */
export function paragraphs(markdown: string): RichText[] {
  return markdown
    .split(/\n\s*\n|\n(?=\s*[-*] )/)
    .map((paragraph) => paragraph.replaceAll(/\s*\n\s*/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => parseInline(paragraph.replace(/^[-*] /, '• ')));
}
