import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outboxMessaging } from './outbox.ts';
import type { MessagingPort } from './port.ts';
import { twilioMessaging } from './twilio.ts';

const SID = `AC${'0'.repeat(32)}`;

/** Twilio's Messages endpoint as its reference describes it: form in, JSON out, errors with a code. */
let fake: Server;
let received: { path: string; authorization: string; form: Record<string, string> }[] = [];

function answerTo({ To: to }: Record<string, string>): [number, object] {
  if (to?.endsWith('0000000'))
    return [400, { code: 21211, message: `Invalid 'To' Phone Number: ${to}`, status: 400 }];
  if (to?.endsWith('5030000')) return [503, { code: 20503, message: 'Service unavailable', status: 503 }];
  return [201, { sid: `SM${'1'.repeat(32)}`, status: 'queued' }];
}

async function answer(request: IncomingMessage) {
  const form = Object.fromEntries(new URLSearchParams(await textOf(request)));
  received.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '', form });
  return answerTo(form);
}

beforeAll(async () => {
  fake = createServer((request, response) => {
    void answer(request).then(([status, body]) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  fake.listen(0, '127.0.0.1');
  await once(fake, 'listening');
});

afterAll(() => new Promise((closed) => fake.close(closed)));

const twilioAt = (account: Partial<Parameters<typeof twilioMessaging>[0]> = {}) =>
  twilioMessaging({
    accountSid: SID,
    authToken: 'secret',
    whatsappFrom: '+14155238886',
    smsFrom: '+15005550006',
    apiUrl: `http://127.0.0.1:${(fake.address() as AddressInfo).port}`,
    ...account,
  });

const DRIVERS: Record<string, () => MessagingPort> = {
  outbox: () => outboxMessaging,
  twilio: () => twilioAt(),
};

describe.each(Object.keys(DRIVERS))('the messaging driver %s', (name) => {
  it.each(['whatsapp', 'sms'] as const)('takes a %s', async (channel) => {
    const driver = (DRIVERS[name] as () => MessagingPort)();
    expect(driver.name).toBe(name);
    const receipt = await driver.send({ channel, to: '+972501234567', text: 'שלום\nBND-001 & co' });
    expect(receipt).toEqual({ providerId: name === 'twilio' ? `SM${'1'.repeat(32)}` : null });
  });
});

describe('Twilio', () => {
  it('is told sender, receiver and text, with the account’s credentials', async () => {
    received = [];
    const text = 'שלום דנה & co,\n+1';
    await twilioAt().send({ channel: 'whatsapp', to: '+972501234567', text });
    await twilioAt().send({ channel: 'sms', to: '+972501234567', text });
    await twilioAt({ smsFrom: 'MG123' }).send({ channel: 'sms', to: '+972501234567', text });
    const authorization = `Basic ${Buffer.from(`${SID}:secret`).toString('base64')}`;
    const path = `/2010-04-01/Accounts/${SID}/Messages.json`;
    expect(received).toEqual([
      {
        path,
        authorization,
        form: { From: 'whatsapp:+14155238886', To: 'whatsapp:+972501234567', Body: text },
      },
      { path, authorization, form: { From: '+15005550006', To: '+972501234567', Body: text } },
      { path, authorization, form: { MessagingServiceSid: 'MG123', To: '+972501234567', Body: text } },
    ]);
  });

  it('refuses for good what can never arrive', async () => {
    expect(await twilioAt().send({ channel: 'sms', to: '+15000000000', text: 'x' })).toEqual({
      refused: "Invalid 'To' Phone Number: +15000000000",
    });
    const silent = twilioAt({ whatsappFrom: null });
    expect(await silent.send({ channel: 'whatsapp', to: '+972501234567', text: 'x' })).toEqual({
      refused: 'No Twilio sender is set for whatsapp',
    });
  });

  it('throws where another try may help', async () => {
    const busy = twilioAt().send({ channel: 'sms', to: '+15005030000', text: 'x' });
    await expect(busy).rejects.toThrow('Service unavailable');
    const unreachable = twilioAt({ apiUrl: 'http://127.0.0.1:1' });
    await expect(unreachable.send({ channel: 'sms', to: '+15001234567', text: 'x' })).rejects.toThrow();
  });
});
