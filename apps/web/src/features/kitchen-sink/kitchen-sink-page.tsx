import { Moon, PanelRight, Sun } from 'lucide-react';
import { useEffect, useState } from 'react';
import { listenForKeys } from '../../lib/keys.ts';
import { density, theme } from '../../lib/preferences.ts';
import { useStored } from '../../lib/stored.ts';
import { DataProvider } from '../../shell/data-provider.tsx';
import { Page } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Controls } from './controls.tsx';
import { Feedback } from './feedback.tsx';
import { Figures } from './figures.tsx';
import { FormSample } from './form-sample.tsx';
import { ListSample } from './list-sample.tsx';
import { RecordSample } from './record-sample.tsx';
import { States } from './states.tsx';

const SECTIONS = [
  { id: 'controls', label: 'Controls', content: Controls },
  { id: 'states', label: 'States', content: States },
  { id: 'form', label: 'Form', content: FormSample },
  { id: 'feedback', label: 'Feedback', content: Feedback },
  { id: 'figures', label: 'Figures', content: Figures },
  { id: 'record', label: 'Record', content: RecordSample },
  { id: 'list', label: 'List', content: ListSample },
];

/** Every component in every state. Sections open by hash: /kitchen-sink#form. */
export function KitchenSinkPage() {
  const [section, setSection] = useState(location.hash.slice(1) || 'controls');
  const dark = useStored(theme) === 'dark';
  const compact = useStored(density) === 'compact';
  const [dir, setDir] = useState(document.documentElement.dir);
  useEffect(listenForKeys, []);
  const turn = () => {
    const next = dir === 'rtl' ? 'ltr' : 'rtl';
    document.documentElement.dir = next;
    setDir(next);
  };
  const Section = SECTIONS.find((one) => one.id === section)?.content ?? Controls;
  const tools = (
    <>
      <IconButton label={dark ? 'Light' : 'Dark'} onClick={() => theme.set(dark ? 'light' : 'dark')}>
        {dark ? <Sun aria-hidden className="size-4" /> : <Moon aria-hidden className="size-4" />}
      </IconButton>
      <Button onClick={() => density.set(compact ? 'comfortable' : 'compact')}>
        {compact ? 'Comfortable' : 'Compact'}
      </Button>
      <Button icon={<PanelRight aria-hidden className="size-4" />} onClick={turn}>
        {dir === 'rtl' ? 'LTR' : 'RTL'}
      </Button>
    </>
  );
  return (
    <DataProvider>
      <main className="flex h-dvh flex-col bg-surface dark:bg-canvas">
        {section === 'list' ? (
          <ListSample />
        ) : (
          <Page title="Kitchen sink" actions={tools}>
            <Tabs label="Sections" tabs={SECTIONS} value={section} onChange={setSection}>
              <Section />
            </Tabs>
          </Page>
        )}
      </main>
    </DataProvider>
  );
}
