/** Puts words into “ ”; quotation marks that they carry themselves become ‘ ’ (GB/T 15834). */
export function quoted(words: string): string {
  return `“${words.replaceAll("“", "‘").replaceAll("”", "’")}”`;
}
