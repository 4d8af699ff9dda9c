import { useEffect, useState } from 'react';

/** The provider tells of a payment within seconds; whoever waits longer may try again. */
const WAIT_MS = 60_000;

/** Whether to wait for the provider's word: for a minute after the payer has come back from its page. */
export function useWaiting(returned: boolean): boolean {
  const [waiting, setWaiting] = useState(returned);
  useEffect(() => {
    if (!returned) return;
    const timer = setTimeout(() => setWaiting(false), WAIT_MS);
    return () => clearTimeout(timer);
  }, [returned]);
  return waiting;
}
