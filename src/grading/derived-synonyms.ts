import { ALGORITHMS, PROGRAMMING } from './derived-vocabulary.ts';

/** More groups of related words, in the form of derived-vocabulary.ts, and their look-up. */

const ENGINEERING = `
phase stage step part period 단계
design plan architecture structure specification 설계 계획
specification requirement description define 명세 요구사항
requirement need necessary require must 요구 필요
analysis analyze study examine 분석
test check verify validate debug try evaluate 시험 검증 테스트
refine refinement improve enhance polish modify update revise 개선 다듬
coding code implementation implement program programming write 코딩
production release deploy deployment deliver 배포 출시
simulate simulation mimic model imitate emulate represent 모의 흉내
prototype model sample demo version example preview 시제품 견본
behavior behaviour act function action work 동작 행동
portion part subset partial some piece 일부 부분
final finished complete end product 최종
influence affect impact effect change 영향
cause reason produce lead create make trigger 원인 이유 일으키
allow enable let permit can able possible 허용 가능
avoid prevent without eliminate stop reduce 막 피하 방지
reduce decrease less lower minimize shrink save 줄이 감소 낮추
increase grow more raise larger expand boost 늘리 증가 높이
change modify alter update edit vary adjust different 변경 수정 바꾸 변하
keep maintain preserve retain remain stay hold 유지 보존
need require necessary must demand 필요
use apply utilize employ usage 사용 이용 쓰
help assist aid support benefit useful 돕 도움
advantage benefit good pro strength better 장점 이점
disadvantage drawback con bad weakness worse 단점
easy simple simpler easier straightforward 쉽 간단
difficult hard complex complicated 어렵 복잡
complex complicated complicate intricate 복잡
same identical equal similar alike equivalent 같 동일 똑같
different differ difference unlike distinct vary 다르 차이
distinguish differentiate identify recognize determine tell 구별 구분
show display present print reveal demonstrate indicate 보이 보여 표시
know understand learn aware 알 이해
explain describe tell inform state specify 설명
mean represent denote stand signify imply 뜻 의미 나타내
include contain consist comprise involve have 포함
consist compose comprise form made 이루어 구성
structure organization form construct format layout 구조
organize arrange structure manage 정리 조직
property characteristic feature attribute trait 성질 특성 특징
rule principle law policy 규칙 원칙
idea concept notion thought 개념 생각
goal aim purpose objective target role 목표 목적
role purpose function job use 역할
user client customer people person 사용자 고객
computer machine 컴퓨터 기계
automatic automatically itself 자동
manual manually hand explicit 수동 직접
exact precise accurate specific 정확
approximate rough estimate near 대략 근사
enough sufficient adequate 충분
whole entire full complete total all 전체 모두 온전
empty blank vacant clear 비 빈
through throughout during across over 동안 내내
only once just single 한번 오직
always constantly every forever 항상 언제나
again repeat multiple another 다시 또
known predetermined given fixed predefined 정해진 알려진
limit restrict constrain bound 제한
share common together 공유 공통
multiple several many various different 여러
security secure safe protect protection 보안 안전 보호
resource memory cpu time 자원
thread process task 스레드 프로세스
lock mutex block synchronize 잠금 락
request message call query 요청
response reply answer return 응답
`;

const LEARNING = `
model network predictor estimator classifier 모델 모형 신경망
train learn fit optimize 학습 훈련
weight parameter coefficient 가중치 파라미터 계수
loss cost error objective 손실 비용 오차
gradient derivative slope 기울기 그래디언트 미분
layer level 층 레이어
neuron unit node 뉴런 유닛
data example sample instance observation point 데이터 표본 샘플 예제 관측
feature attribute variable input column 특징 특성 변수 피처
label target class output 레이블 라벨 정답 목표
predict prediction output estimate forecast 예측
accuracy correct precision performance 정확도 성능
overfit memorize overfitting variance 과적합 과대적합
underfit underfitting bias 과소적합
generalize generalization unseen new 일반화
regularize regularization penalty penalize constrain 정규화 규제 벌점
noise random error noisy 잡음 노이즈
random stochastic chance arbitrary 무작위 임의 확률
probability likelihood chance odds 확률 가능도
distribution spread density 분포
mean average expectation expected 평균 기댓값
variance spread deviation variability 분산 편차
normalize scale standardize 정규화 표준화
cluster group segment 군집 그룹
distance similarity metric difference 거리 유사도
dimension feature axis 차원
matrix table tensor 행렬
rate speed step ratio 비율 속도 율
converge reach settle stable 수렴
`;

const GROUPS = [PROGRAMMING, ALGORITHMS, ENGINEERING, LEARNING].flatMap((table) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' ')),
);

/** Short forms that stand for several words, or for one longer word. */
export const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  `
lifo last in first out
filo first in last out
fifo first in first out
lilo last in last out
bst binary search tree
oop object oriented programming
oo object oriented
adt abstract data type
io input output
ptr pointer
func function
fn function
arg argument
args argument
param parameter
params parameter
const constant
var variable
vars variable
mem memory
init initialize
int integer
char character
str string
bool boolean
struct structure
decl declaration
elem element
min minimum
max maximum
avg average
nn neural network
ml machine learning
후입선출 마지막 먼저 후입선출
선입선출 처음 먼저 선입선출
`
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([short = '', ...long]) => [short, long] as const),
);

/** All words of the groups, each once. */
export function listedWords(): string[] {
  return [...new Set(GROUPS.flat())];
}

/** The groups that a word belongs to, by the key that `keyOf` gives the group's words. */
export function groupsByKey(keyOf: (word: string) => string): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  GROUPS.forEach((words, group) => {
    for (const word of words) {
      const key = keyOf(word);
      const groups = found.get(key);
      if (groups === undefined) found.set(key, new Set([group]));
      else groups.add(group);
    }
  });
  return found;
}
