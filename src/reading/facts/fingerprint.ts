const least = 60;
/** Three-character sequences looked at: a book's worth; what comes after would change nothing but the time. */
const most = 60_000;

/** 64-bit simhash over the three-character sequences of a compact text, 16 hex digits; undefined under 60 characters. Near texts differ in few bits. */
export function fingerprint(compact: string): string | undefined {
  if (compact.length < least) return undefined;
  const votes = new Int32Array(64);
  const until = Math.min(compact.length - 2, most);
  for (let at = 0; at < until; at++) {
    const [a, b, c] = [compact.charCodeAt(at), compact.charCodeAt(at + 1), compact.charCodeAt(at + 2)];
    const seed = Math.imul(Math.imul(Math.imul(a, 0x01000193) ^ b, 0x01000193) ^ c, 0x01000193);
    vote(votes, 0, mixed(seed ^ 0x9e3779b9));
    vote(votes, 32, mixed(seed ^ 0x7f4a7c15));
  }
  return half(votes, 0) + half(votes, 32);
}

function vote(votes: Int32Array, from: number, hash: number): void {
  for (let bit = 0; bit < 32; bit++) votes[from + bit] = (votes[from + bit] ?? 0) + ((hash >>> bit) & 1) * 2 - 1;
}

/** Spreads every bit over all others (the finaliser of MurmurHash3). */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function half(votes: Int32Array, from: number): string {
  let word = 0;
  for (let bit = 0; bit < 32; bit++) if ((votes[from + bit] ?? 0) > 0) word |= 1 << bit;
  return (word >>> 0).toString(16).padStart(8, "0");
}
