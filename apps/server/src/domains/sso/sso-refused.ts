/** Why a sign-in through a provider does not count; told to the firm's journal and to nobody else. */
export class SsoRefused extends Error {
  override name = 'SsoRefused';
}

export function demand(holds: unknown, reason: string): asserts holds {
  if (!holds) throw new SsoRefused(reason);
}

/** Who a provider says that somebody is. */
export interface Claims {
  externalId: string;
  email: string | null;
  name: string | null;
  groups: string[];
}

const list = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((each) =>
    typeof each === 'string' && each.trim() ? [each.trim()] : [],
  );

const EMAIL = /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+\.[^\s@.<>"(),:;\\[\]]{2,}$/;

/** What is told under the names of the mapping, or under the usual ones. */
export function claimsOf(
  externalId: string,
  told: Record<string, unknown>,
  mapping: { email?: string; name?: string; groups?: string },
  usual: { email: readonly string[]; name: readonly string[]; groups: readonly string[] },
): Claims {
  const first = (names: readonly string[]) => names.map((name) => list(told[name])[0]).find(Boolean) ?? null;
  const named = (own: string | undefined, names: readonly string[]) => (own ? [own] : names);
  const email = first(named(mapping.email, usual.email))?.toLowerCase() ?? null;
  return {
    externalId,
    email: email && email.length <= 254 && EMAIL.test(email) ? email : null,
    name:
      first(named(mapping.name, usual.name))
        ?.replace(/\p{Cc}/gu, ' ')
        .slice(0, 120) ?? null,
    groups: named(mapping.groups, usual.groups)
      .flatMap((name) => list(told[name]))
      .slice(0, 500),
  };
}
