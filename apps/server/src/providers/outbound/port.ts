export interface OutboundRequest {
  method: 'GET' | 'POST';
  url: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface OutboundResponse {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** At most 64 KiB of it. */
  text: string;
}

/** Requests to addresses that users name. */
export interface OutboundPort {
  /**
   * Sends without following redirects, within 10 seconds. Throws TargetRefused for an address that may not be called,
   * judged when the connection is made, and any other error where nothing answered.
   */
  send(request: OutboundRequest): Promise<OutboundResponse>;
  /** Why a URL can never be called, whatever its name resolves to; null for one that may be. */
  refusalOf(url: string): string | null;
}

/** The address is one that is not called: an inner network, another port or scheme. */
export class TargetRefused extends Error {}
