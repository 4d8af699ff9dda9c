import type { BinderSignal, SlaState, WorkState } from '@officina/contracts/office';
import { escapeLike, foldText } from '@officina/contracts/text';

export interface OfficeFilters {
  query?: string;
  clientName?: string;
  idNumber?: string;
  binderNumber?: string;
  workState?: WorkState;
  slaState?: SlaState;
  signalTypes?: BinderSignal[];
  hasSignals?: boolean;
}

/** Trigram indexes serve substrings of three characters and more; for shorter ones they are the slowest way. */
type Text = 'indexed' | 'short' | null;

/** Which conditions a search needs: one statement is kept per shape. */
export interface OfficeShape {
  query: Text;
  clientName: Text;
  idNumber: Text;
  binderNumber: Text;
  workState: WorkState | null;
  slaState: SlaState | null;
  signals: boolean;
  hasSignals: boolean | null;
}

/** As search texts are stored: folded, without line breaks. A text of accents alone stays as it is. */
const folded = (text: string): string => foldText(text).replace(/[\r\n]+/g, ' ') || text;
const textOf = (text = ''): Text => (text ? (folded(text).length < 3 ? 'short' : 'indexed') : null);
const anywhere = (text: string): string => `%${escapeLike(text)}%`;

/** A search as a shape and the values of its placeholders, or null when nothing is asked. */
export function officeFilterValues(filters: OfficeFilters) {
  const { query, clientName, idNumber, binderNumber, workState, slaState, signalTypes, hasSignals } = filters;
  const shape: OfficeShape = {
    query: textOf(query),
    clientName: textOf(clientName),
    idNumber: textOf(idNumber),
    binderNumber: textOf(binderNumber),
    workState: workState ?? null,
    slaState: slaState ?? null,
    signals: Boolean(signalTypes?.length),
    hasSignals: hasSignals ?? null,
  };
  if (!Object.values(shape).some((part) => part !== null && part !== false) && hasSignals === undefined)
    return null;
  const values: Record<string, string> = {
    ...(query && {
      queryName: anywhere(folded(query)),
      queryId: anywhere(query),
      queryNumber: anywhere(query.toLowerCase()),
    }),
    ...(clientName && { clientName: anywhere(folded(clientName)) }),
    ...(idNumber && { idNumber: anywhere(idNumber) }),
    ...(binderNumber && { binderNumber: anywhere(binderNumber.toLowerCase()) }),
    ...(signalTypes?.length && { signals: signalTypes.join(',') }),
  };
  return { shape, values };
}

/** A filter that only binders can meet: no client answers it. */
export const isOfBinders = ({
  binderNumber,
  workState,
  slaState,
  signals,
  hasSignals,
}: OfficeShape): boolean =>
  binderNumber !== null || workState !== null || slaState !== null || signals || hasSignals !== null;
