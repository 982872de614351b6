// `npm run bench`: medians and 99th percentiles of what people wait for, measured in this process.

import { loadBank } from '../dist/bank/load.js';
import { createLookup } from '../dist/bank/lookup.js';
import { grade } from '../dist/grading/grade.js';
import { CACHE, CONTENT } from '../dist/paths.js';

function report(name, text) {
  console.log(`${name.padEnd(44)} ${text}`);
}

function timed(task) {
  const start = performance.now();
  task();
  return performance.now() - start;
}

function measure(name, runs, task) {
  for (let i = 0; i < Math.min(runs, 200); i++) task(i);
  const times = Array.from({ length: runs }, (_, i) => timed(() => task(i))).sort((a, b) => a - b);
  const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(3);
  report(name, `median ${at(0.5)} ms   p99 ${at(0.99)} ms   max ${at(1)} ms   n ${runs}`);
}

let bank;
const loading = timed(() => {
  bank = loadBank(CONTENT, CACHE);
});
const questions = [...bank.questions.values()];
report('load the bank', `${loading.toFixed(0)} ms   ${questions.length} questions, ${bank.terms.size} terms`);
const compiling = timed(() => questions.map((question) => question.rubric));
report('compile every rubric', `${compiling.toFixed(0)} ms`);

const hundred = questions.map(({ samples }) =>
  samples
    .flatMap(({ answer }) => answer.split(/\s+/))
    .slice(0, 100)
    .join(' '),
);
measure('grade an answer of 100 words', 5000, (i) =>
  grade(questions[i % questions.length].rubric, hundred[i % hundred.length]),
);

// The same stream every time: a step that has no divisor in common with the number of samples mixes the questions.
const samples = questions.flatMap(({ rubric, samples }) => samples.map(({ answer }) => ({ rubric, answer })));
const stream = Array.from({ length: 10_000 }, (_, i) => samples[(i * 7919) % samples.length]);
const streaming = timed(() => stream.map(({ rubric, answer }) => grade(rubric, answer).score));
report('grade a stream of samples', `${((1000 * stream.length) / streaming).toFixed(0)} answers a second`);

const pieces =
  '가|않|a |안 |((((|기울기|없 지 않 |이라|이라 |값값값 |q w e r t y |w=w-lr*grad;|\\frac{a}{b}|not |지않|줄이늘리|가\n|a;|기울기, |가. |기울기는 |줄이고(학습률) |a가|정규홧 |ﷺ|e\u0301\u0302|↑↓';
const words = hundred.join(' ').slice(0, 4000);
const hostile = [...pieces.split('|').map((piece) => piece.repeat(4000 / piece.length)), words];
const slowest = hostile.map((text) => {
  const times = questions.map(({ rubric }) => timed(() => grade(rubric, text))).sort((a, b) => a - b);
  return { name: JSON.stringify(text.slice(0, 12)), time: times[Math.floor(0.9 * times.length)] };
});
const worst = slowest.reduce((a, b) => (b.time > a.time ? b : a));
measure('grade a hostile answer of 4,000 characters', 700, (i) =>
  grade(questions[i % questions.length].rubric, hostile[i % hostile.length]),
);
report('the worst of them', `${worst.name} … ${worst.time.toFixed(3)} ms for 9 of 10 questions`);

const lookup = createLookup(bank);
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
report('memory in use', `${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`);
