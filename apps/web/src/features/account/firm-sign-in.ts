import { beginSso } from '../../lib/begin-sso.ts';

type Found = Parameters<typeof beginSso>[0] | null;

/** Leads on to the provider of the firm whose address this is; false where no firm has one. The page is left then. */
export async function firmSignIn(email: string, next: string | undefined): Promise<boolean> {
  // The client of the app behind sign-in would weigh more than this page.
  const answer = await fetch(`/trpc/sso.find?input=${encodeURIComponent(JSON.stringify({ email }))}`);
  if (!answer.ok) throw new Error(String(answer.status));
  const { result } = (await answer.json()) as { result: { data: Found } };
  if (!result.data) return false;
  await beginSso(result.data, next);
  return true;
}
