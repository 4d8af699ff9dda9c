import { createTransport } from 'nodemailer';
import type { MailPort } from './port.ts';

/** Delivers through an SMTP server, e.g. `smtps://user:password@mail.example.com`. */
export function smtpMail(url: string, fromAddress: string): MailPort {
  const transport = createTransport(url);
  return {
    name: 'smtp',
    async send(message) {
      const sent = await transport.sendMail({
        from: { name: message.fromName, address: fromAddress },
        to: { name: '', address: message.to },
        subject: message.subject,
        text: message.text,
        html: message.html,
        replyTo: message.replyTo,
        attachments: message.attachments.map(({ filename, contentType, bytes }) => ({
          filename,
          contentType,
          content: bytes,
        })),
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { providerId: sent.messageId };
    },
  };
}
