import type { FieldError } from '@officina/contracts/errors';
import type { IdpKind, OidcConfig, SamlConfig } from '@officina/contracts/sso';
import { oidcConfig, samlConfig } from '@officina/contracts/sso-inputs';
import type { Ctx } from '../../kernel/context.ts';
import { AppError, invalid } from '../../kernel/errors.ts';
import { parseInput } from '../../kernel/input.ts';

/** The faults of a part under their place in the whole. */
function under<T>(place: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof AppError) || !Array.isArray(error.details)) throw error;
    throw invalid(
      ...(error.details as FieldError[]).map((fault) => ({ ...fault, field: `${place}.${fault.field}` })),
    );
  }
}

/** What is kept of a provider's settings; its secret encrypted. Throws VALIDATION_ERROR naming `config.…`. */
export function configOf(ctx: Ctx, kind: IdpKind, given: Record<string, unknown>): OidcConfig | SamlConfig {
  if (kind === 'saml') return under('config', () => parseInput(samlConfig, given));
  const { clientSecret, ...config } = under('config', () => parseInput(oidcConfig, given));
  for (const [name, address] of Object.entries(config))
    if (/^(issuer|.*Endpoint|jwksUri)$/.test(name) && typeof address === 'string') {
      const refusal = ctx.services.outbound.refusalOf(address);
      if (refusal) throw invalid({ field: `config.${name}`, message: refusal });
    }
  return { ...config, clientSecret: ctx.services.secrets.seal(clientSecret) };
}
