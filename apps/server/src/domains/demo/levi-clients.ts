import { addDays } from '@officina/contracts/calendar';
import { type ClientStatus, type ClientType, PERMANENT_DOCUMENTS } from '@officina/contracts/office';
import type { ReceivedFile } from '../../kernel/received-file.ts';
import { createOfficeClient } from '../office-clients/create-office-client.ts';
import { updateOfficeClient } from '../office-clients/update-office-client.ts';
import { uploadDocument } from '../permanent-documents/upload-document.ts';
import { CLIENT_REMARKS, COMPANIES, PEOPLE } from './hebrew-people.ts';
import { type LeviOffice, OFFICE_DAYS, officeTime } from './levi-office.ts';
import type { Random } from './random.ts';

export interface LeviClient {
  /** Known once it has been played. */
  ref: number;
  name: string;
  /** Days before today on which it came. */
  since: number;
  /** What it is today. */
  status: ClientStatus;
  reachable: boolean;
}

/** A landline: WhatsApp fails there, and the message goes out by e-mail. */
export const LANDLINE = '03-5550147';

/** Every eleventh client from the sixth on is frozen, from the eighth on closed. */
function statusOf(at: number): ClientStatus {
  if (at % 11 === 5) return 'frozen';
  return at % 11 === 7 ? 'closed' : 'active';
}

/** Eight digits and the digit that makes the identity number valid: doubled at every second place, it sums up to tens. */
function idNumber(random: Random, company: boolean): string {
  const head = company ? `51${random.int(100_000, 999_999)}` : String(random.int(20_000_000, 39_999_999));
  const sum = [...head].reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return head + ((10 - (sum % 10)) % 10);
}

const WORKERS: ClientType[] = ['osek_murshe', 'osek_patur', 'osek_murshe', 'employee'];

function factsOf(random: Random, at: number) {
  const company = at % 4 === 3 ? COMPANIES[(at - 3) / 4] : undefined;
  const [first, last, latin] = PEOPLE[at - Math.floor(at / 4)] ?? ['', '', ''];
  const hasPhone = at % 9 !== 4 && at % 13 !== 9;
  const hasEmail = at % 3 !== 2 && at % 13 !== 9;
  const mobile = `05${random.pick(['0', '2', '4', '8'])}-${random.int(100, 999)} ${random.int(1000, 9999)}`;
  return {
    fullName: company ? company[0] : `${first} ${last}`,
    idNumber: idNumber(random, company !== undefined),
    clientType: company ? ('company' as const) : (WORKERS[at % WORKERS.length] as ClientType),
    phone: at === 2 ? LANDLINE : hasPhone ? mobile : null,
    email: hasEmail || at === 2 ? `${company ? `office@${company[1]}` : `${latin}@mail`}.example` : null,
    notes: random.chance(0.3) ? random.pick(CLIENT_REMARKS) : null,
  };
}

const CLIENTS = PEOPLE.length + COMPANIES.length;
/** Days ago on which the last ones came. */
const RECENT = [40, 21, 9, 2];

/** Clients over eighteen months, a few frozen or closed since, each with none to three of its documents. */
export function tellClients(office: LeviOffice, files: Record<string, ReceivedFile>): LeviClient[] {
  const { story, random, timeZone, today, advisor, secretary } = office;
  return Array.from({ length: CLIENTS }, (_, at) => {
    const facts = factsOf(random, at);
    const reachable = Boolean(facts.phone ?? facts.email);
    const recent = RECENT[at - CLIENTS + RECENT.length];
    const since = recent ?? OFFICE_DAYS - at * 7;
    const status = recent === undefined ? statusOf(at) : 'active';
    const client: LeviClient = { ref: 0, name: facts.fullName, since, status, reachable };
    const openedAt = addDays(today, -since - random.int(0, 900));
    const by = random.chance(0.7) ? secretary : advisor;
    story.onDay(since, '08:00', timeZone, by, async (ctx) => {
      client.ref = (await createOfficeClient(ctx, { ...facts, openedAt })).ref;
    });
    PERMANENT_DOCUMENTS.slice(0, at % 4).forEach((documentType) => {
      const file = files[documentType];
      story.onDay(since - random.int(0, 2), officeTime(random, 9), timeZone, secretary, (ctx) =>
        uploadDocument(ctx, { clientRef: client.ref, documentType, file: file as ReceivedFile }),
      );
    });
    if (status !== 'active')
      story.onDay(random.int(12, 30), officeTime(random), timeZone, advisor, (ctx) =>
        updateOfficeClient(ctx, { ref: client.ref, status }),
      );
    return client;
  });
}
