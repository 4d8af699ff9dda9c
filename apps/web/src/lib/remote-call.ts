import { ApiError } from './api-error.ts';

export type CallType = 'query' | 'mutation';

interface Call {
  path: string;
  input: unknown;
  signal: AbortSignal | undefined;
  resolve: (data: unknown) => void;
  reject: (error: unknown) => void;
}

type Answer =
  | { result: { data?: unknown } }
  | {
      error: {
        message: string;
        data: Omit<ApiError['data'], 'appCode'> & { appCode: ApiError['data']['appCode'] };
      };
    };

const MOST_CALLS = 12;
const LONGEST_URL = 6000;

function settle(call: Call, answer: Answer | undefined) {
  if (answer && 'result' in answer) return call.resolve(answer.result.data);
  const { message, data } = answer?.error ?? {};
  call.reject(
    new ApiError(data?.appCode ?? 'INTERNAL_ERROR', message ?? '', data?.details, data?.requestId ?? ''),
  );
}

async function send(type: CallType, calls: Call[]): Promise<void> {
  const query = type === 'query';
  const inputs = JSON.stringify(Object.fromEntries(calls.map((call, index) => [index, call.input])));
  const paths = calls.map((call) => call.path).join(',');
  const abort = new AbortController();
  // A request goes on as long as anybody still waits for a part of it.
  const check = () => calls.every((call) => call.signal?.aborted) && abort.abort();
  for (const call of calls) call.signal?.addEventListener('abort', check);
  try {
    const response = await fetch(
      `/trpc/${paths}?batch=1${query ? `&input=${encodeURIComponent(inputs)}` : ''}`,
      query
        ? { signal: abort.signal }
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: inputs,
            signal: abort.signal,
          },
    );
    const answers = (await response.json()) as Answer[] | Answer;
    // What is refused before it is taken apart (a body too large) is one answer for all.
    for (const [index, call] of calls.entries())
      settle(call, Array.isArray(answers) ? answers[index] : answers);
  } catch (error) {
    for (const call of calls) call.reject(error);
  }
}

let waiting: Record<CallType, Call[]> = { query: [], mutation: [] };

function flush() {
  const asked = waiting;
  waiting = { query: [], mutation: [] };
  for (const type of ['query', 'mutation'] as const) {
    let batch: Call[] = [];
    let length = 0;
    for (const call of asked[type]) {
      const size = call.path.length + encodeURIComponent(JSON.stringify(call.input) ?? '').length;
      if (batch.length === MOST_CALLS || (batch.length > 0 && length + size > LONGEST_URL)) {
        void send(type, batch);
        batch = [];
        length = 0;
      }
      batch.push(call);
      length += size;
    }
    if (batch.length > 0) void send(type, batch);
  }
}

/** Asks the server for one procedure, by tRPC's batch protocol: what is asked in one turn goes as one request. */
export function remoteCall(
  type: CallType,
  path: string,
  input: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (waiting.query.length + waiting.mutation.length === 0) setTimeout(flush);
    waiting[type].push({ path, input, signal, resolve, reject });
  });
}
