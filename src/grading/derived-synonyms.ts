/**
 * Words that one person writes where another writes a different one, for answers about programming, algorithms and
 * machine learning. A line is a group of words that may stand for each other in an explanation; a word may be in several
 * groups, and words of different groups are never chained. Compiled by hand from the vocabulary of introductory
 * courses, not from graded answers. Plain words only: inflections are found by their stems, Korean words by their heads.
 */

const PROGRAMMING = `
variable data value datum constant 변수 값
value number amount quantity 값 수
function method routine procedure subroutine subprogram operation 함수 메서드 연산
address location reference position place spot slot 주소 위치 참조 자리
memory storage ram space heap 메모리 기억 저장소 공간
element item node object entry value record member component 원소 요소 노드 항목 객체
array vector buffer table 배열 벡터
list sequence series collection set group chain 목록 리스트 순서 집합 모음
argument parameter input operand 인자 인수 매개변수 입력
call invoke execute run use 호출 실행
return give yield output produce provide supply get result 반환 출력 결과
begin start first head front initial beginning 처음 시작 맨앞 앞 첫 머리
end last tail rear back final finish bottom 마지막 끝 맨뒤 뒤 꼬리
top head front peak 맨위 위 꼭대기
left before previous prior preceding predecessor 이전 앞 왼쪽
right after next following subsequent successor 다음 이후 뒤 오른쪽
add insert push enqueue append put place attach include 추가 삽입 넣다 넣 덧붙이
remove delete pop dequeue erase eliminate discard drop take extract 제거 삭제 꺼내 빼 지우
store hold contain keep save include have retain record 저장 보관 담 포함
copy duplicate clone replicate 복사 복제
swap exchange switch interchange 교환 바꾸
choose select pick find 선택 고르
find search look locate seek retrieve 찾 탐색 검색
access reach read fetch retrieve obtain get 접근 읽
sort order arrange rank 정렬
order sequence arrangement 순서
merge combine join unite together concatenate union 병합 합치 결합
split divide break partition separate halve half cut 분할 나누 쪼개
part piece section portion segment half sub subset 부분 조각
point refer reference link direct connect 가리키 참조 연결
pointer reference address link ptr 포인터 주소
link connect connection chain attach join edge 연결 간선
body code implementation statement instruction content logic 본문 코드 구현 내용
implement code program write develop build 구현 작성 개발
program software application system project 프로그램 소프트웨어 시스템
type kind class category sort variety 종류 유형 타입 형 자료형
integer int number whole 정수
character char letter symbol 문자
string text word 문자열
boolean bool flag logical 불리언 논리
true correct right valid 참 맞
false wrong incorrect invalid 거짓 틀리
definition implementation body describe 정의
define specify describe determine set 정의 명시
declare declaration prototype introduce specify 선언
create instantiate allocate construct make build generate form 생성 만들 할당
initialize set assign give start 초기화 지정 대입
construct constructor initialize build 생성자
destroy free deallocate release delete destructor 해제 소멸
constant const fixed immutable unchanged unchangeable 상수 고정
nonconstant nonconst variable mutable changeable 변경가능
static fixed permanent persistent constant 정적
dynamic flexible runtime variable resizable grow 동적
local private internal inside within 지역 내부
global public external outside everywhere anywhere 전역 외부
private hidden restricted inaccessible protected 비공개
public accessible visible open available 공개
scope visible visibility region accessible lifetime 범위 유효범위
lifetime life lifespan duration 수명
interface signature header prototype 인터페이스 시그니처
header file library include 헤더
signature name header prototype parameter 시그니처
name identifier label title 이름 식별자
member field attribute property variable 멤버 속성 필드
class object type structure struct 클래스 구조체
instance object 인스턴스 객체
inherit inheritance derive extend subclass child 상속
encapsulate encapsulation hide conceal abstraction 캡슐화 은닉
abstract abstraction hide simplify general 추상화 추상
override overload redefine 재정의
polymorphism overload form 다형성
reuse reusable reusability again 재사용
modular module modularity component part unit 모듈
maintain maintenance maintainable support upkeep 유지보수 유지
compile compiler translate build 컴파일 컴파일러
runtime execution run dynamic 실행
loop iterate iteration repeat cycle while 반복 순환
repeat iterate again continue process 되풀이 반복
recursive recursion itself 재귀
iterative iteration loop repetitive 반복
condition case test check statement 조건 경우
base stop termination terminate stopping exit end 기저 종료
infinite endless forever never unlimited 무한
stop terminate halt finish exit end quit complete 멈추 종료 중단
error bug mistake fault problem defect exception issue failure 오류 버그 에러 문제 결함
increment increase add advance move plus 증가 더하
decrement decrease subtract minus reduce 감소 빼
index subscript offset position number 인덱스 색인 번호
bracket subscript notation 대괄호
dereference indirection value access 역참조
null nil zero empty nothing none 널 빈 없
overflow full exceed 초과 넘치
`;

