/** The subdomain of a demo tenant until its history is told: a fill that was interrupted is known by it. */
export const unfinished = (subdomain: string): string => `filling-${subdomain}`;

export const finished = (subdomain: string): string => subdomain.replace(/^filling-/, '');
