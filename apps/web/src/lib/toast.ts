import { failureOf } from './errors.ts';

let loading: ReturnType<typeof load> | undefined;
const load = () => import('../ui/toaster.tsx');

/** Sonner comes with the first toast, not with the first page; toasts appear in the order in which they were said. */
function sonner() {
  loading ??= load();
  // Whoever was offline tries anew next time.
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

interface ToastOptions {
  description?: string;
  /** Shows a button that reverses what was done; the toast then stays longer. */
  undo?: () => void;
  undoLabel?: string;
}

/** Says that something was done. Anything reversible should pass `undo`. */
export async function toastDone(message: string, options: ToastOptions = {}): Promise<void> {
  const { toast } = await sonner();
  const action =
    options.undo && options.undoLabel ? { label: options.undoLabel, onClick: options.undo } : undefined;
  toast.success(message, { description: options.description, action, duration: action ? 8000 : 3500 });
}

/** Says in plain words why something failed, with the request id for whoever asks support. */
export async function toastFailure(error: unknown): Promise<void> {
  const [{ toast }, { describe }] = await Promise.all([sonner(), import('./failure-text.ts')]);
  const failure = failureOf(error);
  const id = failure.code === 'INTERNAL_ERROR' && failure.requestId ? failure.requestId : undefined;
  toast.error(describe(failure), { description: id, duration: 7000 });
}
