import { foldText } from '@officina/contracts/text';
import type { Tone } from '../../ui/badge.tsx';

export interface Sample {
  id: string;
  name: string;
  company: string;
  email: string;
  state: string;
  tone: Tone;
  total: number;
  vip: boolean;
  created: string;
}

const FIRST = ['Anaïs', 'Bertrand', 'Chloé', 'David', 'Élise', 'Farid', 'Gaëlle', 'Hugo'];
const LAST = ['Moreau', 'Petit', 'Dupont', 'Levi', 'Garnier', 'Benali', 'Lefèvre', 'Rousseau', 'Fontaine'];
const STATES: [string, Tone][] = [
  ['Paid', 'success'],
  ['Sent', 'info'],
  ['Overdue', 'danger'],
  ['Draft', 'neutral'],
];

function sample(index: number): Sample {
  const first = FIRST[index % FIRST.length] ?? '';
  const last = LAST[(index * 5) % LAST.length] ?? '';
  const [state, tone] = STATES[index % STATES.length] ?? ['Draft', 'neutral'];
  const day = new Date(Date.UTC(2026, 5, 30) - index * 86_400_00).toISOString().slice(0, 10);
  return {
    id: String(index),
    name: `${first} ${last}`,
    company: index % 3 === 0 ? `Garage ${last} & Fils` : '',
    email: `${foldText(first)}.${foldText(last)}@example.fr`,
    state,
    tone,
    total: ((index * 7919) % 400_000) + 1500,
    vip: index % 11 === 0,
    created: day,
  };
}

const ALL = Array.from({ length: 100_000 }, (_, index) => sample(index));

/** Answers like a list procedure of the server, half a second late. */
export async function findSamples(
  search: { q?: string; tone?: string; vip?: string; since?: string },
  sort: { by: string; desc: boolean } | undefined,
  cursor: string | null,
) {
  await new Promise((resolve) => setTimeout(resolve, 300));
  const text = foldText(search.q ?? '');
  const rows = ALL.filter(
    (row) =>
      (!text || foldText(row.name).includes(text)) &&
      (!search.tone || search.tone.split(',').includes(row.tone)) &&
      (!search.vip || row.vip) &&
      (!search.since || row.created >= search.since),
  );
  if (sort) rows.sort((a, b) => (sort.desc ? -1 : 1) * compare(a, b, sort.by as keyof Sample));
  const from = Number(cursor ?? 0);
  const next = from + 50;
  return {
    items: rows.slice(from, next),
    nextCursor: next < rows.length ? String(next) : null,
    total: Math.min(rows.length, 1001),
  };
}

function compare(a: Sample, b: Sample, key: keyof Sample): number {
  return a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0;
}
