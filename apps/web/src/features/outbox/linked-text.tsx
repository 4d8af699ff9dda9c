// A full stop after an address ends the sentence, not the address.
const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/;

/** Text whose web addresses can be followed, in a tab of their own: they are meant for somebody else. */
export function LinkedText({ text }: { text: string }) {
  return text.split(ADDRESS).map((part, index) =>
    index % 2 === 1 ? (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move.
        key={index}
        href={part}
        target="_blank"
        rel="noopener"
        className="font-medium text-accent-ink underline underline-offset-2"
      >
        {part}
      </a>
    ) : (
      part
    ),
  );
}
