import { area } from '../area.ts';

/** What cannot be set, and what can. */
export const setupErrors = area(
  {
    'error.setup-time':
      '{option} 옵션은 00:00부터 23:59까지의 시각이어야 해요. 07:30처럼 적어 주세요. 받은 값: "{value}". 바뀐 것은 없어요.',
    'error.setup-zone':
      '"{value}" 시간대는 없어요. Asia/Seoul처럼 적어 주세요. +09:00 같은 차이는 서머타임을 알 수 없어서 쓰지 않아요. 바뀐 것은 없어요.',
    'error.setup-zone-near':
      '"{value}" 시간대는 없어요. 혹시 이 가운데 하나인가요: {near}. 바뀐 것은 없어요.',
    'error.setup-days':
      '{option} 옵션에서 "{value}"의 요일을 알 수 없어요. 평일, 매일, 월수금, mon,wed, 1-5(1이 월요일)처럼 적어 주세요. 바뀐 것은 없어요.',
    'error.setup-topic':
      '"{value}" 주제는 없어요. 쓸 수 있는 주제: {allowed}. 모두는 all이에요. 바뀐 것은 없어요.',
    'error.setup-topic-near':
      '"{value}" 주제는 없어요. 혹시 {near}인가요? 쓸 수 있는 주제: {allowed}. 모두는 all이에요. 바뀐 것은 없어요.',
    'error.setup-levels':
      '{option} 옵션은 1(기초), 2(보통), 3(심화) 가운데서 골라 주세요. 1,2나 all처럼 적어요. 받은 값: "{value}". 바뀐 것은 없어요.',
    'error.setup-date':
      '{option}에 쓸 수 있는 날짜는 {from}부터 {until}까지예요. 2026-12-25, 12/25, 내일처럼 적어 주세요. 받은 값: "{value}". 바뀐 것은 없어요.',
    'error.setup-asked': '{date}의 질문은 이미 올라갔어요. 그 뒤의 날짜를 적어 주세요. 바뀐 것은 없어요.',
    'error.setup-skips':
      '건너뛸 날은 {max}개까지 정할 수 있어요. 더 오래 쉬려면 멈추기를 써 주세요. 바뀐 것은 없어요.',
    'error.setup-none-fit':
      '이 주제와 난이도에 모두 맞는 질문이 없어요. 주제나 난이도를 넓혀 주세요. 바뀐 것은 없어요.',
    'error.setup-gone':
      '"{channel}" 채널을 찾을 수 없어요. 채널이 있는지, 봇이 볼 수 있는지 확인해 주세요. 바뀐 것은 없어요.',
    'error.setup-forbidden':
      '봇이 그 채널에 글을 올릴 수 없어요. 채널 보기, 메시지 보내기, 파일 첨부 권한을 주거나 봇을 채널에 초대한 뒤 다시 해 주세요. 바뀐 것은 없어요.',
    'error.setup-none': '이 채널에는 아직 매일 질문이 없어요. setup으로 시작할 수 있어요.',
  },
  {
    'error.setup-time':
      '{option} has to be a time from 00:00 to 23:59, such as 07:30. It was "{value}". Nothing was changed.',
    'error.setup-zone':
      'There is no time zone "{value}". Write it like Asia/Seoul; offsets such as +09:00 know no daylight saving. Nothing was changed.',
    'error.setup-zone-near':
      'There is no time zone "{value}". Did you mean one of these: {near}? Nothing was changed.',
    'error.setup-days':
      '"{value}" in {option} names no weekdays. Write weekdays, every day, mon,wed, mon-fri or 1-5 (1 is Monday). Nothing was changed.',
    'error.setup-topic':
      'There is no topic "{value}". Topics: {allowed}; all of them: all. Nothing was changed.',
    'error.setup-topic-near':
      'There is no topic "{value}". Did you mean {near}? Topics: {allowed}; all of them: all. Nothing was changed.',
    'error.setup-levels':
      '{option} may be 1 (basic), 2 (intermediate), 3 (advanced), several such as 1,2, or all. It was "{value}". Nothing was changed.',
    'error.setup-date':
      '{option} takes dates from {from} to {until}, such as 2026-12-25, 12/25 or tomorrow. It was "{value}". Nothing was changed.',
    'error.setup-asked':
      'The question of {date} has been posted already. Choose a later date. Nothing was changed.',
    'error.setup-skips':
      'Up to {max} dates can be skipped. For a longer rest, pause the channel. Nothing was changed.',
    'error.setup-none-fit':
      'No question has these topics and levels at once. Choose more of them. Nothing was changed.',
    'error.setup-gone':
      'The channel "{channel}" cannot be found. Check that it exists and that the bot can see it. Nothing was changed.',
    'error.setup-forbidden':
      'The bot cannot post in that channel. Allow it to view the channel, send messages and attach files, or invite it there, and try again. Nothing was changed.',
    'error.setup-none': 'This channel has no daily question yet. setup starts one.',
  },
);
