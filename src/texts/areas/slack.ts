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
    'shortcut.grade-about': '이 메시지를 답으로 채점해요',
    'file.sent': '파일 {name}은 봇과의 대화에 있어요.',
  },
  {
    'form.late': 'The form could not be opened in time. Open it again.',
    'form.again': 'Open again',
    'pick.submit': 'Choose',
    'wait.working': 'Working on it…',
    'home.more': 'More',
    'shortcut.today': "Today's question",
    'shortcut.today-about': "Shows today's interview question",
    'shortcut.grade-about': 'Grades this message as an answer',
    'file.sent': 'The file {name} is in your chat with the bot.',
  },
);
