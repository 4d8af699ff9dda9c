import type { Store } from '../store.ts';
import { invalid } from '../stripe-error.ts';

type Json = { [name: string]: unknown };

/** What Stripe leaves out of an object unless it is asked for. */
const HIDDEN: Record<string, readonly string[]> = {
  'checkout.session': ['line_items'],
  invoice: ['confirmation_secret', 'payments'],
  charge: ['refunds'],
};

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const MOST_LEVELS = 4;

/** A copy as it leaves the house: ids where `paths` do not ask for the object itself. */
function copyOf(value: unknown, paths: readonly string[], store: Store): unknown {
  if (Array.isArray(value)) return value.map((each) => copyOf(each, paths, store));
  if (!isJson(value)) return value;
  const hidden = typeof value.object === 'string' ? (HIDDEN[value.object] ?? []) : [];
  const out: Json = {};
  for (const [name, inner] of Object.entries(value)) {
    const below = paths.flatMap((path) => (path.startsWith(`${name}.`) ? [path.slice(name.length + 1)] : []));
    const asked = below.length > 0 || paths.includes(name);
    if (hidden.includes(name) && !asked) continue;
    const object = asked && typeof inner === 'string' ? (store.any(inner) ?? inner) : inner;
    out[name] = copyOf(object, below, store);
  }
  return out;
}

/** The answer with `expand[]` carried out. */
export function expanded(value: unknown, paths: readonly string[], store: Store): unknown {
  for (const path of paths) {
    if (path.split('.').length > MOST_LEVELS)
      throw invalid('You cannot expand more than 4 levels of a property.', 'expand');
  }
  return copyOf(value, paths, store);
}
