import { useLingui } from '@lingui/react/macro';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { failureOf } from '../../lib/errors.ts';
import { toastFailure } from '../../lib/toast.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Opens a page of the payment provider; who has no account there is told so. */
export function PortalButton({ open }: { open: () => Promise<{ url: string }> }) {
  const { t } = useLingui();
  const [state, setState] = useState<'ready' | 'busy' | 'none'>('ready');
  const go = async () => {
    setState('busy');
    try {
      location.assign((await open()).url);
    } catch (error) {
      const none = failureOf(error).code === 'NO_BILLING_ACCOUNT';
      setState(none ? 'none' : 'ready');
      if (!none) void toastFailure(error);
    }
  };
  if (state === 'none')
    return <Notice tone="neutral">{t`There is no billing account yet: nothing has been paid.`}</Notice>;
  return (
    <Button
      variant="primary"
      busy={state === 'busy'}
      className="self-start"
      icon={<ExternalLink aria-hidden className="size-4" />}
      onClick={() => void go()}
    >
      {t`Open the billing portal`}
    </Button>
  );
}
