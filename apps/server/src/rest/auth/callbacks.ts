import { devSignIn } from '../../domains/demo/dev-sign-in.ts';
import type { SignedIn } from '../../domains/identity/enter.ts';
import { requestSignInLink } from '../../domains/identity/request-sign-in-link.ts';
import { signIn } from '../../domains/identity/sign-in.ts';
import { readSignInLink, signInByLink } from '../../domains/identity/sign-in-by-link.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Door } from './door.ts';
import { linkPage } from './link-page.ts';
import type { Posted } from './posted.ts';

/** What the caller gave was not good enough; anything else is no answer to it. */
const isRefusal = (error: unknown): boolean =>
  error instanceof AppError &&
  ['INVALID_CREDENTIALS', 'INVALID_TOKEN', 'VALIDATION_ERROR'].includes(error.code);

async function orRefused<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** POST /signin/email: the same for every well-formed address. */
export async function askForLink(door: Door, posted: Posted): Promise<Response> {
  const asked = {
    email: posted.text('email'),
    callbackUrl: door.page(posted.text('callbackUrl')) ?? undefined,
    browserHash: door.browserHash,
  };
  const done = await orRefused(requestSignInLink(door.ctx, asked));
  const answer = done ? '/verify-request?provider=email&type=email' : '/error?error=EmailSignin';
  return door.to(door.at(answer), posted);
}

const deadLink = (door: Door, posted?: Posted) => door.to(door.at('/error?error=Verification'), posted);

/** GET /callback/email: signs in the browser that asked; shows any other a button. */
export async function openLink(door: Door): Promise<Response> {
  const { token = '', email = '', callbackUrl = '' } = door.c.req.query();
  const found = await orRefused(readSignInLink(door.ctx, { token, email, browserHash: door.browserHash }));
  if (!found) return deadLink(door);
  if (found.sameBrowser) {
    const signedIn = await orRefused(signInByLink(door.ctx, { token, email }));
    return signedIn ? door.enter(signedIn, callbackUrl) : deadLink(door);
  }
  const fields = { csrfToken: door.giveToken(), token, email, callbackUrl };
  return door.c.html(linkPage(fields, door.c.req.header('accept-language')));
}

/** POST /callback/email: what that button does. */
export async function useLink(door: Door, posted: Posted): Promise<Response> {
  const link = { token: posted.text('token'), email: posted.text('email') };
  const signedIn = await orRefused(signInByLink(door.ctx, link));
  return signedIn ? door.enter(signedIn, posted.text('callbackUrl'), posted) : deadLink(door, posted);
}

async function byCredentials(
  door: Door,
  posted: Posted,
  provider: string,
  attempt: Promise<SignedIn>,
): Promise<Response> {
  const signedIn = await orRefused(attempt);
  if (signedIn) return door.enter(signedIn, posted.text('callbackUrl'), posted);
  const page = door.at(`/error?error=CredentialsSignin&provider=${provider}`);
  return door.to(page, { json: posted.json, refused: true });
}

/** POST /callback/credentials. */
export const usePassword = (door: Door, posted: Posted): Promise<Response> =>
  byCredentials(
    door,
    posted,
    'credentials',
    signIn(door.ctx, { email: posted.text('email'), password: posted.text('password') }),
  );

/** POST /callback/dev-login. */
export const useDemoAccount = (door: Door, posted: Posted): Promise<Response> =>
  byCredentials(door, posted, 'dev-login', devSignIn(door.ctx, { email: posted.text('email') }));
