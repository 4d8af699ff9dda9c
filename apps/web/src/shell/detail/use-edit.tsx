import { useLingui } from '@lingui/react/macro';
import { Pencil } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import type { DetailAction } from './detail-page.tsx';

interface FormEnds {
  onSaved: () => unknown;
  onClose: () => void;
}

/** The button that opens the form of a record, and the form while it is open: `form` stands among the page's children. */
export function useEdit(
  allowed: boolean | undefined,
  show: (ends: FormEnds) => ReactNode,
  settled: () => unknown,
): { edit: DetailAction | false; form: ReactNode } {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const onClose = () => setOpen(false);
  const onSaved = () => {
    onClose();
    return settled();
  };
  return {
    edit: allowed === true && {
      id: 'edit',
      label: t`Edit`,
      icon: <Pencil aria-hidden />,
      keys: 'e',
      primary: true,
      run: () => setOpen(true),
    },
    form: <Suspense>{open && show({ onSaved, onClose })}</Suspense>,
  };
}
