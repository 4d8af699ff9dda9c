import { addDays } from '@officina/contracts/calendar';
import type { Ctx } from '../../kernel/context.ts';
import { addNote } from '../binders/add-note.ts';
import { markReady } from '../binders/mark-ready.ts';
import { receiveBinder } from '../binders/receive-binder.ts';
import { returnBinder } from '../binders/return-binder.ts';
import { undoReady } from '../binders/undo-ready.ts';
import { NOTES, PEOPLE, REMARKS } from './hebrew-people.ts';
import type { LeviClient } from './levi-clients.ts';
import { type LeviOffice, officeTime } from './levi-office.ts';
import { deliverPost } from './levi-post.ts';

/** A binder's life in days before today: when it came, was worked on, was ready, was taken back, was collected. */
interface Life {
  received: number;
  noted?: number[];
  ready?: number;
  undone?: number;
  returned?: number;
}

const each = (ages: readonly number[], life: (age: number) => Partial<Life>): Life[] =>
  ages.map((received) => ({ received, ...life(received) }));

/** So that every list, alert and signal has something to show on whatever day the office is opened. */
const LIVES: readonly Life[] = [
  // Fresh.
  ...each([0, 0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 13], () => ({})),
  // Idle, worked on, and taken back to work.
  ...each([14, 19, 23, 30, 37, 44, 52, 60, 68, 74], () => ({})),
  ...each([16, 25, 33, 41, 55, 63, 70], (age) => ({ noted: [Math.ceil(age / 2), age % 11] })),
  ...each([29, 48], () => ({ ready: 9, undone: 3 })),
  // Near the promise, on its last day, and past it.
  ...each([75, 78, 81, 84, 87, 89], (age) => ({ noted: age % 2 ? [40] : [35, 4] })),
  ...each([90, 90], (age) => ({ noted: [age - 60] })),
  ...each([91, 94, 99, 108, 121], (age) => ({ noted: age > 100 ? [80] : [] })),
  // Waiting to be collected; some of them near the promise or past it.
  ...each([0, 10, 22, 34, 51, 66, 80, 86, 90, 93, 104], (age) => ({ ready: Math.min(age, 2 + (age % 7)) })),
  // Collected, the last ones today and yesterday.
  ...each([26, 45, 62, 77, 95, 118, 140, 163, 190, 214, 240, 268, 300, 333, 365, 402, 440, 490], (age) => {
    const stay = 15 + ((age * 7) % Math.min(95, age - 18));
    const returned = age < 50 ? Math.floor(age / 27) : age - stay;
    return { noted: [returned + 9], ready: returned + 3, returned };
  }),
];

/** Those of whom a binder that came so long ago, and is still here or not, can be told. */
function owners(clients: readonly LeviClient[], { received, returned }: Life): LeviClient[] {
  const early = clients.filter(({ since }) => since > received);
  return early.filter(({ status }) => status !== 'closed' || (returned !== undefined && returned > 30));
}

/** From one binder's client to the next one's: without a factor in common with their number, so that all get their turn. */
const STRIDE = 11;

function tellBinder(office: LeviOffice, life: Life, client: LeviClient, binderNumber: string): void {
  const { story, random, timeZone, today, advisor, secretary } = office;
  let ref = 0;
  const staff = () => (random.chance(0.65) ? secretary : advisor);
  const scene = (days: number, hours: [number, number], play: (ctx: Ctx) => Promise<unknown>) =>
    story.onDay(days, officeTime(random, ...hours), timeZone, staff(), play);
  const receivedAt = addDays(today, -life.received);
  const notes = random.chance(0.35) ? random.pick(REMARKS) : null;
  const [first, last] = random.pick(PEOPLE);
  scene(life.received, [9, 12], async (ctx) => {
    ({ ref } = await receiveBinder(ctx, { clientRef: client.ref, binderNumber, receivedAt, notes }));
    await deliverPost(ctx);
  });
  for (const days of life.noted ?? []) {
    const text = random.pick(NOTES);
    scene(days, [12, 13], (ctx) => addNote(ctx, { ref, text }));
  }
  if (life.ready !== undefined)
    scene(life.ready, [13, 14], async (ctx) => {
      await markReady(ctx, { ref });
      await deliverPost(ctx);
    });
  if (life.undone !== undefined) scene(life.undone, [14, 15], (ctx) => undoReady(ctx, { ref }));
  if (life.returned !== undefined)
    scene(life.returned, [15, 17], (ctx) => returnBinder(ctx, { ref, pickupPersonName: `${first} ${last}` }));
}

/** Seventy binders in every state, numbered in the order in which they came; one number comes back with its client. */
export function tellBinders(office: LeviOffice, clients: readonly LeviClient[]): void {
  const serials = new Map<string, number>();
  const ordered = [...LIVES].sort((a, b) => b.received - a.received);
  let reused: { number: string; client: LeviClient } | null = null;
  ordered.forEach((life, at) => {
    const year = addDays(office.today, -life.received).slice(2, 4);
    const serial = (serials.get(year) ?? 0) + 1;
    const possible = owners(clients, life);
    const again = life.received === 1 ? reused : null;
    const client = again?.client ?? (possible[(at * STRIDE) % possible.length] as LeviClient);
    if (!again) serials.set(year, serial);
    const number = again?.number ?? `${year}-${String(serial).padStart(3, '0')}`;
    if (life.received === 62 && client.status !== 'closed') reused = { number, client };
    tellBinder(office, life, client, number);
  });
}
