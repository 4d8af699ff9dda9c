import { useLingui } from '@lingui/react/macro';
import type { Scope } from '@officina/contracts/scopes';
import { euros } from '../../shell/portal/figures.ts';
import { NoteDialog } from '../../shell/portal/note-dialog.tsx';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { ScopeForm } from '../../shell/portal/scope-form.tsx';
import { api } from '../../trpc.ts';
import type { ScopeDialog } from './use-scope-actions.tsx';

interface Props {
  scope: Scope;
  dialog: ScopeDialog;
  onClose: () => void;
}

const NOTE = 240;

/** The forms that an action of a scope opens. */
export function ScopeDialogs({ scope, dialog, onClose }: Props) {
  const { t } = useLingui();
  const { id, title, fixedPriceEUR } = scope;
  if (dialog === 'edit')
    return (
      <ScopeForm
        scope={scope}
        onSaved={() => {
          onClose();
          return refreshPortal();
        }}
        onClose={onClose}
      />
    );
  const price = euros(fixedPriceEUR);
  return dialog === 'approve' ? (
    <NoteDialog
      title={t`Approve “${title}”?`}
      description={t`You agree to the scope for ${price}. This is final.`}
      submitLabel={t`Approve`}
      max={NOTE}
      run={(note) => api.scopes.approve.mutate({ id, note })}
      done={t`The scope is approved`}
      onClose={onClose}
    />
  ) : (
    <NoteDialog
      title={t`Reject “${title}”?`}
      description={t`Say what should be different, and we revise it.`}
      submitLabel={t`Reject`}
      max={NOTE}
      run={(note) => api.scopes.reject.mutate({ id, note })}
      done={t`The scope is rejected`}
      onClose={onClose}
    />
  );
}
