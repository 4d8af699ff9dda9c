import { useLingui } from '@lingui/react/macro';
import type { PasskeyView } from '@officina/contracts/accounts';
import { Form } from '../../lib/form/form.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { toastDone } from '../../lib/toast.ts';
import { api } from '../../trpc.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { browserRefusal, makePasskey } from './make-passkey.ts';
import { refreshPasskeys } from './passkeys-panel.tsx';
import { deviceName } from './user-agent.ts';

interface PasskeyDialogProps {
  /** The one to rename; null makes a new one. */
  passkey: PasskeyView | null;
  onClose: () => void;
}

/** Names a passkey; a new one is made on the device when its name is sent. */
export function PasskeyDialog({ passkey, onClose }: PasskeyDialogProps) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: { name: passkey?.name ?? deviceName(navigator.userAgent) ?? '' },
    async submit({ name }) {
      if (passkey) return api.passkeys.rename.mutate({ id: passkey.id, name });
      return makePasskey(name).catch((error: unknown) => {
        const refusal = browserRefusal(error);
        if (!refusal) throw error;
        void toastDone(
          refusal === 'exists'
            ? t`This device already holds a passkey of yours.`
            : t`No passkey was made: the browser's window was closed.`,
        );
        return null;
      });
    },
    done(made) {
      if (made !== null) void toastDone(passkey ? t`Passkey renamed` : t`Passkey added`);
      onClose();
      return refreshPasskeys();
    },
    guard: false,
  });
  return (
    <Dialog
      title={passkey ? t`Rename the passkey` : t`Add a passkey`}
      description={passkey ? undefined : t`Your browser asks next where to keep it.`}
      size="sm"
      onClose={onClose}
    >
      <Form form={form} submitLabel={passkey ? t`Rename` : t`Go on`} onCancel={onClose} sheet>
        <TextField
          name="name"
          label={t`Name`}
          hint={t`By which you will know it in the list.`}
          maxLength={64}
        />
      </Form>
    </Dialog>
  );
}
