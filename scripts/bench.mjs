// `npm run bench`: medians and 99th percentiles of what people wait for, measured in this process.

import { loadBank } from '../dist/bank/load.js';
import { createLookup } from '../dist/bank/lookup.js';
import { grade } from '../dist/grading/grade.js';
import { CACHE, CONTENT } from '../dist/paths.js';

function measure(name, runs, task) {
  for (let i = 0; i < Math.min(runs, 200); i++) task(i);
  const times = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    task(i);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(3);
  console.log(`${name.padEnd(44)} median ${at(0.5)} ms   p99 ${at(0.99)} ms   max ${at(1)} ms   n ${runs}`);
}

const started = performance.now();
const bank = loadBank(CONTENT, CACHE);
console.log(
  `${'load the bank'.padEnd(44)} ${(performance.now() - started).toFixed(0)} ms   ${bank.questions.size} questions, ${bank.terms.size} terms`,
);

const questions = [...bank.questions.values()];
const compiled = performance.now();
for (const question of questions) void question.rubric;
console.log(`${'compile every rubric'.padEnd(44)} ${(performance.now() - compiled).toFixed(0)} ms`);

const lookup = createLookup(bank);
const answers = questions.map((question) =>
  question.samples
    .map((sample) => sample.answer)
    .join(' ')
    .split(/\s+/)
    .slice(0, 100)
    .join(' '),
);
measure('grade an answer of 100 words', 5000, (i) =>
  grade(questions[i % questions.length].rubric, answers[i % answers.length]),
);
const hostile = [
  '가'.repeat(4000),
  '않'.repeat(4000),
  'a '.repeat(2000),
  '안 '.repeat(2000),
  '(((('.repeat(1000),
  '기울기'.repeat(1333),
  '없 지 않 '.repeat(650),
];
measure('grade a hostile answer of 4,000 characters', 700, (i) =>
  grade(questions[i % questions.length].rubric, hostile[i % hostile.length]),
);
const queries = [
  '드롭아웃',
  'ㄱㅅㅎㄱㅂ',
  'batch norm',
  '소프트맥ㅅ',
  'rudtkgkrkdqjq',
  '정규화',
  'zzzzzzz',
  '과적합을 줄이는',
];
measure('look up', 2000, (i) => lookup.search(queries[i % queries.length], 'ko', 25));
console.log(`${'memory in use'.padEnd(44)} ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`);
