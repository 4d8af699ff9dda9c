import type { IdpMetadata } from '@officina/contracts/sso';
import { idpMetadata as input } from '@officina/contracts/sso-inputs';
import type { Ctx } from '../../kernel/context.ts';
import { invalid } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import { all, children, DSIG, parseXml } from './saml-xml.ts';
import { demand, SsoRefused } from './sso-refused.ts';

const METADATA = 'urn:oasis:names:tc:SAML:2.0:metadata';
const BINDINGS = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-';

const pemOf = (text: string): string => {
  const lines = text.replace(/\s/g, '').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----'].join('\n');
};

/** The settings in a provider's metadata; what is said for encryption or for other roles is left out. */
function settingsIn(xml: string): IdpMetadata {
  // Nothing of it is signed, so that comments change no meaning.
  const root = parseXml(xml.trim().replace(/<!--[\s\S]*?-->/g, ''));
  const [provider] = all(root, METADATA, 'IDPSSODescriptor');
  demand(provider, 'These are no metadata of an identity provider');
  const entity = provider.parentNode as typeof root;
  const entityId = entity.getAttribute('entityID')?.trim();
  demand(entityId, 'The metadata name no entity id');
  const services = children(provider, METADATA, 'SingleSignOnService');
  const by = (binding: string) =>
    services
      .find((service) => service.getAttribute('Binding') === BINDINGS + binding)
      ?.getAttribute('Location');
  const [redirect, post] = [by('Redirect'), by('POST')];
  const ssoUrl = redirect ?? post;
  demand(ssoUrl, 'The metadata name no address to sign in at');
  const certificates = children(provider, METADATA, 'KeyDescriptor')
    .filter((key) => key.getAttribute('use') !== 'encryption')
    .flatMap((key) => all(key, DSIG, 'X509Certificate'))
    .map((certificate) => pemOf(certificate.textContent ?? ''));
  demand(certificates.length, 'The metadata hold no certificate');
  return {
    entityId,
    ssoUrl,
    binding: redirect ? 'redirect' : 'post',
    certificate: [...new Set(certificates)].join('\n'),
    signRequests: provider.getAttribute('WantAuthnRequestsSigned') === 'true',
  };
}

async function fetched(ctx: Ctx, url: string): Promise<string> {
  const answer = await ctx.services.outbound
    .send({ method: 'GET', url, headers: { accept: 'application/samlmetadata+xml, application/xml' } })
    .catch((error: unknown) => {
      throw new SsoRefused(error instanceof Error ? error.message : 'No answer');
    });
  demand(answer.status === 200, `The address answers ${answer.status}`);
  return answer.text;
}

/** Reads the settings of a SAML provider from its metadata, given as text or by their address. Keeps nothing. */
export const readMetadata = read({
  name: 'sso.readMetadata',
  permission: 'sso.manage',
  input,
  async run(ctx, { source }): Promise<IdpMetadata> {
    try {
      return settingsIn(/^https?:\/\/\S+$/i.test(source) ? await fetched(ctx, source) : source);
    } catch (error) {
      if (!(error instanceof SsoRefused)) throw error;
      throw invalid({ field: 'source', message: error.message });
    }
  },
});
