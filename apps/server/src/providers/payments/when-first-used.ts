import type { PaymentsPort } from './port.ts';

type Call = Exclude<keyof PaymentsPort, 'mode'>;
type Given = (...args: never[]) => Promise<unknown>;

/** The SDK is large and the sandbox a server: what is behind the port is made by the first call. */
export function whenFirstUsed(mode: PaymentsPort['mode'], make: () => Promise<PaymentsPort>): PaymentsPort {
  const later = <K extends Call>(name: K): PaymentsPort[K] => {
    const call: Given = async (...args) => ((await make())[name] as Given)(...args);
    return call as PaymentsPort[K];
  };
  return {
    mode,
    createCustomer: later('createCustomer'),
    openCheckout: later('openCheckout'),
    findCheckout: later('findCheckout'),
    expireCheckout: later('expireCheckout'),
    createPayment: later('createPayment'),
    findPayment: later('findPayment'),
    cancelPayment: later('cancelPayment'),
    refund: later('refund'),
    createSubscription: later('createSubscription'),
    findSubscription: later('findSubscription'),
    cancelSubscription: later('cancelSubscription'),
    schedulePlan: later('schedulePlan'),
    cancelPlan: later('cancelPlan'),
    payInvoice: later('payInvoice'),
    openBillingPortal: later('openBillingPortal'),
    startVerification: later('startVerification'),
    findVerification: later('findVerification'),
    eventsSince: later('eventsSince'),
  };
}
