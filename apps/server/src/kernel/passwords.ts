import { hash, verify } from '@node-rs/argon2';

/** Slow hashing of passwords, off the main thread, a bounded number at a time. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** False for a wrong password; costs the same when there is no hash to compare with. */
  verify(stored: string | null, password: string): Promise<boolean>;
}

export interface HashCost {
  /** KiB. */
  memoryCost: number;
  timeCost: number;
}

const RECOMMENDED: HashCost = { memoryCost: 19_456, timeCost: 2 };
/** More at once would take all memory and processors from the rest of the server. */
const AT_ONCE = 2;

/** argon2id (the library's default variant) with OWASP's cost. */
export function argonHasher(cost: HashCost = RECOMMENDED): PasswordHasher {
  const options = { ...cost, parallelism: 1 };
  let running = 0;
  const waiting: (() => void)[] = [];
  async function throttled<T>(work: () => Promise<T>): Promise<T> {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    running++;
    try {
      return await work();
    } finally {
      running--;
      waiting.shift()?.();
    }
  }
  const decoy = hash('no such account', options);
  return {
    hash: (password) => throttled(() => hash(password, options)),
    verify: (stored, password) =>
      throttled(async () => {
        const matches = await verify(stored ?? (await decoy), password);
        return matches && stored !== null;
      }),
  };
}
