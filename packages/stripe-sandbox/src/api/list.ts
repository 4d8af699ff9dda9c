import type { AnyObject, Kind, Kinds, Store } from '../store.ts';
import { invalid } from '../stripe-error.ts';
import type { Params } from './params.ts';

export interface List<T> {
  object: 'list';
  url: string;
  has_more: boolean;
  data: T[];
}

/** Parameters of every list. */
export const PAGING = ['limit', 'starting_after', 'ending_before', 'created'];

function createdWithin(params: Params): (object: AnyObject) => boolean {
  const exact = params.inside('created').names.length ? null : params.integer('created');
  const range = params.inside('created');
  const [gt, gte, lt, lte] = ['gt', 'gte', 'lt', 'lte'].map((word) => range.integer(word));
  return (object) => {
    const { created } = object as { created: number };
    return (
      (exact === null || created === exact) &&
      (gt == null || created > gt) &&
      (gte == null || created >= gte) &&
      (lt == null || created < lt) &&
      (lte == null || created <= lte)
    );
  };
}

/** A page of a kind, newest first, as `limit`, `starting_after` and `ending_before` ask. */
export function page<K extends Kind>(
  store: Store,
  kind: K,
  url: string,
  params: Params,
  matches: (object: Kinds[K]) => boolean = () => true,
): List<Kinds[K]> {
  const limit = params.integer('limit') ?? 10;
  if (limit < 1 || limit > 100)
    throw invalid('This value must be between 1 and 100.', 'limit', 'parameter_invalid_integer');
  const within = createdWithin(params);
  const found = store
    .all(kind)
    .filter((object) => within(object) && matches(object))
    .reverse();
  const place = (param: string) => {
    const id = params.text(param);
    return id === null ? null : found.indexOf(store.get(kind, id, param));
  };
  const after = place('starting_after');
  const before = place('ending_before');
  if (before !== null) {
    const data = found.slice(Math.max(0, before - limit), before);
    return { object: 'list', url, has_more: before > limit, data };
  }
  const from = after === null ? 0 : after + 1;
  return {
    object: 'list',
    url,
    has_more: found.length > from + limit,
    data: found.slice(from, from + limit),
  };
}
