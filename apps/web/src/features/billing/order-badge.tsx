import type { OrderStatus } from '@officina/contracts/payments';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { useOrderStates } from './order-words.ts';

const TONES: Record<OrderStatus, Tone> = {
  pending: 'warning',
  paid: 'success',
  expired: 'neutral',
  failed: 'danger',
  refunded: 'info',
};

export function OrderBadge({ status }: { status: OrderStatus }) {
  const states = useOrderStates();
  return <StatusBadge tone={TONES[status]}>{states[status]}</StatusBadge>;
}
