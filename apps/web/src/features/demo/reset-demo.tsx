import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSession } from '../../lib/session.ts';
import { toastFailure } from '../../lib/toast.ts';
import { api } from '../../trpc.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';

/** Between two looks at how far it has come. */
const PAUSE_MS = 700;
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** Follows the reset until it is over: true when the tenant has been replaced, false when it was cut short. */
async function follow(tenantId: string, onProgress: (share: number) => void): Promise<boolean> {
  for (;;) {
    await pause();
    // A look that fails says nothing of the reset: the next one will tell.
    const [state, session] = await Promise.all([
      api.demo.state.query({}).catch(() => null),
      api.identity.session.query({}).catch(() => undefined),
    ]);
    if (session !== undefined && session?.tenant.id !== tenantId) return true;
    if (state?.failed) return false;
    if (state?.resetting) onProgress(state.resetting.progress);
  }
}

/** Asks, orders the reset and shows how far it has come; then the app starts anew, in the new demo. */
export function ResetDemo({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { tenant } = useSession();
  const [progress, setProgress] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  const reset = async () => {
    setFailed(false);
    setProgress(0);
    try {
      await api.demo.reset.mutate({});
      if (await follow(tenant.id, setProgress)) return location.assign('/');
      setFailed(true);
    } catch (error) {
      void toastFailure(error);
    }
    setProgress(null);
  };
  return (
    <AlertDialog
      title={t`Reset the demo?`}
      confirm={t`Reset the demo`}
      cancel={progress === null ? undefined : t`Go on meanwhile`}
      stay
      danger
      onConfirm={reset}
      onClose={onClose}
    >
      {progress === null ? (
        <p>{t`Everything at ${tenant.name} goes back to the first day, for everybody who is trying it. What you and others have typed is lost.`}</p>
      ) : (
        <>
          <p className="mb-4">{t`Its history is being told anew. Until then the old demo goes on.`}</p>
          <Progress label={t`Resetting the demo`} value={progress} />
        </>
      )}
      {failed && (
        <div className="mt-3">
          <Notice tone="danger">{t`The reset was cut short; the demo is as it was. Try again.`}</Notice>
        </div>
      )}
    </AlertDialog>
  );
}
