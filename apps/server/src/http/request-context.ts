import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { nowhere, type TenantDirectory } from '../domains/tenancy/tenant-directory.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Ctx, Tenant } from '../kernel/context.ts';
import { RequestCtx } from '../kernel/request-ctx.ts';
import type { Services } from '../kernel/services.ts';
import { type Credentials, identify } from './credentials.ts';
import type { Env } from './environment.ts';
import { clientIp, subdomainOf } from './host.ts';
import { originAllowed, ownOrigins } from './origin.ts';
import { sendCookies } from './send-cookies.ts';

export interface ContextParts extends Credentials {
  services: Services;
  tenants: TenantDirectory;
  defaultTenant: string;
  trustProxy: number;
}

/** Makes what finds out who asks and for which tenant, and puts the context of operations into the request. */
export function recogniser(parts: ContextParts): (c: Context<Env>) => Promise<void> {
  const { services, sessions, tenants } = parts;
  const publicUrl = new URL(services.config.publicUrl);
  const apex = publicUrl.hostname;
  return async (c) => {
    const { headers } = c.req.raw;
    const cookie = headers.get('cookie');
    const ip = clientIp(socketAddress(c), headers.get('x-forwarded-for') ?? undefined, parts.trustProxy);
    const subdomain = subdomainOf(headers.get('host') ?? '', apex);
    const own = ownOrigins(publicUrl, headers);
    const now = services.clock.now();
    const contextOf = (tenant: Tenant, actor: Actor): Ctx =>
      new RequestCtx({
        tenant,
        actor,
        now,
        requestId: c.get('requestId'),
        hostSubdomain: subdomain,
        origins: own,
        ip,
        userAgent: headers.get('user-agent'),
        services,
      });
    const fail = (error: unknown): never => {
      // Whoever tells of the failure needs a context too.
      c.set('ctx', contextOf(nowhere, { kind: 'visitor' }));
      throw error;
    };
    const identity = await identify(c.req.path, headers, ip, parts).catch(fail);
    const tenant =
      identity.tenant ?? (await tenants.find(subdomain ?? parts.defaultTenant).catch(fail)) ?? nowhere;
    const { session, actor } = identity;
    c.set('ctx', contextOf(tenant, actor));
    c.set('session', session);
    c.set('refusal', identity.refusal);
    c.set(
      'tenantMismatch',
      identity.tenant !== null && subdomain !== null && subdomain !== identity.tenant.subdomain,
    );
    // A token is sent on purpose; only cookies travel along with a foreign page's request.
    const bearer = actor.kind !== 'visitor' && session === null;
    c.set('foreignOrigin', !bearer && !originAllowed(c.req.method, headers, own));
    const renewed = session?.fresh && cookie ? sessions.renewed(cookie, session) : [];
    c.set('renewedCookies', renewed);
    sendCookies(c, renewed);
  };
}

function socketAddress(c: Context<Env>): string | undefined {
  // In-process requests (tests of the composed app) have no socket.
  return c.env && typeof c.env === 'object' && 'incoming' in c.env
    ? getConnInfo(c).remote.address
    : undefined;
}
