import { z } from 'zod';

/** Shapes of the content files. `strictObject` everywhere: a misspelt field is a fault, never silently dropped. */

const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
  .max(64);
const text = z.string().trim().min(1, 'must not be empty');
/** YAML reads a bare 0.9 as a number; as a word it is its digits. */
const word = z.union([text, z.number().transform(String)]);
const localised = z.strictObject({ ko: text, en: text });
const ids = z.array(id).default([]);
const patterns = z.array(text).min(1);
const score = z.number().min(0).max(100);

const sample = z.strictObject({
  kind: z.enum(['full', 'partial', 'wrong', 'keywords', 'noisy', 'negation', 'off-topic', 'vague']),
  lang: z.enum(['ko', 'en', 'mixed']),
  answer: text,
  score: z
    .tuple([score, score])
    .refine(([low, high]) => low <= high, 'the lower bound is above the upper one'),
});

export const questionSchema = z.strictObject({
  id,
  topic: id,
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  question: localised,
  hint: localised,
  words: z.record(z.string(), z.array(word).min(1)).default({}),
  points: z
    .array(z.strictObject({ id, weight: z.number().min(1).max(10), ko: text, en: text, say: patterns }))
    .min(1)
    .max(12),
  enough: z.number().positive().optional(),
  misconceptions: z
    .array(
      z.strictObject({ id, say: patterns, ko: text, en: text, cost: z.number().min(1).max(100).default(25) }),
    )
    .default([]),
  followUps: ids,
  terms: ids,
  demos: ids,
  samples: z.array(sample),
});

export const termsSchema = z.array(
  z.strictObject({
    id,
    ko: text,
    en: text,
    aliases: z.array(word).default([]),
    definition: localised,
    formula: text.optional(),
    related: ids,
    questions: ids,
    demos: ids,
  }),
);

export const lexiconSchema = z.array(
  z.strictObject({
    id,
    words: z.array(word).min(1),
    opposite: id.optional(),
    complement: z.boolean().optional(),
  }),
);

const date = z.iso.date('must be a date such as 2026-12-25');

export const holidaysSchema = z
  .strictObject({
    ...localised.shape,
    from: date,
    until: date,
    dates: z.array(z.strictObject({ date, ...localised.shape })).min(1),
  })
  .superRefine(({ from, until, dates }, context) => {
    dates.forEach((day, index) => {
      const before = dates[index - 1]?.date ?? '';
      const path = ['dates', index, 'date'];
      if (day.date <= before)
        context.addIssue({ code: 'custom', path, message: `must come after ${before}` });
      if (day.date < from || day.date > until)
        context.addIssue({ code: 'custom', path, message: `must lie within ${from} and ${until}` });
    });
  });

export type QuestionFile = z.infer<typeof questionSchema>;
export type TermFile = z.infer<typeof termsSchema>[number];
export type LexiconFile = z.infer<typeof lexiconSchema>;
export type HolidaysFile = z.infer<typeof holidaysSchema>;
