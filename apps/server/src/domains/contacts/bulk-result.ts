import type { BulkResult } from '@officina/contracts/contacts';
import type { AppError } from '../../kernel/errors.ts';

/** One result per id asked; those in `refused` failed, each for its own reason. */
export function bulkResult(ids: readonly string[], refused: ReadonlyMap<string, AppError>): BulkResult {
  const results = ids.map((id) => {
    const error = refused.get(id);
    return { id, ok: !error, error: error ? { code: error.code, message: error.message } : null };
  });
  return { results, succeeded: ids.length - refused.size, failed: refused.size };
}
