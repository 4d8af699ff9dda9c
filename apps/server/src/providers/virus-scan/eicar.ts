import type { VirusScanPort } from './port.ts';

/** The industry's harmless test file, in two halves so that scanners leave this source alone. */
const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
  'latin1',
);

/** Without a scanner: refuses the test file, so that the way of a refusal can be tried, and says that it saw nothing else. */
export const eicarScan: VirusScanPort = {
  async scan(content) {
    let tail: Buffer = Buffer.alloc(0);
    for await (const chunk of content as AsyncIterable<Buffer>) {
      const seen = Buffer.concat([tail, chunk]);
      if (seen.includes(EICAR)) return { verdict: 'infected', signature: 'EICAR-Test-File' };
      tail = seen.subarray(Math.max(0, seen.length - EICAR.length));
    }
    return { verdict: 'not_scanned' };
  },
};
