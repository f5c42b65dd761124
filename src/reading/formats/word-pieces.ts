/** Where the FIB says the table of pieces lies: fcClx and lcbClx. */
const [tableAt, tableSizeAt] = [0x01a2, 0x01a6];

/**
 * The text of a .doc is a list of pieces of its stream. A made-up list may name one piece a hundred thousand times and so take all memory;
 * an honest one names every character once, and characters take a byte at least. Checked before a library follows the list.
 */
export function wordTextFits(word: DataView, table: Uint8Array): boolean {
  const start = word.getUint32(tableAt, true);
  const end = start + word.getUint32(tableSizeAt, true);
  if (end > table.length) return false;
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  let at = start;
  while (at + 3 <= end && view.getUint8(at) === 1) at += 3 + view.getUint16(at + 1, true);
  if (at + 5 > end || view.getUint8(at) !== 2) return false;
  const pieces = (view.getUint32(at + 1, true) - 4) / 12;
  const positions = at + 5;
  if (!Number.isInteger(pieces) || pieces < 0 || positions + 4 + pieces * 12 > end) return false;
  return ascending(view, positions, pieces, word.byteLength);
}

function ascending(view: DataView, positions: number, pieces: number, most: number): boolean {
  for (let i = 0; i < pieces; i++) {
    if (view.getUint32(positions + i * 4, true) > view.getUint32(positions + i * 4 + 4, true)) return false;
  }
  return view.getUint32(positions + pieces * 4, true) <= most;
}
