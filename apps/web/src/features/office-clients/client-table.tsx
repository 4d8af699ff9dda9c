import { useLingui } from '@lingui/react/macro';
import type { LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LinkButton } from '../../ui/link-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Table, Th } from '../../ui/table.tsx';

interface ClientTableProps {
  label: string;
  /** The cells of the head line. */
  heads: readonly (string | false | { numeric: string })[];
  /** The list that holds all of them, where these are only the first. */
  all: LinkProps | false;
  /** The lines. */
  children: ReactNode;
}

/** Records of one client, as a tab of theirs. */
export function ClientTable({ label, heads, all, children }: ClientTableProps) {
  const { t } = useLingui();
  return (
    <Panel flush>
      <Table aria-label={label}>
        <thead>
          <tr>
            {heads.map((head) =>
              typeof head === 'object' ? (
                <Th key={head.numeric} numeric>
                  {head.numeric}
                </Th>
              ) : (
                head && <Th key={head}>{head}</Th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </Table>
      {all && (
        <div className="border-t p-3">
          <LinkButton {...all} size="sm">{t`Show all`}</LinkButton>
        </div>
      )}
    </Panel>
  );
}
