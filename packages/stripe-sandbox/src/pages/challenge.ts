import { html } from 'hono/html';
import type { Form } from './form-guard.ts';
import { type Html, layout } from './layout.ts';

export type { Form };

/** What a card holder's bank asks (3-D Secure); the answer comes with the form that was sent before. */
export const challengePage = (form: Form): Html =>
  layout(
    'Authentication',
    html`<section><h1>Your bank wants to know that it is you</h1>
<p class="soft">A real bank would send you a code, or ask you in its app.</p>
<form method="post">${Object.entries(form).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button name="challenge" value="complete">Complete authentication</button>
<button name="challenge" value="fail" class="quiet">Fail authentication</button></form></section>`,
  );
