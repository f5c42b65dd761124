/** Longest file name that every usual file system takes, in UTF-8 bytes. */
const mostBytes = 200;

const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const forbidden = /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * A file or folder name made of any text: Chinese kept, what Windows refuses (reserved characters and names, trailing dots and blanks)
 * replaced by "_", at most 200 UTF-8 bytes, cut between characters. Never empty, never "." or "..".
 */
export function safeName(text: string): string {
  const clean = text
    .replace(/\p{Surrogate}/gu, "_")
    .normalize("NFC")
    .replace(forbidden, "_")
    .trim()
    .replace(/[. ]+$/, "");
  const named = clean === "" ? "未命名" : reserved.test(clean) ? `_${clean}` : clean;
  return cutBytes(named, mostBytes);
}

/** Gives every text its own name: names equal but for case or normal form are numbered （2）、（3）…, in the order given. */
export function distinctNames(texts: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const base = safeName(text);
    let name = base;
    for (let number = 2; taken.has(fold(name)); number++) name = numbered(base, number);
    taken.add(fold(name));
    return name;
  });
}

function numbered(base: string, number: number): string {
  const mark = `（${String(number)}）`;
  return `${cutBytes(base, mostBytes - byteLength(mark))}${mark}`;
}

/** Two names that some file system takes for one. */
function fold(name: string): string {
  return name.normalize("NFKC").toLowerCase().toUpperCase();
}

function cutBytes(text: string, most: number): string {
  let size = 0;
  let end = 0;
  for (const character of text) {
    size += byteLength(character);
    if (size > most) break;
    end += character.length;
  }
  return text.slice(0, end).replace(/[. ]+$/, "");
}

function byteLength(text: string): number {
  let size = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    size += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return size;
}
