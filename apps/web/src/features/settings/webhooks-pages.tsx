import { useParams } from '@tanstack/react-router';
import { WebhookPage } from './webhook-page.tsx';
import { WebhooksPage } from './webhooks-page.tsx';

/** All subscriptions, or one. */
export function WebhooksPages() {
  const { id } = useParams({ strict: false });
  return id === undefined ? <WebhooksPage /> : <WebhookPage />;
}
