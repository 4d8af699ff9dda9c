import type { Boot, SessionView } from '@officina/contracts/boot';
import type { TenantModule } from '@officina/contracts/modules';
import type { Permission } from '@officina/contracts/permissions';

let boot: Boot = { firm: '', session: null, demo: null };

/** The facts of the page that is shown. A new session always comes with a new page, so a browser takes them once. */
export function takeBoot(facts: Boot): void {
  boot = facts;
}

/** Takes what the server wrote into the page. */
export async function loadBoot(): Promise<void> {
  const written = document.getElementById('officina-boot')?.textContent;
  if (written) takeBoot(JSON.parse(written));
  else if (import.meta.env.DEV) takeBoot(await (await fetch('/__boot.json')).json());
}

/** Who is signed in, or null on public pages. */
export function session(): SessionView | null {
  return boot.session;
}

/** The firm whose page this is, also for whoever is not signed in. */
export function firm(): string {
  return boot.firm;
}

/** Demo accounts for the sign-in page; null outside demo mode. */
export function demo(): Boot['demo'] {
  return boot.demo;
}

/** The session of a page behind sign-in. Constant for the life of the page. */
export function useSession(): SessionView {
  if (!boot.session) throw new Error('This page needs a session');
  return boot.session;
}

/** Whether the firm uses a part of the back office; what belongs to no part is everybody's. */
export function uses(part: TenantModule | undefined): boolean {
  return part === undefined || (boot.session?.tenant.modules.includes(part) ?? false);
}

/** Whether the signed-in user holds a permission word. The server decides again; this only shapes the screen. */
export function can(word: Permission): boolean {
  return boot.session?.permissions.includes(word) ?? false;
}
