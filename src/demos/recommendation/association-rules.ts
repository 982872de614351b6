import { formatNumber, formatPercent } from '../../charts/number.ts';
import { countFrequentSets, ruleMeasures } from '../../math/association-rule.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { float, text } from '../parameters.ts';

const MAX_ITEMS = 12;
/** A support that equals the limit but for rounding still counts. */
const SLACK = 1e-9;

function itemsOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    ),
  ];
}

function basketsOf(transactions: string): ReadonlySet<string>[] {
  return transactions.split('/').map((basket, index) => {
    const items = itemsOf(basket);
    if (items.length === 0)
      refuse(
        'transactions',
        `${index + 1}번째 장바구니가 비어 있어요.`,
        `has nothing in basket ${index + 1}.`,
      );
    return new Set(items);
  });
}

function sideOf(name: string, text: string): string[] {
  const items = itemsOf(text);
  if (items.length === 0) refuse(name, '항목을 하나 이상 넣어 주세요.', 'must hold at least one item.');
  return items;
}

function short(items: readonly string[]): string {
  const line = items.join(', ');
  return [...line].length > 24 ? `${[...line].slice(0, 23).join('')}…` : line;
}

function seen(
  rule: string,
  { confidence, lift, support_b }: { confidence: number | null; lift: number | null; support_b: number },
  say: Say,
): string {
  if (confidence === null || lift === null)
    return say(
      `${rule}: 조건이나 결과가 나온 장바구니가 없어서 신뢰도나 향상도를 정할 수 없어요.`,
      `${rule}: no basket holds one of the sides, so confidence or lift is undefined.`,
    );
  const [c, b, l] = [formatPercent(confidence), formatPercent(support_b), formatNumber(lift)];
  if (Math.abs(lift - 1) < SLACK)
    return say(
      `${rule}: 신뢰도 ${c}가 결과의 비율 ${b}와 같아 향상도가 1이에요. 둘은 독립이라 규칙에 정보가 없어요.`,
      `${rule}: the confidence, ${c}, equals the share of the consequent, ${b}, so the lift is 1: independent, and no information.`,
    );
  return lift < 1
    ? say(
        `${rule}: 신뢰도는 ${c}이지만 결과가 원래 ${b}라서 향상도가 1보다 작은 ${withJosa(l, '이에요/예요')}. 신뢰도만 보면 속는 경우예요.`,
        `${rule}: the confidence is ${c}, but the consequent alone has ${b}, so the lift is ${l}, below 1. Confidence on its own misleads here.`,
      )
    : say(
        `${rule}: 신뢰도 ${c}는 결과의 비율 ${b}의 ${l}배예요. 향상도가 1보다 크니 함께 사는 경향이 있지만 인과는 아니에요.`,
        `${rule}: the confidence, ${c}, is ${l} times the share of the consequent, ${b}. A lift above 1 means they go together, not that one causes the other.`,
      );
}

