import { FileText } from 'lucide-react';
import { useState } from 'react';
import { ApiError } from '../../lib/api-error.ts';
import { toastDone, toastFailure } from '../../lib/toast.ts';
import { Button } from '../../ui/button.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DropZone } from '../../ui/drop-zone.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Progress } from '../../ui/progress.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';

const FAILURE = new ApiError('INTERNAL_ERROR', '', null, '01JD8Z2C5T');

export function Feedback() {
  const confirm = useConfirm();
  const [drawer, setDrawer] = useState(false);
  const [window, setWindow] = useState(false);
  const ask = () =>
    void confirm({
      title: 'Erase this contact?',
      text: 'This cannot be undone.',
      confirm: 'Erase contact',
      danger: true,
    });
  const undoable = () =>
    void toastDone('Contact deleted', { undo: () => void toastDone('It is back'), undoLabel: 'Undo' });
  return (
    <div className="grid gap-(--gap) lg:grid-cols-2">
      <Panel title="Windows and toasts" className="lg:col-span-2">
        <div className="flex flex-wrap gap-3">
          <Button onClick={ask}>Question</Button>
          <Button onClick={() => setDrawer(true)}>Drawer</Button>
          <Button onClick={() => setWindow(true)}>Window</Button>
          <Button onClick={undoable}>Toast with undo</Button>
          <Button onClick={() => void toastFailure(FAILURE)}>Failure toast</Button>
        </div>
        {window && (
          <Dialog
            title="Log a call"
            description="It stands in the history of the contact."
            onClose={() => setWindow(false)}
            footer={<Button variant="primary">Save</Button>}
          >
            <SkeletonText lines={4} />
          </Dialog>
        )}
        {drawer && (
          <Dialog
            drawer
            title="Invoice 2026-0042"
            onClose={() => setDrawer(false)}
            footer={<Button variant="primary">Send</Button>}
          >
            <SkeletonText lines={12} />
          </Dialog>
        )}
      </Panel>
      <Panel>
        <EmptyState
          icon={<FileText />}
          title="The first quote"
          actions={<Button variant="primary">New quote</Button>}
        >
          Pick a customer and write the first line.
        </EmptyState>
      </Panel>
      <Panel>
        <ErrorCard error={FAILURE} retry={() => undefined} />
      </Panel>
      <Panel title="On its way">
        <div className="flex flex-col gap-4">
          <SkeletonText lines={3} />
          <Progress label="Importing" value={0.42} />
        </div>
      </Panel>
      <Panel title="Files">
        <DropZone
          label="Drop the registration certificate here"
          hint="PDF or photo"
          accept="image/*,.pdf"
          onFiles={() => undefined}
          progress={0.6}
        />
      </Panel>
    </div>
  );
}
