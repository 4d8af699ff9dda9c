import type { Ctx } from './context.ts';

function underName({ services, tenant }: Ctx): string {
  const url = new URL(services.config.publicUrl);
  url.hostname = `${tenant.subdomain}.${url.hostname}`;
  return url.origin;
}

/** Our own address as the caller came by it: with the firm's name before it, or without. */
export const homeOf = (ctx: Ctx): string =>
  ctx.hostSubdomain ? underName(ctx) : ctx.services.config.publicUrl;

/** The address at which visitors meet the firm: only the installation's own firm needs no name. */
export const publicHomeOf = (ctx: Ctx): string => {
  const { defaultTenant, publicUrl } = ctx.services.config;
  return ctx.tenant.subdomain === defaultTenant ? publicUrl : underName(ctx);
};
