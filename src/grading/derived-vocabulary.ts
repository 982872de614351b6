/**
 * Words that one person writes where another writes a different one, for answers about programming, algorithms and
 * machine learning. A line is a group of words that may stand for each other in an explanation; a word may be in several
 * groups, and words of different groups are never chained. Compiled by hand from the vocabulary of introductory
 * courses, not from graded answers. Plain words only: inflections are found by their stems, Korean words by their heads.
 */

export const PROGRAMMING = `
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

export const ALGORITHMS = `
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
