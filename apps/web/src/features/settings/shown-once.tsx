import { useLingui } from '@lingui/react/macro';
import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { toastDone } from '../../lib/toast.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';

interface ShownOnceProps {
  title: string;
  secret: string;
  children?: ReactNode;
  onClose: () => void;
}

/** A key or secret in the only moment in which it can be read. */
export function ShownOnce({ title, secret, children, onClose }: ShownOnceProps) {
  const { t } = useLingui();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t`I have kept it`}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Notice tone="warning">{t`It is shown this once. Keep it where secrets are kept.`}</Notice>
        <Copyable text={secret} />
        {children}
      </div>
    </Dialog>
  );
}

/** A text to copy, in the form in which programs want it. */
export function Copyable({ text }: { text: string }) {
  const { t } = useLingui();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    void toastDone(t`Copied`);
  };
  return (
    <div className="flex items-start gap-2 rounded-control border bg-sunken p-3">
      <code dir="ltr" className="min-w-0 flex-1 break-all text-sm">
        {text}
      </code>
      <Button size="sm" icon={<Copy aria-hidden className="size-4" />} onClick={() => void copy()}>
        {t`Copy`}
      </Button>
    </div>
  );
}
