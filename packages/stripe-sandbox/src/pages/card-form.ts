import { html } from 'hono/html';
import { StripeError } from '../stripe-error.ts';
import { cardByNumber, isCardNumber, type TestCard } from '../test-cards.ts';
import type { Form } from './form-guard.ts';
import type { Html } from './layout.ts';

/** What is wrong with a form, and with which field. */
export interface Fault {
  field: string | null;
  message: string;
}

const SUGGESTED: readonly [string, string][] = [
  ['4242 4242 4242 4242', 'is accepted'],
  ['4000 0000 0000 0002', 'is declined'],
  ['4000 0000 0000 9995', 'has insufficient funds'],
  ['4000 0000 0000 0069', 'has expired'],
  ['4000 0027 6000 3184', 'asks for authentication'],
  ['4000 0000 0000 0341', 'is kept, and declined later'],
  ['4000 0000 0000 0259', 'is accepted, then disputed'],
];

const attributes = (fault: Fault | null, field: string) =>
  fault?.field === field ? html` aria-invalid="true" aria-describedby="fault"` : '';

/** The fields of a card, prefilled with what was typed, and the published test cards. */
export const cardFields = (values: Form, fault: Fault | null): Html => html`
<label for="number">Card number</label>
<input id="number" name="number" inputmode="numeric" autocomplete="cc-number" required maxlength="23" list="cards" placeholder="4242 4242 4242 4242" value="${values.number ?? ''}"${attributes(fault, 'number')}>
<datalist id="cards">${SUGGESTED.map(([number, what]) => html`<option value="${number}">${what}</option>`)}</datalist>
<div class="pair"><div>
<label for="expiry">Expires</label>
<input id="expiry" name="expiry" inputmode="numeric" autocomplete="cc-exp" required maxlength="7" placeholder="MM / YY" value="${values.expiry ?? ''}"${attributes(fault, 'expiry')}>
</div><div>
<label for="cvc">Security code</label>
<input id="cvc" name="cvc" inputmode="numeric" autocomplete="cc-csc" required maxlength="4" placeholder="CVC" value="${values.cvc ?? ''}"${attributes(fault, 'cvc')}>
</div></div>
<label for="name">Name on card</label>
<input id="name" name="name" autocomplete="cc-name" required maxlength="100" value="${values.name ?? ''}"${attributes(fault, 'name')}>`;

export const faultLine = (fault: Fault | null): Html | '' =>
  fault ? html`<p class="error" role="alert" id="fault">${fault.message}</p>` : '';

export const testCards = (): Html => html`<details><summary>Test cards</summary>
<table>${SUGGESTED.map(([number, what]) => html`<tr><th scope="row">${what}</th><td>${number}</td></tr>`)}</table>
<p class="soft">Any date in the future, any security code.</p></details>`;

/** The test card that was typed, or what is wrong with the fields. `now` in seconds. */
export function typedCard(form: Form, now: number): TestCard | Fault {
  const { number = '', expiry = '', cvc = '', name = '' } = form;
  if (!isCardNumber(number)) return { field: 'number', message: 'Your card number is invalid.' };
  const date = /^\s*(0?[1-9]|1[0-2])\s*\/?\s*(?:20)?(\d\d)\s*$/.exec(expiry);
  if (!date) return { field: 'expiry', message: 'Your card’s expiration date is incomplete.' };
  const end = Date.UTC(2000 + Number(date[2]), Number(date[1]), 1) / 1000;
  if (end <= now) return { field: 'expiry', message: 'Your card’s expiration date is in the past.' };
  if (!/^\d{3,4}$/.test(cvc.trim()))
    return { field: 'cvc', message: 'Your card’s security code is incomplete.' };
  if (!name.trim()) return { field: 'name', message: 'Your name is missing.' };
  const card = cardByNumber(number);
  return card ?? { field: 'number', message: 'This is no test card. Real cards are not taken here.' };
}

/** A refusal as the page tells it; other errors are thrown on. */
export function faultOf(error: unknown): Fault {
  if (error instanceof StripeError) return { field: null, message: error.message };
  throw error;
}
