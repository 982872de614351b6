import { area } from '../area.ts';

/** What the day's post says about the question before. */
export const recap = area(
  {
    'recap.title': '지난 질문 돌아보기',
    'recap.question': '{date} · {question}',
    'recap.count': '{count}명이 답했고 평균은 {mean}점이었어요.',
    'recap.nobody': '지난 질문에는 답이 없었어요. 모범 답안을 함께 살펴보세요.',
    'recap.missed': '가장 많이 빠진 요점: {point} ({count}명 중 {missed}명)',
    'recap.best': '공유된 답 가운데 가장 높은 점수 · {name} 님, {score}점',
    'recap.model': '모범 답안: {model}',
    'recap.button': '지난 질문의 모범 답안',
  },
  {
    'recap.title': 'The question before',
    'recap.question': '{date} · {question}',
    'recap.count': '{count} answered, {mean} of 100 on average.',
    'recap.nobody': 'Nobody answered the question before. Its model answer is worth a look.',
    'recap.missed': 'Missed most: {point} ({missed} of {count})',
    'recap.best': 'Highest of the shared answers · {name}, {score} of 100',
    'recap.model': 'Model answer: {model}',
    'recap.button': 'Its model answer',
  },
);
