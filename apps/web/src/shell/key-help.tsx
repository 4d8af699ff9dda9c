import { useLingui } from '@lingui/react/macro';
import { type Shortcut, useShortcutGroups } from '../lib/keys.ts';
import { shortcutsOn } from '../lib/preferences.ts';
import { useStored } from '../lib/stored.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Switch } from '../ui/switch.tsx';

/** The keys that work on the screen behind it. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const groups = useShortcutGroups();
  const on = useStored(shortcutsOn);
  const scopes = [...new Set(groups.map((group) => group.scope))].reverse();
  return (
    <Dialog title={t`Keyboard`} onClose={onClose} size="lg">
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
        {scopes.map((scope) => (
          <section key={scope}>
            <h3 className="mb-1 text-ink-faint text-xs">{scope}</h3>
            <dl>
              {groups
                .filter((group) => group.scope === scope)
                .flatMap((group) => linesOf(group.shortcuts))
                .map((line) => (
                  <div key={line.label} className="flex items-center justify-between gap-4 border-b py-1.5">
                    <dt>{line.label}</dt>
                    <dd className="flex gap-3">
                      {line.keys.map((keys) => (
                        <Kbd key={keys} keys={keys} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="mt-5">
        <Switch
          checked={on}
          onChange={shortcutsOn.set}
          label={t`Single-key shortcuts`}
          description={t`Switch them off if speech input or a screen reader triggers them.`}
        />
      </div>
    </Dialog>
  );
}

/** Several keys that do the same stand on one line. */
function linesOf(shortcuts: Shortcut[]): { label: string; keys: string[] }[] {
  const byLabel = Map.groupBy(shortcuts, (shortcut) => shortcut.label);
  return [...byLabel].map(([label, same]) => ({ label, keys: same.map((shortcut) => shortcut.keys) }));
}
