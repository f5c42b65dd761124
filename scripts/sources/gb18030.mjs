/** Text as GB18030; the runtime only decodes it, so its two-byte part is turned round. Throws at a character that it lacks. */
export function gb18030(text) {
  const codes = new Map();
  const decoder = new TextDecoder("gb18030");
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      if (second === 0x7f) continue;
      const sign = decoder.decode(Uint8Array.of(first, second));
      if (sign.length === 1 && sign !== "\ufffd" && !codes.has(sign)) codes.set(sign, [first, second]);
    }
  }
  return Uint8Array.from(
    [...text].flatMap((sign) => {
      if (sign.codePointAt(0) < 0x80) return [sign.codePointAt(0)];
      const code = codes.get(sign);
      if (code === undefined) throw new Error(`GB18030 双字节区没有“${sign}”`);
      return code;
    }),
  );
}
