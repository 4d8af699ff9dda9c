import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId, type TenantId } from '../../kernel/ids.ts';
import { readLink, signLink } from './link-token.ts';

const key = randomBytes(32);
const now = Temporal.Instant.from('2026-01-15T10:00:00.500Z');
const file = { tenantId: newId() as TenantId, documentId: newId() };

describe('a link to a file', () => {
  const { token, expiresAt } = signLink(key, file, now);

  it('opens what it was made for, for five minutes', () => {
    expect(readLink(key, token, now)).toEqual(file);
    expect(expiresAt.toString()).toBe('2026-01-15T10:05:00.5Z');
    expect(readLink(key, token, now.add({ seconds: 299 }))).toEqual(file);
    expect(readLink(key, token, now.add({ minutes: 5 }))).toBeNull();
  });

  it('opens nothing when any letter of it is another, or under another key', () => {
    expect(readLink(randomBytes(32), token, now)).toBeNull();
    for (let at = 0; at < token.length; at++) {
      for (const letter of ['0', 'a', 'A', '_']) {
        const forged = token.slice(0, at) + letter + token.slice(at + 1);
        // The last letter of a signature carries two bits that say nothing.
        if (forged === token || at === token.length - 1) continue;
        expect(readLink(key, forged, now), `letter ${at}`).toBeNull();
      }
    }
    const later = signLink(key, file, now.add({ hours: 1 })).token;
    expect(readLink(key, `${later.split('.')[0]}.${token.split('.')[1]}`, now)).toBeNull();
  });

  it('opens nothing when it is no link at all', () => {
    fc.assert(fc.property(fc.string(), (text) => readLink(key, text, now) === null));
    expect(readLink(key, `${token}x`, now)).toBeNull();
    expect(readLink(key, token.slice(0, -1), now)).toBeNull();
  });
});
