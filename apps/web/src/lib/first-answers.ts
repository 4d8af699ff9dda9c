import type { FirstAnswer } from '@officina/contracts/first-answers';
import type { QueryClient } from '@tanstack/react-query';

/** What the server wrote into the page that the browser shows. */
export function writtenAnswers(): FirstAnswer[] {
  return JSON.parse(document.getElementById('officina-answers')?.textContent || '[]');
}

/**
 * Puts what the server wrote into the page where the page's queries look first, under the keys of tRPC's query options: the
 * first drawing has its records, and nothing is drawn twice.
 */
export function keepFirstAnswers(client: QueryClient, answers: readonly FirstAnswer[]): void {
  for (const { procedure, input, paged, data } of answers) {
    const key = [procedure.split('.'), { input, type: paged ? 'infinite' : 'query' }];
    client.setQueryData(key, paged ? { pages: [data], pageParams: [null] } : data);
  }
}
