import { ERROR_MESSAGES, type ErrorCode, type ErrorData } from '@officina/contracts/errors';
import type { LiveMessage } from '@officina/contracts/live';
import { initTRPC, TRPCError, tracked } from '@trpc/server';
import type { input as InputOf, ZodType } from 'zod';
import { authorize } from './authorize.ts';
import type { Ctx } from './context.ts';
import { AppError } from './errors.ts';
import type { LiveStream } from './live-stream.ts';
import type { Operation } from './operation.ts';
import type { Form, FormLimits } from './received-file.ts';

type TrpcCode = ConstructorParameters<typeof TRPCError>[0]['code'];

const TRPC_CODES: Partial<Record<ErrorCode, TrpcCode>> = {
  UNAUTHORIZED: 'UNAUTHORIZED',
  INVALID_CREDENTIALS: 'UNAUTHORIZED',
  FORBIDDEN: 'FORBIDDEN',
  PLAN_LIMIT_REACHED: 'FORBIDDEN',
  ORIGIN_MISMATCH: 'FORBIDDEN',
  TENANT_MISMATCH: 'FORBIDDEN',
  EMAIL_NOT_VERIFIED: 'FORBIDDEN',
  STEP_UP_REQUIRED: 'FORBIDDEN',
  SSO_REQUIRED: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  VERSION_CONFLICT: 'CONFLICT',
  CONFLICT: 'CONFLICT',
  CONTACT_IN_USE: 'CONFLICT',
  WEBHOOK_LIMIT: 'CONFLICT',
  LAST_CREDENTIAL: 'CONFLICT',
  ALREADY_VERIFIED: 'CONFLICT',
  PASSKEY_EXISTS: 'CONFLICT',
  PASSKEY_REJECTED: 'UNAUTHORIZED',
  INVALID_BACKUP_CODE: 'UNAUTHORIZED',
  ALREADY_GRANTED: 'CONFLICT',
  IDEMPOTENCY_MISMATCH: 'CONFLICT',
  NO_ENROLLMENT: 'FORBIDDEN',
  PAYMENT_REQUIRED: 'FORBIDDEN',
  PAYMENT_PENDING: 'FORBIDDEN',
  ORIENTATION_REQUIRED: 'FORBIDDEN',
  DOCUMENTS_REQUIRED: 'FORBIDDEN',
  ACTION_NOT_ALLOWED: 'FORBIDDEN',
  ENROLLMENT_COMPLETED: 'FORBIDDEN',
  ENROLLMENT_SUSPENDED: 'FORBIDDEN',
  START_DATE_MISSING: 'FORBIDDEN',
  START_DATE_NOT_REACHED: 'FORBIDDEN',
  PAYMENT_HOLD: 'FORBIDDEN',
  PAYMENT_PAST_DUE: 'FORBIDDEN',
  PARTNER_NOT_APPROVED: 'FORBIDDEN',
  APPRENTICE_MISMATCH: 'FORBIDDEN',
  PROGRAM_MISMATCH: 'FORBIDDEN',
  SITE_NOT_ALLOWED: 'FORBIDDEN',
  OUTSIDE_GEOFENCE: 'FORBIDDEN',
  WRONG_SHOP: 'FORBIDDEN',
  ENROLLMENT_NOT_FOUND: 'NOT_FOUND',
  ENTRY_NOT_FOUND: 'NOT_FOUND',
  SITE_NOT_FOUND: 'NOT_FOUND',
  USER_NOT_FOUND: 'NOT_FOUND',
  NO_BILLING_ACCOUNT: 'NOT_FOUND',
  DUPLICATE_APPLICATION: 'CONFLICT',
  ENROLLMENT_EXISTS: 'CONFLICT',
  PROVISIONING_INCOMPLETE: 'SERVICE_UNAVAILABLE',
  STRIPE_ERROR: 'SERVICE_UNAVAILABLE',
  RATE_LIMIT_EXCEEDED: 'TOO_MANY_REQUESTS',
  PAYLOAD_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  SERVICE_UNAVAILABLE: 'SERVICE_UNAVAILABLE',
  INTERNAL_ERROR: 'INTERNAL_SERVER_ERROR',
};

/** What the library itself refuses before any procedure runs. */
const LIBRARY_CODES: Partial<Record<TrpcCode, ErrorCode>> = {
  PARSE_ERROR: 'INVALID_JSON',
  BAD_REQUEST: 'INVALID_JSON',
  UNSUPPORTED_MEDIA_TYPE: 'INVALID_JSON',
  NOT_FOUND: 'NOT_FOUND',
  METHOD_NOT_SUPPORTED: 'METHOD_NOT_ALLOWED',
};

