import { inflateRawSync } from 'node:zlib';
import { type Browser, browser } from '../../../testing/browser.ts';
import type { World } from '../../../testing/harness.ts';
import { assertionOf, CERTIFICATE, ENTITY, encoded, responseOf, type Said, signed } from './saml-idp.ts';

/** What a firm tells us of this provider. */
export const CORP = {
  name: 'Corp',
  kind: 'saml' as const,
  config: { entityId: ENTITY, ssoUrl: 'https://idp.test/sso', certificate: CERTIFICATE },
};

const requestOf = (url = 'http://none') => {
  const request = new URL(url).searchParams.get('SAMLRequest') ?? '';
  return request ? inflateRawSync(Buffer.from(request, 'base64')).toString() : '';
};

let ids = 0;

/** Sign-ins of a browser at that provider, of people with addresses of a domain. */
export function samlFlow(world: () => World, domain: string) {
  const self = {
    said: (requestId: string, facts: Partial<Said> = {}): Said => ({
      requestId,
      now: world().ctx.now.toString(),
      id: `_a${process.pid}x${++ids}`,
      email: `ada@${domain}`,
      ...facts,
    }),
    /** The provider's answer: signed, and right but for what the facts say. */
    answer: (requestId: string, facts: Partial<Said> = {}): string =>
      signed(responseOf(requestId, assertionOf(self.said(requestId, facts)))),
    async begin(body: object, { path = 'saml', web = browser(world().server) } = {}) {
      const answer = await web.call('POST', `/api/auth/sso/${path}`, body);
      const xml = requestOf(answer.body.url);
      return { answer, web, xml, requestId: /ID="([^"]+)"/.exec(xml)?.[1] ?? '' };
    },
    /** Has the browser post an answer, as the provider's page makes it. */
    async end(web: Browser, xml: string) {
      const body = new URLSearchParams({ SAMLResponse: encoded(xml), RelayState: 'https://evil.test' });
      const { status, headers } = await web.call('POST', '/api/auth/sso/callback/saml', body.toString(), {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://idp.test',
      });
      const session = /officina_session=[^;]+/.exec(headers.getSetCookie().join('\n'))?.[0] ?? null;
      return { status, to: headers.get('location'), session };
    },
    async goThrough(web: Browser, path: string, body: object, facts: Partial<Said> = {}) {
      const { requestId } = await self.begin(body, { path, web });
      return self.end(web, self.answer(requestId, facts));
    },
  };
  return self;
}
