import { postSignIn } from './post-sign-in.ts';

/** Asks for a mail with a link to sign in; the answer is the same for every address. Throws when it could not be asked. */
export async function askForLink(email: string, callbackUrl: string | undefined): Promise<void> {
  await postSignIn('email', { email, callbackUrl });
}
