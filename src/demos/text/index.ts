import type { Demo } from '../demo.ts';
import { bagOfWords } from './bag-of-words.ts';
import { lsa } from './lsa.ts';
import { nGrams } from './n-grams.ts';
import { ngramLm } from './ngram-lm.ts';
import { skipgramPairs } from './skipgram-pairs.ts';
import { spamFilter } from './spam-filter.ts';
import { stemming } from './stemming.ts';
import { tfIdf } from './tf-idf.ts';
import { topicLda } from './topic-lda.ts';
import { wordAnalogy } from './word-analogy.ts';
import { word2vec } from './word2vec.ts';

export const textDemos: readonly Demo[] = [
  bagOfWords,
  tfIdf,
  nGrams,
  ngramLm,
  stemming,
  skipgramPairs,
  word2vec,
  wordAnalogy,
  spamFilter,
  lsa,
  topicLda,
];
