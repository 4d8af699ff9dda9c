import { Hono } from 'hono';
import { html } from 'hono/html';
import { decideVerification, REFUSALS, type Refusal, wayBackId } from '../identity.ts';
import type { World } from '../world.ts';
import type { FormGuard } from './form-guard.ts';
import { type Html, layout } from './layout.ts';

const isRefusal = (text: string | undefined): text is Refusal =>
  text !== undefined && Object.hasOwn(REFUSALS, text);

const choice = (value: string, text: string, checked = false): Html =>
  html`<label class="choice"><input type="radio" name="outcome" value="${value}"${checked ? ' checked' : ''}><span>${text}</span></label>`;

/** The page on which somebody shows their papers; here the outcome is chosen. */
export function verifyPage(world: World, guard: FormGuard): Hono {
  const app = new Hono();
  const back = (id: string) => world.store.find('sandbox.way_back', wayBackId(id))?.url ?? null;
  app.get('/verify/:id', (c) => {
    const session = world.store.get('identity.verification_session', c.req.param('id'));
    if (session.status !== 'requires_input') return c.html(left(session.status, back(session.id)));
    return c.html(
      layout(
        'Verify your identity',
        html`<section><h1>Verify your identity</h1><p class="soft">A document and a selfie would be taken here. Choose how it ends.</p>
<form method="post"><input type="hidden" name="token" value="${guard.token(session.id)}">
<fieldset><legend>Outcome</legend>${choice('verified', 'Everything is in order', true)}
${Object.entries(REFUSALS).map(([code, reason]) => choice(code, reason))}</fieldset>
<button>Submit</button></form></section>`,
      ),
    );
  });
  app.post('/verify/:id', async (c) => {
    const session = world.store.get('identity.verification_session', c.req.param('id'));
    const { outcome } = await guard.read(c, session.id);
    const refusal = isRefusal(outcome) ? outcome : null;
    if (session.status === 'requires_input') decideVerification(world, session, refusal);
    return c.html(left(session.status, back(session.id)));
  });
  return app;
}

const left = (status: string, onward: string | null): Html =>
  layout(
    'Identity',
    html`<section><h1>${status === 'verified' ? 'You are verified' : 'Thank you'}</h1>
<p>${status === 'canceled' ? 'This verification was canceled.' : 'Your papers have been submitted.'}</p>
${onward ? html`<a class="button" href="${onward}">Continue</a>` : ''}</section>`,
    onward,
  );
