import { daysBetween } from '@officina/contracts/calendar';
import type { MessageTrigger } from '@officina/contracts/office';
import type { Tenant } from '../../kernel/context.ts';
import { languageOf, wordingOf } from './client-message-words.ts';
import { textAsHtml } from './text-as-html.ts';

/** What of a binder its messages tell; days are YYYY-MM-DD. */
export interface ReportedBinder {
  id: string;
  binderNumber: string;
  receivedAt: string;
  expectedReturnAt: string;
}

/** A sum in hundredths of its currency, as charges keep all of theirs. */
export interface OwedSum {
  amountMinor: number;
  currency: string;
}

/** What a message to a client reports, and of what. */
export type ClientReport =
  | { trigger: Exclude<MessageTrigger, 'manual_payment_reminder'>; binder: ReportedBinder }
  | {
      trigger: 'manual_payment_reminder';
      /** The writer's own words; without them the standard ones with the sums owed. */
      text: string | null;
      owed: readonly OwedSum[];
    };

type Sender = Pick<Tenant, 'locale' | 'name'>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept per language: making a format costs more than a thousand dates. */
function longDate(day: string, locale: string): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    formats.set(locale, format);
  }
  return format.format(new Date(`${day}T00:00:00Z`));
}

function sum({ amountMinor, currency }: OwedSum, locale: string): string {
  const digits = amountMinor % 100 === 0 ? 0 : 2;
  const format = {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  };
  return new Intl.NumberFormat(locale, format as Intl.NumberFormatOptions).format(amountMinor / 100);
}

function fillingOf(report: ClientReport, locale: string, today: string) {
  if (report.trigger === 'manual_payment_reminder') {
    const owed = new Intl.ListFormat(locale).format(report.owed.map((one) => sum(one, locale)));
    return { number: '', received: '', due: '', days: 0, owed };
  }
  const { binderNumber: number, receivedAt, expectedReturnAt } = report.binder;
  return {
    number,
    received: longDate(receivedAt, locale),
    due: longDate(expectedReturnAt, locale),
    days: Math.abs(daysBetween(today, expectedReturnAt)),
    owed: '',
  };
}

/** The message as it will be sent, in the tenant's language, signed with its name. `today` is its business day. */
export function clientMessageText(
  report: ClientReport,
  clientName: string,
  { locale, name }: Sender,
  today: string,
): string {
  if (report.trigger === 'manual_payment_reminder' && report.text) return report.text;
  const { greeting, texts } = wordingOf(locale);
  const body = texts[report.trigger](fillingOf(report, locale, today));
  return `${greeting(clientName)}\n\n${body}\n\n${name}`;
}

/** What an e-mail has besides the text: a subject of one line, and HTML that runs in the language's direction. */
export function asMail(trigger: MessageTrigger, text: string, { locale, name }: Sender) {
  const subject = `${wordingOf(locale).subjects[trigger]} – ${name}`.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  const language = languageOf(locale);
  const direction = language === 'he' ? 'rtl' : 'ltr';
  return { subject, html: `<div lang="${language}" dir="${direction}">${textAsHtml(text)}</div>` };
}
