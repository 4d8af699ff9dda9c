import type { BinderSignal, BinderStatus, ChargeStatus, ClientStatus } from '@officina/contracts/office';
import { Badge, StatusBadge, type Tone } from '../../ui/badge.tsx';
import { useOfficeWords } from './words.ts';

const BINDER_TONE: Record<BinderStatus, Tone> = {
  in_office: 'info',
  ready_for_pickup: 'success',
  returned: 'neutral',
};
const SIGNAL_TONE: Record<BinderSignal, Tone> = {
  overdue: 'danger',
  near_sla: 'warning',
  ready_for_pickup: 'success',
  idle_binder: 'neutral',
  missing_permanent_documents: 'warning',
  unpaid_charges: 'warning',
};
const CLIENT_TONE: Record<ClientStatus, Tone> = { active: 'success', frozen: 'info', closed: 'neutral' };
const CHARGE_TONE: Record<ChargeStatus, Tone> = {
  draft: 'neutral',
  issued: 'warning',
  paid: 'success',
  canceled: 'neutral',
};

export function BinderStatusBadge({ status }: { status: BinderStatus }) {
  const { binderStatuses } = useOfficeWords();
  return <StatusBadge tone={BINDER_TONE[status]}>{binderStatuses[status] ?? '–'}</StatusBadge>;
}

export function ClientStatusBadge({ status }: { status: ClientStatus }) {
  const { clientStatuses } = useOfficeWords();
  return <StatusBadge tone={CLIENT_TONE[status]}>{clientStatuses[status] ?? '–'}</StatusBadge>;
}

export function ChargeStatusBadge({ status }: { status: ChargeStatus }) {
  const { chargeStatuses } = useOfficeWords();
  return <StatusBadge tone={CHARGE_TONE[status]}>{chargeStatuses[status] ?? '–'}</StatusBadge>;
}

interface SignalsProps {
  signals: readonly BinderSignal[];
  /** How many stand in words, for a line that must not break; the others are counted behind them. */
  most?: number;
}

/** The signals of a binder in their fixed order. */
export function Signals({ signals, most }: SignalsProps) {
  const words = useOfficeWords().signals;
  if (signals.length === 0) return null;
  const others = most === undefined ? [] : signals.slice(most);
  const rest = others.map((signal) => words[signal]).join(', ');
  return (
    <span className={most === undefined ? 'flex flex-wrap gap-1' : 'flex gap-1'}>
      {signals.slice(0, most).map((signal) => (
        <Badge key={signal} tone={SIGNAL_TONE[signal]} className="shrink-0">
          {words[signal] ?? '–'}
        </Badge>
      ))}
      {others.length > 0 && (
        <span title={rest} className="shrink-0">
          <Badge>
            <span aria-hidden>+{others.length}</span>
            <span className="sr-only">{rest}</span>
          </Badge>
        </span>
      )}
    </span>
  );
}
