import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN = /^[0-9a-f]{64}$/;

const sameText = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** The token that a page's forms carry, and its cookie: another site can send neither of them together. */
export interface FormTokens {
  /** The token of the browser's cookie; null without one that we made. */
  ofCookie(cookieHeader: string | undefined): string | null;
  fresh(): string;
  cookie(token: string): string;
  /** Whether what a form carries belongs to the browser's cookie. */
  matches(cookieHeader: string | undefined, carried: string): boolean;
}

/** `key` proves that a cookie is of our making. */
export function formTokens(key: Buffer, https: boolean): FormTokens {
  const name = `${https ? '__Host-' : ''}next-auth.csrf-token`;
  const seal = (token: string) => createHmac('sha256', key).update(token).digest('hex');
  const self: FormTokens = {
    ofCookie(header = '') {
      for (const part of header.split(';')) {
        const [at, value = ''] = part.trim().split('=', 2);
        if (at !== name) continue;
        const [token = '', sealed = ''] = value.split(/%7C|\|/i);
        if (TOKEN.test(token) && sameText(sealed, seal(token))) return token;
      }
      return null;
    },
    fresh: () => randomBytes(32).toString('hex'),
    cookie: (token) =>
      `${name}=${token}%7C${seal(token)}; Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`,
    matches(header, carried) {
      const token = self.ofCookie(header);
      return token !== null && sameText(token, carried);
    },
  };
  return self;
}
