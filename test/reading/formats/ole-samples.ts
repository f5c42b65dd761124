/** Builds a compound file of a few streams of at least 4,096 bytes each (shorter ones are padded with zeros). */
export function oleOf(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const parts = Object.entries(streams).map(([name, bytes]) => ({ name, bytes, sectors: Math.max(8, Math.ceil(bytes.length / 512)) }));
  const directorySectors = Math.ceil((parts.length + 1) / 4);
  const total = 1 + directorySectors + parts.reduce((sum, part) => sum + part.sectors, 0);
  const file = Buffer.alloc((total + 1) * 512);
  file.write("d0cf11e0a1b11ae1", 0, "hex");
  for (const [at, value] of [
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    file.writeUInt16LE(value, at);
  for (const [at, value] of [
    [44, 1],
    [48, 1],
    [56, 4096],
    [60, -2],
    [68, -2],
    [76, 0],
  ] as const)
    file.writeInt32LE(value, at);
  for (let i = 1; i < 109; i++) file.writeInt32LE(-1, 76 + i * 4);
  const table = file.subarray(512, 1024).fill(0xff);
  const chain = (from: number, count: number): void => {
    for (let i = 0; i < count; i++) table.writeInt32LE(i === count - 1 ? -2 : from + i + 1, (from + i) * 4);
  };
  table.writeInt32LE(-3, 0);
  chain(1, directorySectors);
  const directory = file.subarray(1024, 1024 + directorySectors * 512);
  entry(directory, 0, "Root Entry", 5, { child: 1, start: -2, size: 0 });
  let sector = 1 + directorySectors;
  for (const [i, { name, bytes, sectors }] of parts.entries()) {
    entry(directory, i + 1, name, 2, { right: i + 2 <= parts.length ? i + 2 : -1, start: sector, size: sectors * 512 });
    file.set(bytes, (sector + 1) * 512);
    chain(sector, sectors);
    sector += sectors;
  }
  return new Uint8Array(file);
}

interface Links {
  readonly right?: number;
  readonly child?: number;
  readonly start: number;
  readonly size: number;
}

function entry(directory: Buffer, index: number, name: string, type: number, links: Links): void {
  const at = index * 128;
  directory.write(name, at, "utf16le");
  directory.writeUInt16LE(name.length * 2 + 2, at + 64);
  directory.writeUInt8(type, at + 66);
  directory.writeInt32LE(-1, at + 68);
  directory.writeInt32LE(links.right ?? -1, at + 72);
  directory.writeInt32LE(links.child ?? -1, at + 76);
  directory.writeInt32LE(links.start, at + 116);
  directory.writeUInt32LE(links.size, at + 120);
}
