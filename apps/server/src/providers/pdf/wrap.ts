/** No line of ours holds so many characters: bounds the cost of words without end. */
const LINE_LIMIT = 400;

/** Longest head of the word that fits, at least one character, never half a surrogate pair. */
function fittingHead(word: string, width: number, measure: (text: string) => number): string {
  const chars = [...word.slice(0, LINE_LIMIT)];
  let low = 1;
  let high = chars.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(chars.slice(0, middle).join('')) <= width) low = middle;
    else high = middle - 1;
  }
  return chars.slice(0, low).join('');
}

/**
 * Breaks a text into lines of at most `width`, at spaces (never at no-break ones) and at line ends of its own;
 * a word that is wider than a line is cut where the line ends.
 */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const fits = (part: string) => part.length <= LINE_LIMIT && measure(part) <= width;
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (let word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (fits(longer)) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      while (word !== '' && !fits(word)) {
        const head = fittingHead(word, width, measure);
        if (head.length === word.length) break;
        lines.push(head);
        word = word.slice(head.length);
      }
      line = word;
    }
    lines.push(line);
  }
  return lines;
}
