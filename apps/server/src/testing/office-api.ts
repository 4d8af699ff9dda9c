import type { Role } from '@officina/contracts/roles';
import { createMember } from '@officina/db/factories';
import { PASSWORD } from './browser.ts';
import { answerOf, type HttpAnswer, type World } from './harness.ts';

/** A program that talks to the office's contract with a token of its own. */
export interface OfficeApi {
  /** Its user's integer id on the wire. */
  userId: number;
  token: string;
  /** `path` under /api/v1. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<HttpAnswer>;
}

/** Signs a new member of the world's tenant in and speaks as them; `admin` is an ADVISOR, `member` a SECRETARY. */
export async function officeApi({ server, tenant }: World, role: Role = 'admin'): Promise<OfficeApi> {
  const passwordHash = await server.services.passwords.hash(PASSWORD);
  const { email, ref } = await createMember(server.services.client.db, tenant.id, role, { passwordHash });
  let token = '';
  const call: OfficeApi['call'] = async (method, path, body, headers = {}) => {
    const raw = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
    const response = await server.app.request(`http://localhost:3000/api/v1${path}`, {
      method,
      headers: {
        host: 'localhost:3000',
        ...(token && { authorization: `Bearer ${token}` }),
        ...(raw !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: raw,
    });
    return answerOf(response);
  };
  const { body } = await call('POST', '/auth/login', { email, password: PASSWORD });
  token = body.token;
  return { userId: ref, token, call };
}
