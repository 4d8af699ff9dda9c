/** Why a sign-in does not count, in the words that the sign-in page is told. */
export type OAuthFailure =
  /** What came back does not hold, or the provider does not answer. */
  | 'OAuthCallback'
  /** The person would not, or may enter nowhere. */
  | 'AccessDenied'
  /** The address has an account that this sign-in must not take. */
  | 'OAuthAccountNotLinked'
  /** Nobody has this address. */
  | 'OAuthCreateAccount';

export class OAuthRefused extends Error {
  override name = 'OAuthRefused';
  readonly failure: OAuthFailure;

  constructor(failure: OAuthFailure) {
    super(failure);
    this.failure = failure;
  }
}
