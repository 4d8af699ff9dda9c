import twilio from 'twilio';
import type { MessagingPort } from './port.ts';

export interface TwilioAccount {
  accountSid: string;
  authToken: string;
  /** The number from which each channel writes, E.164; for SMS also a messaging service (`MG…`). */
  whatsappFrom: string | null;
  smsFrom: string | null;
  /** Another origin than Twilio's own, e.g. of a gateway. */
  apiUrl: string | null;
}

const TIMEOUT_MS = 15_000;

/** The SDK's HTTP client, sending to another origin where one is given; the SDK itself knows Twilio's regions alone. */
function httpClientFor(apiUrl: string | null) {
  const client = new twilio.RequestClient({ timeout: TIMEOUT_MS });
  if (apiUrl) {
    client.axios.interceptors.request.use((request) => {
      const { pathname, search } = new URL(request.url ?? '');
      return Object.assign(request, { url: apiUrl + pathname + search });
    });
  }
  return client;
}

/** Twilio's answer to a message that it will never take: a wrong number, a sender without that channel. */
const isRefusal = (error: unknown): error is Error =>
  error instanceof twilio.RestException && error.status === 400;

/** Delivers WhatsApp and SMS through Twilio's API. */
export function twilioMessaging({ accountSid, authToken, ...account }: TwilioAccount): MessagingPort {
  const client = twilio(accountSid, authToken, { httpClient: httpClientFor(account.apiUrl) });
  return {
    name: 'twilio',
    async send({ channel, to, text }) {
      const from = channel === 'whatsapp' ? account.whatsappFrom : account.smsFrom;
      if (!from) return { refused: `No Twilio sender is set for ${channel}` };
      const address = (number: string) => (channel === 'whatsapp' ? `whatsapp:${number}` : number);
      const sender = from.startsWith('MG') ? { messagingServiceSid: from } : { from: address(from) };
      try {
        const { sid } = await client.messages.create({ ...sender, to: address(to), body: text });
        return { providerId: sid };
      } catch (error) {
        if (isRefusal(error)) return { refused: error.message };
        throw error;
      }
    },
  };
}
