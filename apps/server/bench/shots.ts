import type { Shot } from './load.ts';

export interface Scenario {
  name: string;
  /** Least ratio to the twin (design §10); null is shown without a target. */
  target: number | null;
  ours: () => Shot;
  twin: () => Shot;
}

export const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
export const query = (procedure: string, input: unknown): Shot => ({
  method: 'GET',
  path: `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`,
});
export const post = (path: string, body: unknown): Shot => ({
  method: 'POST',
  path,
  body: JSON.stringify(body),
});
