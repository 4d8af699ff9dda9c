import { decimalFromMinor } from '@officina/contracts/money';
import { userIdOf } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';

interface Told {
  contactName: string;
  number: string;
  totalCents: number;
  currency: string;
}

interface Message {
  subject: string;
  body: string;
}

/** French for firms whose documents are French, English for all others. */
const isFrench = (ctx: Ctx): boolean => ctx.tenant.locale.toLowerCase().startsWith('fr');

const money = (ctx: Ctx, { totalCents, currency }: Told): string =>
  new Intl.NumberFormat(ctx.tenant.locale, { style: 'currency', currency }).format(
    decimalFromMinor(totalCents),
  );

const day = (ctx: Ctx, date: string): string =>
  new Intl.DateTimeFormat(ctx.tenant.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));

/** The sender's name and the firm's, each on a line of its own. */
function signature(ctx: Ctx): string {
  const name = userIdOf(ctx.actor) && ctx.actor.kind === 'user' ? [ctx.actor.name] : [];
  return [...name, ctx.tenant.name].join('\n');
}

/** "Jean" of "Jean Martin": how a letter greets. */
const firstWord = (name: string): string => name.trim().split(/\s+/)[0] ?? '';

function letter(ctx: Ctx, { contactName }: Told, paragraphs: string[]): string {
  const name = firstWord(contactName);
  const [hello, bye] = isFrench(ctx) ? ['Bonjour', 'Cordialement,'] : ['Hello', 'Kind regards,'];
  return [`${[hello, name].filter(Boolean).join(' ')},`, ...paragraphs, `${bye}\n${signature(ctx)}`].join(
    '\n\n',
  );
}

/** What goes out with a quote. The link is not in it: see `withLink`. */
export function quoteMessage(ctx: Ctx, quote: Told & { validUntil: string }): Message {
  const { number } = quote;
  const total = money(ctx, quote);
  const until = day(ctx, quote.validUntil);
  return isFrench(ctx)
    ? {
        subject: `Votre devis ${number}`,
        body: letter(ctx, quote, [
          `Veuillez trouver votre devis ${number} d’un montant de ${total}, valable jusqu’au ${until}.`,
          'N’hésitez pas à nous contacter pour toute question.',
        ]),
      }
    : {
        subject: `Your quote ${number}`,
        body: letter(ctx, quote, [
          `Please find your quote ${number} of ${total}, valid until ${until}.`,
          'Do contact us with any question.',
        ]),
      };
}

/** The text with the client's link after it, where accepting or refusing takes one click. */
export function withLink(ctx: Ctx, body: string, link: string): string {
  const invitation = isFrench(ctx)
    ? 'Pour consulter et accepter votre devis en ligne :'
    : 'To see and accept your quote online:';
  return `${body}\n\n${invitation}\n${link}`;
}

/** A reminder of what is open, firmer once the due date has passed. */
export function reminderMessage(
  ctx: Ctx,
  invoice: Told & { dueDate: string | null; daysOverdue: number },
): Message {
  const { number, daysOverdue } = invoice;
  const open = money(ctx, invoice);
  const due = invoice.dueDate && day(ctx, invoice.dueDate);
  if (isFrench(ctx)) {
    const since = `${daysOverdue} jour${daysOverdue > 1 ? 's' : ''}`;
    const state = daysOverdue
      ? `Sauf erreur de notre part, la facture ${number}, échue le ${due} (depuis ${since}), reste à régler pour ${open}.`
      : `Nous vous rappelons que la facture ${number} est à régler pour ${open}${due ? ` avant le ${due}` : ''}.`;
    const thanks = 'Si votre règlement est déjà parti, merci de ne pas tenir compte de ce message.';
    return { subject: `Rappel : facture ${number}`, body: letter(ctx, invoice, [state, thanks]) };
  }
  const since = `${daysOverdue} day${daysOverdue > 1 ? 's' : ''}`;
  const state = daysOverdue
    ? `According to our records ${open} of invoice ${number}, due on ${due} (${since} ago), is still open.`
    : `This is a reminder that ${open} of invoice ${number} is ${due ? `due on ${due}` : 'still open'}.`;
  const thanks = 'If your payment is already on its way, please disregard this message.';
  return { subject: `Reminder: invoice ${number}`, body: letter(ctx, invoice, [state, thanks]) };
}
