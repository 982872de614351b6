import type { SeededRandom } from './random.ts';

export interface LdaOptions {
  readonly topics: number;
  readonly iterations: number;
  /** Dirichlet prior of the topics of a document. */
  readonly alpha: number;
  /** Dirichlet prior of the words of a topic. */
  readonly eta: number;
}

export interface LdaFit {
  /** theta[document][topic], rows sum to 1. */
  readonly documentTopic: readonly (readonly number[])[];
  /** phi[topic][word], rows sum to 1. */
  readonly topicWord: readonly (readonly number[])[];
}

interface Counts {
  readonly inDocument: readonly number[][];
  readonly ofWord: readonly number[][];
  readonly all: number[];
}

function add(list: number[] | undefined, at: number, by: number): void {
  if (list !== undefined) list[at] = (list[at] ?? 0) + by;
}

function move(counts: Counts, document: number, word: number, topic: number, by: 1 | -1): void {
  add(counts.inDocument[document], topic, by);
  add(counts.ofWord[word], topic, by);
  add(counts.all, topic, by);
}

/** Draws the topic of one word, all others given: (n_dk + alpha) (n_kw + eta) / (n_k + v eta). */
function drawTopic(
  counts: Counts,
  document: number,
  word: number,
  options: LdaOptions,
  weights: Float64Array,
  random: SeededRandom,
): number {
  const here = counts.inDocument[document] ?? [];
  const there = counts.ofWord[word] ?? [];
  const spread = counts.ofWord.length * options.eta;
  let total = 0;
  for (let topic = 0; topic < options.topics; topic++) {
    total +=
      (((here[topic] ?? 0) + options.alpha) * ((there[topic] ?? 0) + options.eta)) /
      ((counts.all[topic] ?? 0) + spread);
    weights[topic] = total;
  }
  // Priors near the smallest number leave no weight at all where no topic has been here yet.
  if (!(total > 0)) return random.below(options.topics);
  const drawn = random.uniform() * total;
  for (let topic = 0; topic < options.topics; topic++) if (drawn < (weights[topic] ?? 0)) return topic;
  return options.topics - 1;
}

/** (count + prior) / total; positive also where the division underflows. */
function smoothed(counts: readonly number[], prior: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0) + prior * counts.length;
  return counts.map((count) => Math.max((count + prior) / total, Number.MIN_VALUE));
}

/** Topics numbered by their first appearance; those that are nowhere come last. */
function orderOf(assigned: readonly (readonly number[])[], topics: number): number[] {
  return [...new Set([...assigned.flat(), ...Array.from({ length: topics }, (_, topic) => topic)])];
}

/**
 * Latent Dirichlet allocation (Blei, Ng & Jordan, JMLR 3, 2003) by collapsed Gibbs sampling (Griffiths & Steyvers, PNAS 101,
 * 2004), estimated from the last state of the chain. documents[n] of places in a vocabulary of `size` words.
 * Cost: iterations * words * topics.
 */
export function ldaByGibbs(
  documents: readonly (readonly number[])[],
  size: number,
  options: LdaOptions,
  random: SeededRandom,
): LdaFit {
  const { topics, iterations, alpha, eta } = options;
  const zeros = (): number[] => new Array<number>(topics).fill(0);
  const counts: Counts = {
    inDocument: documents.map(zeros),
    ofWord: Array.from({ length: size }, zeros),
    all: zeros(),
  };
  const assigned = documents.map((words) => words.map(() => random.below(topics)));
  documents.forEach((words, document) => {
    words.forEach((word, at) => {
      move(counts, document, word, assigned[document]?.[at] ?? 0, 1);
    });
  });
  const weights = new Float64Array(topics);
  for (let pass = 0; pass < iterations; pass++) {
    for (const [document, words] of documents.entries()) {
      const own = assigned[document] ?? [];
      for (const [at, word] of words.entries()) {
        move(counts, document, word, own[at] ?? 0, -1);
        const topic = drawTopic(counts, document, word, options, weights, random);
        own[at] = topic;
        move(counts, document, word, topic, 1);
      }
    }
  }
  const order = orderOf(assigned, topics);
  return {
    documentTopic: counts.inDocument.map((row) =>
      smoothed(
        order.map((topic) => row[topic] ?? 0),
        alpha,
      ),
    ),
    topicWord: order.map((topic) =>
      smoothed(
        counts.ofWord.map((row) => row[topic] ?? 0),
        eta,
      ),
    ),
  };
}

/** e^(-mean ln P(word | document)), P(word | document) = sum of theta_dk phi_kw: at most the size of an even guess. */
export function ldaPerplexity(documents: readonly (readonly number[])[], fit: LdaFit): number {
  let total = 0;
  let words = 0;
  documents.forEach((own, document) => {
    for (const word of own) {
      const p = fit.topicWord.reduce(
        (sum, row, topic) => sum + (row[word] ?? 0) * (fit.documentTopic[document]?.[topic] ?? 0),
        0,
      );
      total += Math.log(p);
      words += 1;
    }
  });
  return Math.exp(-total / words);
}
