import type { FirstAnswer } from '@officina/contracts/first-answers';
import type { QueryClient } from '@tanstack/react-query';

/**
 * Puts what the server wrote into the page where the page's queries look first, under the keys of tRPC's query options: the
 * first drawing has its records, and nothing is drawn twice.
 */
export function keepFirstAnswers(client: QueryClient): void {
  const written = document.getElementById('officina-answers')?.textContent;
  const answers: FirstAnswer[] = JSON.parse(written || '[]');
  for (const { procedure, input, paged, data } of answers) {
    const key = [procedure.split('.'), { input, type: paged ? 'infinite' : 'query' }];
    client.setQueryData(key, paged ? { pages: [data], pageParams: [null] } : data);
  }
}
