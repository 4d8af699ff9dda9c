import { jwtVerify, SignJWT } from 'jose';
import type { Clock } from './clock.ts';

/** What an access token says of its bearer; the role is informative, the membership decides. */
export interface TokenClaims {
  /** The user's integer ref, as a string. */
  sub: string;
  /** The tenant that it works in. */
  tid: string;
  email: string;
  role: string;
}

export interface BearerTokens {
  /** A signed token (JWT, HS256) that lives for the configured hours. */
  sign(claims: TokenClaims): Promise<string>;
  /** The claims of a sound, unexpired token and its end; null for everything else. */
  verify(token: string): Promise<(TokenClaims & { expiresAt: Date }) | null>;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Access tokens under one secret of at least 32 characters. One algorithm only, so that none can be chosen by a caller. */
export function bearerTokens(secret: string, hours: number, clock: Clock): BearerTokens {
  const key = new TextEncoder().encode(secret);
  const seconds = () => Math.floor(clock.now().epochMilliseconds / 1000);
  return {
    sign({ sub, ...claims }) {
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setSubject(sub)
        .setIssuedAt(seconds())
        .setExpirationTime(seconds() + hours * 3600)
        .sign(key);
    },
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          requiredClaims: ['sub', 'tid', 'iat', 'exp'],
          currentDate: new Date(clock.now().epochMilliseconds),
        });
        const { sub, tid, email, role, exp } = payload;
        if (!isText(sub) || !isText(tid) || exp === undefined) return null;
        return {
          sub,
          tid,
          email: isText(email) ? email : '',
          role: isText(role) ? role : '',
          expiresAt: new Date(exp * 1000),
        };
      } catch {
        return null;
      }
    },
  };
}
