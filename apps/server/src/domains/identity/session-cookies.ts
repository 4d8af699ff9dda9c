import { Cookie } from 'lucia';

/** What the portal's and the studio's contracts call the cookie; over https the browser itself guards the prefix. */
const contractName = (https: boolean): string => `${https ? '__Secure-' : ''}next-auth.session-token`;

/** The one session under its two names: ours, and the one that two contracts publish. Either is enough. */
export function sessionCookies(https: boolean) {
  const other = contractName(https);
  return {
    /** The tokens that a request carries: one, unless a program mixes sessions. */
    tokensOf(cookieHeader: string): string[] {
      const tokens = cookieHeader.split(';').flatMap((part) => {
        const [name, value] = part.trim().split('=', 2);
        return value && (name === 'officina_session' || name === other) ? [value] : [];
      });
      return [...new Set(tokens)];
    },
    written(cookie: Cookie): readonly string[] {
      const secure = https || cookie.attributes.secure;
      const named = new Cookie(other, cookie.value, { ...cookie.attributes, secure });
      return [cookie.serialize(), named.serialize()];
    },
  };
}
