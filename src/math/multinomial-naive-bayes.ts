import { softmax } from './softmax.ts';
import { distinct, sum } from './summary.ts';

export interface TextClassifier {
  /** Ascending. */
  readonly classes: readonly number[];
  /** Share of the documents in each class. */
  readonly prior: readonly number[];
  /** logLikelihood[class][word] = ln P(word | class). */
  readonly logLikelihood: readonly (readonly number[])[];
}

/**
 * Multinomial naive Bayes with additive smoothing (Manning, Raghavan & Schütze, Introduction to Information Retrieval, 2008,
 * ch. 13): P(word | class) = (count + alpha) / (all words of the class + alpha v). counts[n][v], labels[n]. Cost: n * v.
 */
export function trainNaiveBayes(
  counts: readonly (readonly number[])[],
  labels: readonly number[],
  alpha: number,
): TextClassifier {
  const classes = distinct(labels);
  const width = counts[0]?.length ?? 0;
  return {
    classes,
    prior: classes.map((label) => labels.filter((one) => one === label).length / labels.length),
    logLikelihood: classes.map((label) => {
      const totals = new Array<number>(width).fill(0);
      counts.forEach((row, document) => {
        if (labels[document] === label)
          row.forEach((count, word) => {
            totals[word] = (totals[word] ?? 0) + count;
          });
      });
      const all = sum(totals) + alpha * width;
      return totals.map((count) => Math.log((count + alpha) / all));
    }),
  };
}

/**
 * P(class | words), proportional to P(class) * product of P(word | class): the words count as independent given the class.
 * Sums of logarithms, so that long texts do not underflow. `words` are places in the vocabulary, repeats included.
 */
export function classPosterior(model: TextClassifier, words: readonly number[]): number[] {
  return softmax(
    model.classes.map(
      (_, index) =>
        Math.log(model.prior[index] ?? 0) + sum(words.map((word) => model.logLikelihood[index]?.[word] ?? 0)),
    ),
  );
}
