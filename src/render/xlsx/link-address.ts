import { linkTarget } from "../ooxml/link-target.ts";

/** Excel's limit for the address of a hyperlink. A workbook that breaks it is offered for repair. */
const MAX_ADDRESS = 2_079;

/** The address of a link to a file, relative to the workbook's folder. Undefined: it cannot be written as a link. */
export function linkAddress(path: string): string | undefined {
  const encoded = linkTarget(path);
  if (encoded === "") return undefined;
  if (encoded.length <= MAX_ADDRESS) return encoded;
  // A Han character takes 9 characters when encoded; deep folders of long names then pass the limit, but may stand as they are.
  const readable = encoded.replace(/(?:%[89A-F][0-9A-F])+/g, decodeURIComponent);
  return readable.length <= MAX_ADDRESS ? readable : undefined;
}
