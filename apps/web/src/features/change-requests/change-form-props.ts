import type { ChangeRequestItem } from '@officina/contracts/change-requests';

/** What every form of a change request is given. */
export interface ChangeFormProps {
  change: ChangeRequestItem;
  onSaved: () => unknown;
  onClose: () => void;
}
