import { Dialog as Base } from '@base-ui/react/dialog';
import { useLingui } from '@lingui/react/macro';
import { foldText } from '@officina/contracts/text';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { useState } from 'react';
import { Kbd } from '../ui/kbd.tsx';
import { useOfferedActions } from './commands.ts';
import { allowedModules } from './modules.ts';
import { PaletteGroup, PaletteRow } from './palette-row.tsx';
import { globalActions } from './palette-sources.ts';
import { useRecordHits } from './use-record-hits.ts';

/** Accents and case never matter, and every typed word must occur. */
function matches(text: string, query: string): number {
  const folded = foldText(text);
  return foldText(query)
    .split(/\s+/)
    .every((word) => folded.includes(word))
    ? 1
    : 0;
}

/** Finds records of every kind and runs every action; loaded when first opened. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const screen = useOfferedActions();
  const { hits, searching } = useRecordHits(text);
  const leave = (run: () => unknown) => () => {
    onClose();
    run();
  };
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fade fixed inset-0 z-80 bg-scrim" />
        <Base.Popup
          aria-label={t`Search and commands`}
          className="pop fixed inset-x-2 top-[max(0.5rem,12dvh)] z-80 mx-auto flex max-h-[70dvh] max-w-xl flex-col overflow-hidden rounded-panel bg-raised shadow-raised outline-none"
        >
          <Command
            loop
            filter={(value, query) => matches(value, query)}
            label={t`Search and commands`}
            className="flex min-h-0 flex-col"
          >
            <Command.Input
              value={text}
              onValueChange={setText}
              placeholder={t`Find a record or an action…`}
              className="h-13 shrink-0 border-b bg-transparent px-4 text-lg outline-none placeholder:text-ink-faint"
            />
            <Command.List className="min-h-0 scroll-py-2 overflow-y-auto p-1.5" aria-busy={searching}>
              <Command.Empty className="px-3 py-8 text-center text-ink-muted">
                {searching ? t`Searching…` : t`Nothing found.`}
              </Command.Empty>
              {hits.map((group) => (
                <PaletteGroup key={group.provider.id} heading={i18n._(group.provider.label)}>
                  {group.items.map((hit) => (
                    <PaletteRow
                      key={hit.id}
                      // The server has matched already (plates, phones, numbers in any spelling): our own filter must let it pass.
                      value={`${text} ${group.provider.id} ${hit.id}`}
                      icon={group.provider.icon}
                      label={hit.label}
                      note={hit.note}
                      onSelect={leave(() => navigate(hit.to))}
                    />
                  ))}
                </PaletteGroup>
              ))}
              <PaletteGroup heading={t`On this screen`} hidden={screen.length === 0}>
                {screen.map((action) => (
                  <PaletteRow
                    key={action.id}
                    value={action.label}
                    label={action.label}
                    keys={action.keys}
                    onSelect={leave(action.run)}
                  />
                ))}
              </PaletteGroup>
              <PaletteGroup heading={t`Actions`} hidden={globalActions().length === 0}>
                {globalActions().map((action) => (
                  <PaletteRow
                    key={action.id}
                    value={`${i18n._(action.label)} ${action.words ? i18n._(action.words) : ''}`}
                    icon={action.icon}
                    label={i18n._(action.label)}
                    onSelect={leave(() => navigate(action.to))}
                  />
                ))}
              </PaletteGroup>
              <PaletteGroup heading={t`Go to`}>
                {allowedModules().map((module) => (
                  <PaletteRow
                    key={module.id}
                    value={`go ${i18n._(module.label)}`}
                    icon={module.icon}
                    label={i18n._(module.label)}
                    keys={`g ${module.key}`}
                    onSelect={leave(() => navigate({ to: module.to }))}
                  />
                ))}
              </PaletteGroup>
            </Command.List>
            <footer className="hidden shrink-0 items-center gap-4 border-t px-4 py-2 text-ink-faint text-xs md:flex">
              <span>
                <Kbd keys="Enter" /> {t`open`}
              </span>
              <span>
                <Kbd keys="Escape" /> {t`close`}
              </span>
              <span>
                <Kbd keys="?" /> {t`all keys`}
              </span>
            </footer>
          </Command>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