export const associationRules = defineDemo({
  id: 'association-rules',
  title: { ko: '연관 규칙(지지도·신뢰도·향상도)', en: 'Association rules' },
  about: {
    ko: '장바구니는 "/"로, 항목은 쉼표로 나눠요. 지지도 P(A,B), 신뢰도 P(B|A), 향상도 P(B|A)/P(B), 레버리지 P(A,B) − P(A)P(B), 확신도 (1 − P(B))/(1 − 신뢰도)예요(Agrawal 외, 1993). 빈발 집합은 모든 부분 집합을 세요.',
    en: 'Baskets are parted by "/", items by commas. Support P(A,B), confidence P(B|A), lift P(B|A)/P(B), leverage P(A,B) − P(A)P(B), conviction (1 − P(B))/(1 − confidence) (Agrawal et al., 1993); frequent sets are counted over all subsets.',
  },
  parameters: {
    transactions: text(
      'milk,bread / milk,diaper,beer / bread,diaper / milk,bread,diaper / bread,beer',
      '1..5000',
      { ko: '장바구니 목록', en: 'baskets' },
    ),
    antecedent: text('milk', '1..200', { ko: '조건 A', en: 'antecedent A' }),
    consequent: text('bread', '1..200', { ko: '결과 B', en: 'consequent B' }),
    min_support: float(0.4, '0<..1', {
      ko: '빈발 집합의 최소 지지도',
      en: 'least support of a frequent set',
    }),
  },
  results: {
    support_a: 'float',
    support_b: 'float',
    support: 'float',
    confidence: 'float?',
    lift: 'float?',
    leverage: 'float',
    conviction: 'float?',
    frequent: 'int',
  },
  run({ transactions, antecedent, consequent, min_support }) {
    const baskets = basketsOf(transactions);
    const [a, b] = [sideOf('antecedent', antecedent), sideOf('consequent', consequent)];
    const both = a.find((item) => b.includes(item));
    if (both !== undefined)
      refuse(
        'consequent',
        `antecedent와 겹치면 안 돼요: ${both}`,
        `must not share an item with antecedent: ${both}`,
      );
    const items = [...new Set(baskets.flatMap((basket) => [...basket]))];
    if (items.length > MAX_ITEMS)
      refuse(
        'transactions',
        `서로 다른 항목이 ${MAX_ITEMS}개 이하여야 해요 (지금은 ${items.length}개).`,
        `must have at most ${MAX_ITEMS} different items (it has ${items.length}).`,
      );
    const found = ruleMeasures(baskets, a, b);
    return {
      support_a: found.supportA,
      support_b: found.supportB,
      support: found.support,
      confidence: found.confidence ?? null,
      lift: found.lift ?? null,
      leverage: found.leverage,
      conviction: found.conviction ?? null,
      frequent: countFrequentSets(baskets, items, min_support - SLACK),
    };
  },
  view({ antecedent, consequent, min_support }, results, say) {
    const { support_a, support_b, support, confidence, lift, leverage, conviction, frequent } = results;
    const [a, b] = [short(itemsOf(antecedent)), short(itemsOf(consequent))];
    const rule = `${a} → ${b}`;
    const shown = (value: number | null): string => (value === null ? '–' : formatNumber(value));
    return {
      chart: {
        kind: 'panels',
        title: say(`규칙 ${rule}`, `Rule ${rule}`),
        panels: [
          {
            kind: 'bars',
            title: say('비율', 'shares'),
            categories: ['P(A)', 'P(B)', say('지지도', 'support'), say('신뢰도', 'confidence')],
            x: { name: '' },
            y: { name: say('비율', 'share'), min: 0 },
            series: [{ name: say('비율', 'share'), values: [support_a, support_b, support, confidence] }],
            chosen: [3],
          },
          {
            kind: 'bars',
            title: say('독립일 때의 몇 배', 'against independence'),
            categories: [say('향상도', 'lift'), say('확신도', 'conviction')],
            x: { name: '' },
            y: { name: say('배', 'ratio'), min: 0 },
            series: [
              {
                name: say('배', 'ratio'),
                values: [lift, conviction],
                colour: 'green',
              },
            ],
            marks: [{ axis: 'y', at: 1, label: say('독립 = 1', 'independent = 1'), colour: 'vermillion' }],
          },
        ],
      },
      see: seen(rule, { confidence, lift, support_b }, say),
      numbers: [
        [say('지지도', 'support'), formatPercent(support)],
        [say('신뢰도', 'confidence'), confidence === null ? '–' : formatPercent(confidence)],
        [say('향상도', 'lift'), shown(lift)],
        [say('레버리지', 'leverage'), formatNumber(leverage)],
        [say('확신도', 'conviction'), shown(conviction)],
        [
          say(
            `빈발 집합(지지도 ${formatNumber(min_support)} 이상)`,
            `frequent sets (support ≥ ${formatNumber(min_support)})`,
          ),
          formatNumber(frequent),
        ],
      ],
    };
  },
  variations: [
    {
      label: { ko: '조건과 결과를 바꾸기', en: 'swap the two sides' },
      change: ({ antecedent, consequent }) => ({ antecedent: consequent, consequent: antecedent }),
    },
    {
      label: { ko: 'beer → diaper', en: 'beer → diaper' },
      change: () => ({ antecedent: 'beer', consequent: 'diaper' }),
    },
    {
      label: { ko: '조건 둘: milk, diaper', en: 'two conditions: milk, diaper' },
      change: () => ({ antecedent: 'milk,diaper', consequent: 'bread' }),
    },
    { label: { ko: '최소 지지도 0.2', en: 'least support 0.2' }, change: () => ({ min_support: 0.2 }) },
    {
      label: { ko: '예외 없는 규칙(신뢰도 1)', en: 'a rule without exception' },
      change: () => ({ transactions: 'a,b / a,b / b / c', antecedent: 'a', consequent: 'b' }),
    },
  ],
});
