import type { BinderSignal, ClientStatus, SlaState, WorkState } from './office.ts';

/** A client that a search found by its name or number. */
export interface ClientMatch {
  type: 'client';
  clientRef: number;
  clientName: string;
  idNumber: string;
  clientStatus: ClientStatus;
}

export interface BinderMatch {
  type: 'binder';
  clientRef: number;
  clientName: string;
  binderRef: number;
  binderNumber: string;
  /** Day, YYYY-MM-DD. */
  expectedReturnAt: string;
  workState: WorkState;
  /** Null for a returned binder. */
  slaState: SlaState | null;
  daysOverdue: number;
  signals: BinderSignal[];
}

/** Clients come first. */
export type OfficeSearchHit = ClientMatch | BinderMatch;
