import { z } from 'zod';
import { email, lineText } from './fields.ts';
import { PASSWORD_RULES, RESERVED_SUBDOMAINS } from './identity.ts';
import { DENSITIES, THEMES } from './preferences.ts';

/** A password as it was typed: nothing is trimmed. */
const password = z
  .string({ error: 'Required' })
  .min(1, 'Required')
  .max(200, 'Must be at most 200 characters');

/** The first rule that a new password breaks is named. */
export const newPassword = z
  .string({ error: 'Required' })
  .max(200, 'Must be at most 200 characters')
  .superRefine((text, ctx) => {
    const broken = PASSWORD_RULES.find(({ test }) => !test.test(text));
    if (broken) ctx.addIssue({ code: 'custom', message: broken.message });
  });

export const personName = lineText(2, 255);
export const businessName = lineText(2, 255);

/** 3 to 63 of a-z, 0-9 and single dashes inside; not one of our own host names. */
export const subdomain = z
  .string({ error: 'Required' })
  .trim()
  .toLowerCase()
  .min(3, 'Must be at least 3 characters')
  .max(63, 'Must be at most 63 characters')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Only letters, digits and single dashes inside')
  .refine((text) => !RESERVED_SUBDOMAINS.includes(text), 'This name is reserved');

/** A BCP 47 language tag in its canonical spelling. */
export const locale = z
  .string({ error: 'Must be a language tag' })
  .max(35, 'Must be a language tag')
  .transform((text, ctx) => {
    try {
      const [tag] = Intl.getCanonicalLocales(text);
      if (tag) return tag;
    } catch {
      // Not a language tag: said below.
    }
    ctx.addIssue({ code: 'custom', message: 'Must be a language tag' });
    return z.NEVER;
  });

/** A link's token as it came in; anything that is not one answers like an old one. */
export const linkToken = z.string({ error: 'Required' }).max(500);

export const signIn = z.object({ email, password });

export const devSignIn = z.object({ email });

/** For programs. A password that cannot be right is answered like a wrong one, not like a malformed request. */
export const tokenRequest = z.object({ email, password: z.string({ error: 'Required' }) });

export const signUp = z.object({
  email,
  password: newPassword,
  name: personName,
  subdomain,
  tenantName: businessName,
  /** What the person reads; the firm's language when left out. */
  locale: locale.optional(),
});

/** Hex SHA-256 of what names a browser. */
const browserHash = z.string().max(64);
/** A page of ours, as the door has judged it. */
const callbackUrl = z.string().max(2000);

export const requestSignInLink = z.object({ email, callbackUrl: callbackUrl.optional(), browserHash });
export const sendSignInLink = requestSignInLink.extend({ host: z.string().nullable() });
export const signInLink = z.object({ token: linkToken, email });
export const openSignInLink = signInLink.extend({ browserHash });

export const byToken = z.object({ token: linkToken });
export const requestPasswordReset = z.object({ email });
export const setPassword = z.object({ token: linkToken, password: newPassword });
export const proveByPassword = z.object({ password });
export const changePassword = z.object({ current: password, next: newPassword });

export const updateProfile = z.object({
  name: personName.optional(),
  /** Null follows the tenant. */
  locale: locale.nullish(),
  /** Null follows the device, as for density. */
  theme: z.enum(THEMES, `Must be one of ${THEMES.join(', ')}`).nullish(),
  density: z.enum(DENSITIES, `Must be one of ${DENSITIES.join(', ')}`).nullish(),
});

export const bySessionId = z.object({ id: z.string().max(100) });
export const switchTenant = z.object({ tenantId: z.string().max(100) });
