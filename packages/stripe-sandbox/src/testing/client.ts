import Stripe from 'stripe';
import { type Sandbox, type SandboxOptions, startSandbox } from '../start-sandbox.ts';

/** A sandbox of one's own and the official SDK pointed at it. */
export async function sandboxWithClient(
  options: SandboxOptions = {},
): Promise<{ sandbox: Sandbox; stripe: Stripe }> {
  const sandbox = await startSandbox(options);
  const { host, port } = sandbox;
  const stripe = new Stripe('sk_test_sandbox', {
    host,
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  });
  return { sandbox, stripe };
}
