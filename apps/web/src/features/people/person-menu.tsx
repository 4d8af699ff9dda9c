import { useLingui } from '@lingui/react/macro';
import type { PersonItem } from '@officina/contracts/people';
import { EllipsisVertical } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { personName } from './person-words.ts';
import { usePersonActions } from './use-person-actions.tsx';

/** The acts of a row, at its end. */
export function PersonMenu({ person, edit }: { person: PersonItem; edit: () => void }) {
  const { t } = useLingui();
  const name = personName(person);
  return (
    <Menu
      align="end"
      entries={usePersonActions(person, edit)}
      trigger={
        <IconButton label={t`Actions for ${name}`} size="sm">
          <EllipsisVertical aria-hidden className="size-4" />
        </IconButton>
      }
    />
  );
}
