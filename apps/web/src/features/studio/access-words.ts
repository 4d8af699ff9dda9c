import { useLingui } from '@lingui/react/macro';
import type { AccessView } from '@officina/contracts/relations';

type Person = AccessView['people'][number];

/** What relations let people do, and why somebody has one. */
export function useAccessWords() {
  const { t } = useLingui();
  const allowed: Record<string, string> = {
    can_delete: t`Decides`,
    can_edit: t`May change it`,
    can_view: t`May see it`,
  };
  const given: Record<string, string> = { owner: t`Owner`, editor: t`Editor`, viewer: t`Viewer` };
  const ofFirm: Record<string, string> = {
    owner: t`Owner of the firm`,
    admin: t`Administrator of the firm`,
    member: t`Works in the firm`,
  };
  return {
    allowedTo: (relation: string) => allowed[relation] ?? relation,
    givenAs: (relation: string) => given[relation] ?? relation,
    /** What makes it so: the last step of the path. */
    because({ path }: Person): string {
      const [object = '', relation = ''] = (path.at(-1) ?? '').split('#');
      if (object.startsWith('organization:')) return ofFirm[relation] ?? relation;
      if (object.startsWith('client:')) return t`Belongs to the client`;
      const here = path[0]?.startsWith(`${object}#`);
      return here ? t`It was opened to them` : t`Through another record that was opened to them`;
    },
    options: (relations: readonly string[]) =>
      relations.map((value) => ({ value, label: given[value] ?? value })),
  };
}
