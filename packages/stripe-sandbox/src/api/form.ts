/** A parameter as it arrives: text, or what brackets in its name nest. */
export type Value = string | Value[] | { [name: string]: Value };
export type Fields = { [name: string]: Value };

type Node = Map<string, Node | string>;

const MOST_LEVELS = 12;
/** `a[b][0]` → a, b, 0. */
const stepsOf = (name: string): string[] => name.replaceAll(']', '').split('[');

function plain(node: Node): Value {
  const entries = [...node].map(([name, value]): [string, Value] => [
    name,
    typeof value === 'string' ? value : plain(value),
  ]);
  const isList = entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name));
  if (isList) return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value);
  return Object.assign(Object.create(null) as Fields, Object.fromEntries(entries));
}

/** A form-encoded body or query with Stripe's bracketed names as nested objects and lists. */
export function parseForm(text: string): Fields {
  const root: Node = new Map();
  for (const [name, value] of new URLSearchParams(text)) {
    const steps = stepsOf(name).slice(0, MOST_LEVELS);
    const last = steps.pop() ?? '';
    let node = root;
    for (const step of steps) {
      const key = step === '' ? String(node.size) : step;
      const next = node.get(key);
      const child: Node = next instanceof Map ? next : new Map();
      if (child !== next) node.set(key, child);
      node = child;
    }
    node.set(last === '' ? String(node.size) : last, value);
  }
  return plain(root) as Fields;
}