const ALGORITHMS = `
minimum smallest lowest least smaller min minimal 최소 최솟값 작은
maximum largest highest greatest bigger biggest max maximal most 최대 최댓값 큰
visit see traverse walk pass traversal encounter process touch 방문 순회
traversal tour walk path route visit order 순회 경로
tree hierarchy bst 트리
root parent top 루트 부모 뿌리
child descendant leaf subtree son successor 자식 자손
leaf terminal end bottom external 잎 리프 단말
internal inner nonleaf interior 내부
depth height level distance tall 깊이 높이 레벨
length size number count long 길이 크기 개수
subtree branch side child 가지 부분트리
adjacent neighbor next beside connected 인접 이웃
stack lifo pile 스택
queue fifo line 큐 대기열
circular circle loop ring cycle cyclic 원형
double doubly both two bidirectional 양방향 이중
two both pair couple twice double 두 둘 양쪽
one single once individual only 하나 한 단일
each every all individual any 각 모든 모두
many multiple several various numerous more 여러 다수 많
complexity efficiency cost time speed performance 복잡도 비용 성능
time duration speed period long 시간
fast quick efficient efficiency rapid speed efficiently 빠르 효율
slow inefficient long expensive 느리 비효율
efficient effective optimal economical cheap 효율 효과
running run execution computational 실행
measure time calculate record count compute determine clock 측정 재
compute calculate evaluate determine solve work 계산
estimate predict approximate guess 추정 예측
algorithm method procedure technique approach program solution 알고리즘 방법
experiment experimental empirical test practical 실험
actual physical real true 실제
input data size 입력
size input large dimension scale 크기
worst maximum upper slowest 최악
best minimum lower fastest optimal 최선
average mean expected typical 평균
bound limit maximum ceiling cap 한계 경계
proportional depend dependent linear relation 비례 의존
logarithmic logarithm log 로그
linear proportional straight sequential 선형
quadratic square squared 제곱 이차
exponential power 지수
compare comparison check match contrast relation 비교
pivot middle center median 피벗 중앙 가운데
middle center mid central halfway 중간 가운데
move shift transfer slide advance 옮기 이동
replace substitute swap exchange overwrite 대체 교체
current present this existing 현재
remaining rest left unsorted other 나머지 남
previous already sorted existing earlier 이전 이미
sorted ordered arranged order 정렬된
unsorted unordered random 정렬되지
correct proper right appropriate valid suitable 올바르 맞
incorrect wrong improper bad error invalid never 잘못
solve solution answer resolve address 해결 풀
problem task question subproblem issue 문제
small smaller little simple simpler tiny 작 간단
large big huge great long considerable 크 큰
operation action step function command 연산 동작
operator symbol sign 연산자
operand argument value variable number 피연산자
postfix suffix 후위
infix between 중위
prefix before 전위
expression formula equation 식 수식
hash map key 해시
key identifier index id 키
graph network 그래프
parse read analyze interpret 해석
balance balanced even equal 균형
`;

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
