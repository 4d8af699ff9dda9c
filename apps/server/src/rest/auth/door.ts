import type { Context } from 'hono';
import type { SignedIn } from '../../domains/identity/enter.ts';
import type { SessionStore } from '../../domains/identity/session-store.ts';
import type { Env } from '../../http/environment.ts';
import { sendCookies } from '../../http/send-cookies.ts';
import { hashSecret } from '../../kernel/ids.ts';
import type { FormTokens } from './form-token.ts';
import { ownPage } from './own-page.ts';
import type { Posted } from './posted.ts';

/** What the doors of sign-in stand on. */
export interface AuthParts {
  sessions: SessionStore;
  tokens: FormTokens;
  publicUrl: string;
  demo: boolean;
}

/** One request at a door: what it carries, and the ways to answer it. */
export class Door {
  readonly c: Context<Env>;
  readonly parts: AuthParts;

  constructor(c: Context<Env>, parts: AuthParts) {
    this.c = c;
    this.parts = parts;
  }

  get ctx() {
    return this.c.get('ctx');
  }

  /** An address under /api/auth, absolute. */
  at(path: string): string {
    return `${this.parts.publicUrl}/api/auth${path}`;
  }

  /** The page of ours that was asked for; null for any other. */
  page(asked: unknown): string | null {
    return ownPage(asked, this.parts.publicUrl, this.c.req.header('host') ?? '');
  }

  get cookies(): string | undefined {
    return this.c.req.header('cookie');
  }

  /** By which a sign-in link knows the browser that asked for it. */
  get browserHash(): string {
    const token = this.parts.tokens.ofCookie(this.cookies);
    return token ? hashSecret(token) : '';
  }

  /** The token for this browser's forms, with its cookie. */
  giveToken(): string {
    const { tokens } = this.parts;
    const token = tokens.ofCookie(this.cookies) ?? tokens.fresh();
    this.c.header('set-cookie', tokens.cookie(token), { append: true });
    return token;
  }

  /** Sends the caller there, or tells where for a program that asked for JSON. */
  to(url: string, { json = false, refused = false }: { json?: boolean; refused?: boolean } = {}): Response {
    return json ? this.c.json({ url }, refused ? 401 : 200) : this.c.redirect(url, 302);
  }

  /** Puts the new session into the cookies and goes on to the page that was asked for. */
  enter({ token, home }: SignedIn, asked: unknown, posted?: Posted): Response {
    sendCookies(this.c, this.parts.sessions.cookies(token));
    return this.to(this.page(asked) ?? home, posted);
  }

  leave(): void {
    sendCookies(this.c, this.parts.sessions.blankCookies());
  }
}
