// PDF files from hand-written objects. References may point anywhere, the cross-reference table may lie.
import { createHash } from "node:crypto";
import { constants, deflateRawSync, deflateSync } from "node:zlib";

/** {number: "body" | bytes} → a file with a right cross-reference table. `trailer` adds to or replaces the trailer's entries. */
export function pdf(objects, { trailer = "", root = 1, tail, startxref, header = "%PDF-1.7\n" } = {}) {
  const pieces = [Buffer.from(header, "latin1")];
  const offsets = new Map();
  let at = pieces[0].length;
  for (const [number, body] of Object.entries(objects)) {
    const piece = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      typeof body === "string" ? Buffer.from(body, "latin1") : body,
      Buffer.from("\nendobj\n"),
    ]);
    offsets.set(Number(number), at);
    pieces.push(piece);
    at += piece.length;
  }
  if (tail !== undefined) return Buffer.concat([...pieces, typeof tail === "function" ? tail(at, offsets) : Buffer.from(tail, "latin1")]);
  const most = Math.max(...offsets.keys()) + 1;
  const lines = Array.from({ length: most }, (_, number) =>
    offsets.has(number) ? `${String(offsets.get(number)).padStart(10, "0")} 00000 n \n` : "0000000000 65535 f \n",
  );
  const end = `xref\n0 ${most}\n${lines.join("")}trailer\n<< /Size ${most} /Root ${root} 0 R ${trailer} >>\nstartxref\n${startxref ?? at}\n%%EOF\n`;
  return Buffer.concat([...pieces, Buffer.from(end, "latin1")]);
}

export function stream(data, dictionary = "") {
  const bytes = Buffer.from(data);
  return Buffer.concat([Buffer.from(`<< /Length ${bytes.length} ${dictionary} >>\nstream\n`, "latin1"), bytes, Buffer.from("\nendstream")]);
}

export const flate = (data, times = 1) => {
  let bytes = Buffer.from(data);
  for (let round = 0; round < times; round++) bytes = deflateSync(bytes);
  return stream(bytes, `/Filter [${"/FlateDecode ".repeat(times)}]`);
};

/** A zlib stream of `megabytes` blanks, made from one packed piece repeated: nobody needs to hold the blanks to write them. */
export function packedBlanks(megabytes) {
  const piece = deflateRawSync(Buffer.alloc(2 ** 20, 0x20), { finishFlush: constants.Z_FULL_FLUSH });
  const count = BigInt(megabytes) * 1048576n;
  const sums = [(count + 32n * ((count * (count + 1n)) / 2n)) % 65521n, (1n + 32n * count) % 65521n];
  const checksum = Buffer.alloc(4);
  for (const [index, sum] of sums.entries()) checksum.writeUInt16BE(Number(sum), index * 2);
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: megabytes }, () => piece), Buffer.from([3, 0]), checksum]);
}

const hex = (text) => `<${Buffer.from(text, "utf16le").swap16().toString("hex")}>`;
export const content = (lines) => `BT /F1 16 Tf 80 760 Td 20 TL ${lines.map((line) => `${hex(line)} Tj T*`).join(" ")} ET`;
export const catalog = "<< /Type /Catalog /Pages 2 0 R >>";
export const fonts = {
  5: "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
  6: "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R >>",
  7: "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
};
export const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>";
export const pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";

/** Objects of a sound document of one page. */
export function soundObjects(lines, more = {}) {
  return { 1: catalog, 2: pages, 3: page, 4: stream(content(lines)), ...fonts, ...more };
}

function rc4(key, data) {
  const state = Array.from({ length: 256 }, (_, index) => index);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i] + key[i % key.length]) & 255;
    [state[i], state[j]] = [state[j], state[i]];
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + state[i]) & 255;
      [state[i], state[j]] = [state[j], state[i]];
      return byte ^ state[(state[i] + state[j]) & 255];
    }),
  );
}

const padding = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
const md5 = (...data) => createHash("md5").update(Buffer.concat(data)).digest();

/** Protected by a user password (40-bit RC4, the oldest and simplest way). */
export function encryptedPdf(lines, password) {
  const padded = Buffer.concat([Buffer.from(password, "latin1"), padding]).subarray(0, 32);
  const id = Buffer.alloc(16, 7);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(padded, owner, permissions, id).subarray(0, 5);
  const user = rc4(key, padding);
  const own = (number) => md5(key, Buffer.from([number, 0, 0, 0, 0])).subarray(0, 10);
  const objects = soundObjects(lines, { 4: stream(rc4(own(4), Buffer.from(content(lines), "latin1"))) });
  objects[8] = `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${owner.toString("hex")}> /U <${user.toString("hex")}> >>`;
  return pdf(objects, { trailer: `/Encrypt 8 0 R /ID [<${id.toString("hex")}> <${id.toString("hex")}>]` });
}
