/** Asks for a mail with a link to sign in; the answer is the same for every address. Throws when it could not be asked. */
export async function askForLink(email: string, callbackUrl: string | undefined): Promise<void> {
  // The token's cookie is what names this browser: in it, opening the link is enough.
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
  const answer = await fetch('/api/auth/signin/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ csrfToken, email, callbackUrl, json: true }),
  });
  if (!answer.ok) throw new Error(String(answer.status));
}
