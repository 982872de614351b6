import type { Rows } from '../../math/vector.ts';
import { refuse } from '../demo.ts';

/** A query has one value for each column of x. */
export function fitsColumns(query: readonly number[], x: Rows): void {
  const columns = x[0]?.length ?? 0;
  if (query.length !== columns)
    refuse(
      'query',
      `x의 열과 개수가 같아야 해요 (${query.length}개와 ${columns}개).`,
      `must have as many entries as x has columns (${query.length} and ${columns}).`,
    );
}
