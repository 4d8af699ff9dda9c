import type { SessionFacts } from '../domains/identity/session-store.ts';
import type { Ctx } from '../kernel/context.ts';
import type { AppError } from '../kernel/errors.ts';

/** What the middleware leaves for the doors. */
export interface Env {
  Variables: {
    /** Stands on the answer, in every log line and in every journal entry of the request. */
    requestId: string;
    ctx: Ctx;
    session: SessionFacts | null;
    /** Why the credential that was given does not count. */
    refusal: AppError | null;
    /** Set when the Host names another tenant than the session's. */
    tenantMismatch: boolean;
    /** Set when a cookie-authenticated write comes from a foreign page. */
    foreignOrigin: boolean;
    /** The session's cookies with their new end, when this request prolonged it. */
    renewedCookies: readonly string[];
    /** What is put on the answer at the end, whatever it becomes. */
    answerHeaders: Record<string, string>;
    /** Set when the answer has been made with them. */
    complete?: true;
  };
}
