import { area } from '../area.ts';

/** Answers shown in public, and what is said where. */
export const sharing = area(
  {
    'share.title': '{name} 님의 답 · {score}점',
    'share.done': '답을 모두에게 보여 줬어요. 이 질문의 좋은 답을 뽑을 때도 이 답을 쓸 수 있어요.',
    'share.already': '이미 공유한 답이에요.',
    'share.thread': '{date} 답 나누기',
    'error.share-place': '지금은 채널에 글을 올릴 수 없어요. 관리자에게 봇의 권한을 확인해 달라고 해 주세요.',
  },
  {
    'share.title': "{name}'s answer · {score} of 100",
    'share.done':
      'Everybody can see your answer now. It may also be chosen as the best answer to this question.',
    'share.already': 'You have shared this answer before.',
    'share.thread': 'Answers of {date}',
    'error.share-place': 'The bot cannot post in the channel now. Ask an admin to check its permissions.',
  },
);
