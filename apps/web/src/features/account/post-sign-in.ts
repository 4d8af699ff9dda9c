/**
 * Posts to a door of sign-in with the token of this browser's forms; answers the address to go on to. Throws where there
 * is none.
 */
export async function postSignIn(
  provider: string,
  fields: Record<string, string | undefined>,
): Promise<string> {
  // The token's cookie is what names this browser: in it alone ends what begins here.
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
  const answer = await fetch(`/api/auth/signin/${provider}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ csrfToken, ...fields, json: true }),
  });
  const { url } = (await answer.json()) as { url?: string };
  if (!url) throw new Error(String(answer.status));
  return url;
}
