import { useLingui } from '@lingui/react/macro';
import { Copy, Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { toastDone } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { api } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { Panel } from '../../ui/panel.tsx';

/** Saves a text as a file of this browser. */
function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}

/** Codes for the day on which the passkey is lost; they are on the screen once. */
export function BackupCodesPanel() {
  const { t } = useLingui();
  const confirm = useConfirm();
  const { act, pending } = useAct();
  const [codes, setCodes] = useState<string[] | null>(null);
  const make = async () => {
    const sure = await confirm({
      title: t`Make new backup codes?`,
      text: t`Earlier codes stop working at once. The new ones are shown only now.`,
      confirm: t`Make codes`,
    });
    if (!sure) return;
    const made = await act({ run: () => api.passkeys.generateBackupCodes.mutate({}) });
    if (made) setCodes(made.backupCodes);
  };
  const text = codes?.join('\n') ?? '';
  return (
    <Panel
      title={t`Backup codes`}
      action={
        <Button size="sm" busy={pending} onClick={() => void make()}>
          {t`Make codes`}
        </Button>
      }
    >
      {codes ? (
        <div className="flex flex-col gap-3">
          <p className="text-ink-muted text-sm">
            {t`Keep them where only you find them. Each works once, and they are not shown again.`}
          </p>
          <ol
            aria-label={t`Backup codes`}
            className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-control bg-sunken p-3 font-mono text-sm sm:grid-cols-5"
          >
            {codes.map((code) => (
              <li key={code} translate="no">
                {code}
              </li>
            ))}
          </ol>
          <div className="flex flex-wrap gap-2 print:hidden">
            <Button
              size="sm"
              icon={<Copy aria-hidden className="size-4" />}
              onClick={() => void navigator.clipboard.writeText(text).then(() => toastDone(t`Copied`))}
            >
              {t`Copy`}
            </Button>
            <Button
              size="sm"
              icon={<Download aria-hidden className="size-4" />}
              onClick={() => saveText('officina-backup-codes.txt', `${text}\n`)}
            >
              {t`Download`}
            </Button>
            <Button size="sm" icon={<Printer aria-hidden className="size-4" />} onClick={() => print()}>
              {t`Print`}
            </Button>
          </div>
        </div>
      ) : (
        <p className="text-ink-muted text-sm">
          {t`Ten codes, each good for one sign-in, for the day on which you have lost your passkey.`}
        </p>
      )}
    </Panel>
  );
}
