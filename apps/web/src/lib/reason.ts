import { type Failure, fieldErrors } from './errors.ts';
import { describe } from './failure-text.ts';
import { fieldMessage } from './field-messages.ts';

/** Why something was refused, where there is no field to put a message at. */
export function reasonOf(failure: Failure): string {
  const messages = fieldErrors(failure).map(({ message }) => fieldMessage(message));
  return messages.length > 0 ? [...new Set(messages)].join(' ') : describe(failure);
}
