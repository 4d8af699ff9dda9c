/** Letters that change the direction of the text around them: with them `gpj.exe` reads as `exe.jpg`. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Control characters, line ends and marks that no name shows. */
const INVISIBLE = /[\p{Cc}\u2028\u2029\ufeff\ufff9-\ufffb]/gu;
/** What some system or other reads as something else than a name. */
const RESERVED = /[<>:"|?*]/g;

export const MAX_FILENAME = 255;

const extensionOf = (name: string): string => /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';

/** At most 255 characters, without cutting a character in two and with the extension kept. */
function shortened(name: string): string {
  if (name.length <= MAX_FILENAME) return name;
  const extension = extensionOf(name);
  const stem = name
    .slice(0, MAX_FILENAME - extension.length)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  return `${stem.trimEnd()}${extension}`;
}

/**
 * The base name of a file as somebody else's computer called it, fit to be shown and offered for saving: without
 * folders, control and direction characters, leading dots or trailing ones. Never used as a path. `file` when nothing is left.
 */
export function cleanFilename(claimed: string): string {
  const base =
    claimed.toWellFormed().normalize('NFC').replace(INVISIBLE, '').replace(BIDI, '').split(/[/\\]/).at(-1) ??
    '';
  const name = base
    .replace(RESERVED, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return shortened(name) || 'file';
}

/** The name under which a file is offered: one that does not end as its content does gets the right ending behind it. */
export function withExtension(name: string, extensions: readonly string[]): string {
  const [first] = extensions;
  if (!first || extensions.some((ending) => name.toLowerCase().endsWith(`.${ending}`))) return name;
  return `${name}.${first}`;
}
