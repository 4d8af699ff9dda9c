import type { ListQuery } from './types.ts';

/** Every row of the filter: loads what is not there yet. */
export async function everyRow<Row>(query: ListQuery<Row>): Promise<Row[]> {
  let { data, hasNextPage } = query as { data: ListQuery<Row>['data']; hasNextPage: boolean };
  while (hasNextPage) ({ data, hasNextPage } = await query.fetchNextPage());
  return data?.pages.flatMap((page) => page.items) ?? [];
}
