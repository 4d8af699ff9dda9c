/** A pattern that finds a text anywhere, whatever signs of patterns are in it. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
