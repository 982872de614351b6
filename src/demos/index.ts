import type { Localised } from '../cards/inline.ts';
import { activationDemos } from './activation/index.ts';
import { arrayDemos } from './array/index.ts';
import { classificationDemos } from './classification/index.ts';
import { clusteringDemos } from './clustering/index.ts';
import { convnetDemos } from './convnet/index.ts';
import { decompositionDemos } from './decomposition/index.ts';
import type { Demo } from './demo.ts';
import { ensembleDemos } from './ensemble/index.ts';
import { fewShotDemos } from './few-shot/index.ts';
import { generativeDemos } from './generative/index.ts';
import { lossDemos } from './loss/index.ts';
import { metricsDemos } from './metrics/index.ts';
import { optimizationDemos } from './optimization/index.ts';
import { precisionDemos } from './precision/index.ts';
import { preprocessingDemos } from './preprocessing/index.ts';
import { recommendationDemos } from './recommendation/index.ts';
import { recurrentDemos } from './recurrent/index.ts';
import { regressionDemos } from './regression/index.ts';
import { rlDemos } from './rl/index.ts';
import { systemsDemos } from './systems/index.ts';
import { textDemos } from './text/index.ts';
import { trainingDemos } from './training/index.ts';
import { transformerDemos } from './transformer/index.ts';
import { validationDemos } from './validation/index.ts';

/** Every demo there is, by family, in the order in which they are shown. */

export interface Family {
  readonly id: string;
  readonly title: Localised;
  readonly demos: readonly Demo[];
}

export const FAMILIES: readonly Family[] = [
  { id: 'activation', title: { ko: '활성화 함수', en: 'Activations' }, demos: activationDemos },
  { id: 'optimization', title: { ko: '최적화', en: 'Optimization' }, demos: optimizationDemos },
  { id: 'training', title: { ko: '학습의 부품', en: 'Training' }, demos: trainingDemos },
  { id: 'loss', title: { ko: '손실과 정보', en: 'Losses and information' }, demos: lossDemos },
  { id: 'metrics', title: { ko: '평가 지표', en: 'Metrics' }, demos: metricsDemos },
  { id: 'precision', title: { ko: '수의 정밀도', en: 'Numeric precision' }, demos: precisionDemos },
  { id: 'regression', title: { ko: '회귀', en: 'Regression' }, demos: regressionDemos },
  { id: 'classification', title: { ko: '분류', en: 'Classification' }, demos: classificationDemos },
  { id: 'clustering', title: { ko: '군집화', en: 'Clustering' }, demos: clusteringDemos },
  { id: 'ensemble', title: { ko: '앙상블', en: 'Ensembles' }, demos: ensembleDemos },
  { id: 'decomposition', title: { ko: '차원 축소와 분해', en: 'Decomposition' }, demos: decompositionDemos },
  { id: 'preprocessing', title: { ko: '전처리', en: 'Preprocessing' }, demos: preprocessingDemos },
  { id: 'validation', title: { ko: '검증', en: 'Validation' }, demos: validationDemos },
  { id: 'convnet', title: { ko: '합성곱 신경망', en: 'Convolutional networks' }, demos: convnetDemos },
  { id: 'recurrent', title: { ko: '순환 신경망', en: 'Recurrent networks' }, demos: recurrentDemos },
  { id: 'transformer', title: { ko: '트랜스포머', en: 'Transformers' }, demos: transformerDemos },
  { id: 'generative', title: { ko: '생성 모델', en: 'Generative models' }, demos: generativeDemos },
  { id: 'text', title: { ko: '텍스트', en: 'Text' }, demos: textDemos },
  { id: 'few-shot', title: { ko: '적은 예로 배우기', en: 'Few-shot learning' }, demos: fewShotDemos },
  { id: 'recommendation', title: { ko: '추천', en: 'Recommendation' }, demos: recommendationDemos },
  { id: 'rl', title: { ko: '강화 학습', en: 'Reinforcement learning' }, demos: rlDemos },
  { id: 'systems', title: { ko: '시스템과 병렬화', en: 'Systems' }, demos: systemsDemos },
  { id: 'array', title: { ko: '배열', en: 'Arrays' }, demos: arrayDemos },
];

export const DEMOS: readonly Demo[] = FAMILIES.flatMap((family) => family.demos);
export const DEMOS_BY_ID: ReadonlyMap<string, Demo> = new Map(DEMOS.map((demo) => [demo.id, demo]));
