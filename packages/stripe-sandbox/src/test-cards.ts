/** How a card's issuer and the card holder's bank behave: Stripe's published test cards. */
export interface TestCard {
  number: string;
  /** Names of the payment method that stands for it. */
  tokens: readonly string[];
  brand: 'visa' | 'mastercard' | 'amex';
  decline?: { code: string; decline_code?: string; message: string };
  /** Can be kept for a customer, and is declined whenever it is charged afterwards. */
  failsLater?: true;
  /** The bank wants to see the card holder: always, or unless the payment was set up with them. */
  challenge?: 'always' | 'unless_saved';
  dispute?: true;
}

const declined = (decline_code: string, message = 'Your card was declined.') => ({
  code: 'card_declined',
  decline_code,
  message,
});
const visa = (number: string, tokens: readonly string[], more: Partial<TestCard> = {}): TestCard => ({
  number,
  tokens,
  brand: 'visa',
  ...more,
});

export const TEST_CARDS: readonly TestCard[] = [
  visa('4242424242424242', ['pm_card_visa', 'tok_visa']),
  visa('4000056655665556', ['pm_card_visa_debit']),
  { number: '5555555555554444', tokens: ['pm_card_mastercard'], brand: 'mastercard' },
  { number: '378282246310005', tokens: ['pm_card_amex'], brand: 'amex' },
  visa('4000000000000002', ['pm_card_chargeDeclined', 'pm_card_visa_chargeDeclined'], {
    decline: declined('generic_decline'),
  }),
  visa(
    '4000000000009995',
    ['pm_card_chargeDeclinedInsufficientFunds', 'pm_card_visa_chargeDeclinedInsufficientFunds'],
    { decline: declined('insufficient_funds', 'Your card has insufficient funds.') },
  ),
  visa('4000000000009987', ['pm_card_chargeDeclinedLostCard', 'pm_card_visa_chargeDeclinedLostCard'], {
    decline: declined('lost_card'),
  }),
  visa('4000000000009979', ['pm_card_chargeDeclinedStolenCard', 'pm_card_visa_chargeDeclinedStolenCard'], {
    decline: declined('stolen_card'),
  }),
  visa('4000000000000069', ['pm_card_chargeDeclinedExpiredCard'], {
    decline: { code: 'expired_card', message: 'Your card has expired.' },
  }),
  visa('4000000000000127', ['pm_card_chargeDeclinedIncorrectCvc'], {
    decline: { code: 'incorrect_cvc', message: "Your card's security code is incorrect." },
  }),
  visa('4000000000000119', ['pm_card_chargeDeclinedProcessingError'], {
    decline: {
      code: 'processing_error',
      message: 'An error occurred while processing your card. Try again in a little bit.',
    },
  }),
  visa('4000000000000341', ['pm_card_chargeCustomerFail'], {
    failsLater: true,
    decline: declined('generic_decline'),
  }),
  visa('4000002500003155', ['pm_card_authenticationRequiredOnSetup'], { challenge: 'unless_saved' }),
  visa('4000002760003184', ['pm_card_authenticationRequired'], { challenge: 'always' }),
  visa('4000000000003220', ['pm_card_threeDSecure2Required'], { challenge: 'always' }),
  visa('4000000000000259', ['pm_card_createDispute'], { dispute: true }),
];

export const cardByNumber = (number: string): TestCard | null =>
  TEST_CARDS.find((card) => card.number === number.replaceAll(/\D/g, '')) ?? null;
export const cardByToken = (token: string): TestCard | null =>
  TEST_CARDS.find((card) => card.tokens.includes(token)) ?? null;

/** Whether the digits could be a card at all (Luhn). */
export function isCardNumber(text: string): boolean {
  const digits = text.replaceAll(/[\s-]/g, '');
  if (!/^\d{12,19}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
