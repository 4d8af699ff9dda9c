import { daysBetween } from '@officina/contracts/calendar';
import { attachInvoice } from '../charges/attach-invoice.ts';
import { cancelCharge } from '../charges/cancel-charge.ts';
import { createCharge } from '../charges/create-charge.ts';
import { issueCharge } from '../charges/issue-charge.ts';
import { markChargePaid } from '../charges/mark-charge-paid.ts';
import { remindPayment } from '../charges/remind-payment.ts';
import type { LeviClient } from './levi-clients.ts';
import type { LeviOffice } from './levi-office.ts';
import { deliverPost } from './levi-post.ts';

/** A charge's life in days before today; what is left out has not happened. */
interface ChargeLife {
  created: number;
  issued?: number;
  paid?: number;
  canceled?: number;
  amount: string;
  chargeType: 'retainer' | 'one_time';
  period?: string;
  currency?: string;
  invoice?: string;
}

const RETAINERS = ['850', '1200', '1755', '2340', '680.50', '1404', '990', '2925', '1170', '1638'];
const SINGLE = ['450', '780', '1850', '3200', '240.90', '5600', '1320', '960'];
/** Of every age that the overview of debts tells apart, with room to the next one. */
const UNPAID_DAYS = [5, 18, 40, 52, 70, 83, 95, 130];
const MONTHS = 8;

function tellCharge(office: LeviOffice, client: LeviClient, life: ChargeLife): void {
  const { story, timeZone, advisor } = office;
  const { created, issued, paid, canceled, invoice, ...facts } = life;
  let ref = 0;
  story.onDay(created, '10:00', timeZone, advisor, async (ctx) => {
    ({ ref } = await createCharge(ctx, { clientRef: client.ref, ...facts }));
  });
  if (issued !== undefined)
    story.onDay(issued, '10:20', timeZone, advisor, async (ctx) => {
      await issueCharge(ctx, { ref });
      if (!invoice) return;
      const documentUrl = `https://invoices.example/${invoice}`;
      await attachInvoice(ctx, { ref, provider: 'greeninvoice', externalInvoiceId: invoice, documentUrl });
    });
  if (paid !== undefined)
    story.onDay(paid, '14:30', timeZone, advisor, (ctx) => markChargePaid(ctx, { ref }));
  if (canceled !== undefined)
    story.onDay(canceled, '16:00', timeZone, advisor, (ctx) => cancelCharge(ctx, { ref }));
}

/** The first of the month so many months before the month of `day`. */
function firstOfMonth(day: string, back: number): string {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - back;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

/** Monthly fees: paid within weeks, apart from what is quite new and from two who let months pass. */
function tellRetainers(office: LeviOffice, payers: readonly LeviClient[]): void {
  const { random, today } = office;
  payers.forEach((client, at) => {
    for (let back = MONTHS - 1; back >= 0; back--) {
      const first = firstOfMonth(today, back);
      const created = daysBetween(first, today);
      const paid = created - random.int(6, 24);
      const slow = at < 2 && back < 4;
      tellCharge(office, client, {
        created,
        issued: created,
        ...(!slow && paid >= 0 && { paid }),
        amount: RETAINERS[at % RETAINERS.length] as string,
        chargeType: 'retainer',
        period: first.slice(0, 7),
        ...(at % 2 === 0 && { invoice: `GI-${first.slice(0, 7)}-${100 + at}` }),
      });
    }
  });
}

/** Single jobs: unpaid ones of every age, drafts of these days, canceled ones, and what closed clients paid in their time. */
function tellSingleJobs(
  office: LeviOffice,
  debtors: readonly LeviClient[],
  clients: readonly LeviClient[],
): void {
  const amount = (at: number) => SINGLE[at % SINGLE.length] as string;
  const single = { chargeType: 'one_time' } as const;
  UNPAID_DAYS.forEach((days, at) => {
    const currency = at === 3 ? { currency: 'USD' } : {};
    tellCharge(office, debtors[at] as LeviClient, {
      created: days + 1,
      issued: days,
      amount: amount(at),
      ...single,
      ...currency,
    });
  });
  [0, 0, 1, 3, 6].forEach((created, at) => {
    tellCharge(office, debtors[at] as LeviClient, { created, amount: amount(at + 2), ...single });
  });
  [12, 33, 58, 101].forEach((created, at) => {
    const issued = at % 2 ? { issued: created } : {};
    tellCharge(office, debtors[at] as LeviClient, {
      created,
      ...issued,
      canceled: created - 4,
      amount: amount(at + 5),
      ...single,
    });
  });
  clients
    .filter(({ status }) => status === 'closed')
    .forEach((client, at) => {
      tellCharge(office, client, { created: 120, issued: 119, paid: 90, amount: amount(at), ...single });
    });
}

/** Charges in all four states over eight months, and letters to those who owe for long. */
export function tellCharges(office: LeviOffice, clients: readonly LeviClient[]): void {
  const { story, timeZone, today, advisor } = office;
  const oldest = daysBetween(firstOfMonth(today, MONTHS - 1), today);
  const steady = clients.filter(({ status, since }) => status !== 'closed' && since > oldest);
  const payers = steady.filter((_, at) => at % 2 === 0).slice(0, RETAINERS.length);
  const debtors = steady.filter((client) => client.reachable && !payers.includes(client));
  tellRetainers(office, payers);
  tellSingleJobs(office, debtors, clients);
  [
    [debtors[4], 30],
    [debtors[6], 21],
    [debtors[7], 45],
    [debtors[7], 4],
  ].forEach(([client, days]) => {
    story.onDay(days as number, '11:15', timeZone, advisor, async (ctx) => {
      await remindPayment(ctx, { clientRef: (client as LeviClient).ref });
      await deliverPost(ctx);
    });
  });
}
