import type { World } from '../world.ts';
import type { Params } from './params.ts';

/** What a route is called with: its path's ids and its parameters. */
export interface Call {
  world: World;
  /** The object that the path names; empty for routes without one. */
  id: string;
  params: Params;
  /** The path, as lists name it in `url`. */
  path: string;
}

export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  /** Under `/v1`; `:id` at most once. */
  path: string;
  /** Every parameter that it heeds; others are refused, so that nothing is silently left out. */
  takes: readonly string[];
  run(call: Call): object;
}

type Run = Route['run'];
export const get = (path: string, run: Run, takes: readonly string[] = []): Route => ({
  method: 'GET',
  path,
  takes,
  run,
});
export const post = (path: string, takes: readonly string[], run: Run): Route => ({
  method: 'POST',
  path,
  takes,
  run,
});
export const del = (path: string, run: Run, takes: readonly string[] = []): Route => ({
  method: 'DELETE',
  path,
  takes,
  run,
});
