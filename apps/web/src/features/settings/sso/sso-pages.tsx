import { useParams } from '@tanstack/react-router';
import { NewProviderPage } from './new-provider-page.tsx';
import { ProviderPage } from './provider-page.tsx';
import { SsoPage } from './sso-page.tsx';

/** All providers, a new one, or one. */
export function SsoPages() {
  const { id } = useParams({ strict: false });
  if (id === undefined) return <SsoPage />;
  return id === 'new' ? <NewProviderPage /> : <ProviderPage id={id} />;
}