/** What the tRPC door hands to procedures. */
export interface TrpcContext {
  ctx: Ctx;
  /** Puts the token of a newly opened session into the caller's cookie. */
  sendSession(token: string): void;
  /** Reads the request's body as a multipart form. */
  readForm(limits: FormLimits): Promise<Form>;
}

/** What a procedure says of itself: how to run it where there is nothing but JSON in and out. */
export interface ProcedureMeta {
  run?: (request: { ctx: TrpcContext; input: unknown }) => Promise<unknown>;
}

const t = initTRPC
  .context<TrpcContext>()
  .meta<ProcedureMeta>()
  .create({
    // More often than the idle limits of common proxies (60 s), and often enough to notice a connection that is gone.
    sse: { ping: { enabled: true, intervalMs: 20_000 }, client: { reconnectAfterInactivityMs: 50_000 } },
    errorFormatter({ shape, error, ctx }) {
      const known = error.cause instanceof AppError ? error.cause : null;
      const appCode = known?.code ?? LIBRARY_CODES[error.code] ?? 'INTERNAL_ERROR';
      const data: ErrorData = {
        appCode,
        details: known?.details ?? null,
        requestId: ctx?.ctx.requestId ?? '',
      };
      const message = known?.message ?? ERROR_MESSAGES[appCode];
      return {
        ...shape,
        message,
        data: { code: shape.data.code, httpStatus: shape.data.httpStatus, ...data },
      };
    },
  });

export const router = t.router;
export const mergeRouters = t.mergeRouters;

/** An error thrown on purpose, as this door tells it; any other stays what it is. */
function asTrpcError(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  const code = TRPC_CODES[error.code] ?? 'BAD_REQUEST';
  return new TRPCError({ code, message: error.message, cause: error });
}

/** Runs an operation with the door's error mapping; the operation itself checks permission, then input. */
function call<S extends ZodType, R>(operation: Operation<S, R>) {
  return async ({ ctx, input }: { ctx: TrpcContext; input: unknown }): Promise<R> => {
    try {
      return await operation(ctx.ctx, input as InputOf<S>);
    } catch (error) {
      throw asTrpcError(error);
    }
  };
}

/** The type of the input without parsing it here: the operation parses, after it has checked the permission. */
const inputOf =
  <S extends ZodType>(_: Operation<S, unknown>) =>
  (raw: unknown) =>
    raw as InputOf<S>;

/** A tRPC query that is a read operation. */
export function query<S extends ZodType, R>(operation: Operation<S, R>) {
  const run = call(operation);
  return t.procedure.meta({ run }).input(inputOf(operation)).query(run);
}

/** A tRPC mutation that is a write operation. */
export function mutation<S extends ZodType, R>(operation: Operation<S, R>) {
  const run = call(operation);
  return t.procedure.meta({ run }).input(inputOf(operation)).mutation(run);
}

/** As `mutation`, of an operation that opens a session: its token goes into the cookie and nowhere else. */
export function sessionMutation<S extends ZodType, R extends { token: string }>(operation: Operation<S, R>) {
  const run = call(operation);
  return t.procedure.input(inputOf(operation)).mutation(async (request): Promise<Omit<R, 'token'>> => {
    const { token, ...view } = await run(request);
    request.ctx.sendSession(token);
    return view;
  });
}

/**
 * As `mutation`, of an operation that takes an uploaded file. The browser sends a multipart form, which is read as it
 * arrives and only once the caller may do this; `fields` makes the rest of the input of its text fields.
 */
export function uploadMutation<S extends ZodType, R>(
  operation: Operation<S, R>,
  limits: FormLimits,
  fields: (given: Record<string, string | undefined>) => Partial<InputOf<S>>,
) {
  const run = call(operation);
  return t.procedure
    .input((form: unknown) => form as FormData)
    .mutation(async ({ ctx }): Promise<R> => {
      try {
        authorize(ctx.ctx.actor, operation.permission);
        const form = await ctx.readForm(limits);
        const input = { ...fields(form.fields), [limits.file]: form.file };
        return await run({ ctx, input }).finally(form.discard);
      } catch (error) {
        throw asTrpcError(error);
      }
    });
}

/** A tRPC subscription that is a read operation: its stream goes out as server-sent events until either side ends it. */
export function subscription<S extends ZodType>(operation: Operation<S, LiveStream>) {
  const run = call(operation);
  return t.procedure
    .input(inputOf(operation))
    .subscription(async function* (request): AsyncGenerator<LiveMessage> {
      const stream = await run(request);
      const end = () => void stream.return();
      request.signal?.addEventListener('abort', end);
      if (request.signal?.aborted) end();
      try {
        // `tracked` is what makes the id the event's; it arrives as the message that the type says.
        for await (const { id, ...data } of stream) yield tracked(id, data) as unknown as LiveMessage;
      } finally {
        request.signal?.removeEventListener('abort', end);
        end();
      }
    });
}
