import type { IdpKind } from '@officina/contracts/sso';
import { postAuth } from './auth.ts';

interface Begun {
  url: string;
  /** SAML that is posted: what goes in the form. */
  request?: string | null;
  relayState?: string | null;
}

/** Sends the browser on to the provider. */
export function goToProvider({ url, request, relayState }: Begun): void {
  if (!request) {
    location.assign(url);
    return;
  }
  const form = document.createElement('form');
  form.method = 'post';
  form.action = url;
  for (const [name, value] of Object.entries({ SAMLRequest: request, RelayState: relayState ?? '' })) {
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name, value });
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

/** Begins a sign-in at a firm's provider, which ends on `next`, a path of ours. */
export async function beginSso({ id, kind }: { id: string; kind: IdpKind }, next?: string): Promise<void> {
  goToProvider(
    await postAuth<Begun>(`sso/${kind}`, {
      idpId: id,
      ...(kind === 'saml' ? { relayState: next } : { returnTo: next }),
    }),
  );
}
