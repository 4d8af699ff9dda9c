import type { DestinationStream } from 'pino';

/** What a secret of ours looks like, by what it is. Ids are UUIDs, which none of these takes for one. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  'a password': /SecurePassword123!/,
  'a cookie': /officina_session=|next-auth\.session-token=/,
  'an API key': /ofk_[0-9a-f]{16}/,
  'a webhook secret': /whsec_\w/,
  'a key of Stripe': /\b[sr]k_(test|live)_\w/,
  'a signed token': /\beyJ[\w-]+\.eyJ[\w-]+/,
  'a secret of the configuration': /the secret of the tests|what seals the secrets of the tests/,
  // Sessions, links in mails, backup codes' seeds and sealed boxes are random bytes in one of these.
  'a random text':
    /(?<![\w+/=-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)(?![\w-]*-[0-9a-f]{4}-)[\w-]{32,}(?![\w-])/,
  'a random number': /\b[0-9a-f]{48,}\b/,
};

let found: string[] = [];

/** Takes the place of the standard output: what is logged while tests run is read for secrets and forgotten. */
export const watchedLog: DestinationStream = {
  write(line) {
    for (const [what, pattern] of Object.entries(SECRETS))
      if (pattern.test(line)) found.push(`${what}: ${line.trim()}`);
  },
};

/** The lines with secrets since the last call. */
export function takeLoggedSecrets(): string[] {
  const taken = found;
  found = [];
  return taken;
}
