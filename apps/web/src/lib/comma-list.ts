/** The words of a text that commas part, each once. */
export const commaList = (text: string): string[] => [
  ...new Set(text.split(',').flatMap((word) => word.trim() || [])),
];
