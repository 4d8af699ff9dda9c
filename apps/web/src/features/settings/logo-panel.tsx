import { useLingui } from '@lingui/react/macro';
import type { SettingsView } from '@officina/contracts/tenancy';
import { ImageIcon, Trash2 } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { DropZone } from '../../ui/drop-zone.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useLogo } from './use-logo.ts';

/** The picture at the head of quotes and invoices. */
export function LogoPanel({ settings }: { settings: SettingsView }) {
  const { t } = useLingui();
  const confirm = useConfirm();
  const logo = useLogo();
  const { edit } = settings.abilities;
  const shown = logo.preview ?? settings.logoUrl;
  const remove = async () => {
    const sure = await confirm({
      title: t`Remove the logo?`,
      text: t`New documents are printed without it. Issued ones keep it.`,
      confirm: t`Remove`,
      danger: true,
    });
    if (sure) await logo.remove();
  };
  return (
    <Panel
      title={t`Logo`}
      action={
        edit &&
        (logo.progress !== null ? (
          <Button size="sm" variant="ghost" onClick={logo.cancel}>{t`Cancel`}</Button>
        ) : (
          settings.logoUrl && (
            <Button
              size="sm"
              variant="ghost"
              icon={<Trash2 aria-hidden className="size-4" />}
              onClick={() => void remove()}
            >
              {t`Remove`}
            </Button>
          )
        ))
      }
    >
      <div className="grid gap-4 sm:grid-cols-[12rem_1fr]">
        {/* A logo stands on white in both themes: that is what it is printed on. */}
        <div
          className="grid h-36 place-items-center rounded-panel border bg-sunken p-3"
          style={shown ? { background: '#fff' } : undefined}
        >
          {shown ? (
            <img
              src={shown}
              alt={t`Logo of ${settings.name}`}
              className="max-h-full max-w-full object-contain"
            />
          ) : (
            <span className="flex flex-col items-center gap-1 text-ink-muted text-sm">
              <ImageIcon aria-hidden className="size-6" />
              {t`No logo yet`}
            </span>
          )}
        </div>
        {edit && (
          <DropZone
            name="logo"
            label={
              settings.logoUrl
                ? t`Choose another picture or drop it here`
                : t`Choose a picture or drop it here`
            }
            accept="image/png,image/jpeg"
            hint={t`PNG or JPEG, at most 2 MB. It stands at the head of quotes and invoices.`}
            progress={logo.progress}
            onFiles={([file]) => file && void logo.upload(file)}
          />
        )}
      </div>
      {logo.refusal && (
        <div className="mt-3">
          <Notice tone="danger">{logo.refusal}</Notice>
        </div>
      )}
    </Panel>
  );
}
