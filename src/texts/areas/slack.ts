import { area } from '../area.ts';

/** What only a door with modals and a Home tab has to say. */
export const slack = area(
  {
    'form.late': '입력 창을 제때 열지 못했어요. 다시 열어 주세요.',
    'form.again': '다시 열기',
    'pick.submit': '고르기',
    'wait.working': '계산하고 있어요…',
    'home.more': '더 할 수 있는 일',
    'shortcut.today': '오늘의 질문',
    'shortcut.today-about': '오늘의 면접 질문을 보고 답해요',
    'app.about': '하루 한 문제, 머신러닝 면접 질문에 답하고 바로 채점받아요.',
    'app.long':
      '정한 시간마다 채널에 머신러닝 면접 질문을 하나 올려요. 답을 쓰면 핵심 내용이 들어 있는지 채점하고, 빠진 내용과 잘못된 내용을 짚어 줘요. 연속 기록과 순위를 보여 주고, 용어를 찾아 주고, 숫자로 된 데모를 그림과 함께 실행해요. 쓴 답과 채점 결과는 본인에게만 보여 주고, 다른 사람과 나눌지는 스스로 정해요. 채점은 정해진 기준으로 하기 때문에 같은 답은 언제나 같은 점수를 받아요.',
    'app.slash': '오늘의 질문, 채점, 찾아보기, 데모',
  },
  {
    'form.late': 'The form could not be opened in time. Open it again.',
    'form.again': 'Open again',
    'pick.submit': 'Choose',
    'wait.working': 'Working on it…',
    'home.more': 'More',
    'shortcut.today': "Today's question",
    'shortcut.today-about': "Shows today's interview question",
    'app.about': 'One machine learning interview question a day, graded as soon as you answer.',
    'app.long':
      'Posts one machine learning interview question a day in your channel, at the time you choose. Answer it, and the bot grades which key points you covered and says what is missing or wrong. It keeps streaks and a leaderboard, looks up terms, and runs numeric demos with charts. Only you see your answer and its grade, unless you share them. The same answer always gets the same score.',
    'app.slash': "Today's question, grading, look-up, demos",
  },
);
