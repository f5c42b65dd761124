import { crc32, deflateRawSync } from "node:zlib";

export interface ZipPart {
  /** Text is stored as UTF-8 with its sign; bytes are stored as they are, without it. */
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  readonly encrypted?: boolean;
  /** What the directory claims the entry inflates to. */
  readonly claims?: number;
}

/** A zip as an archiver writes it, or as one would write it to do harm. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const [packed, name] = [deflateRawSync(content), Buffer.from(part.name)];
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE((typeof part.name === "string" ? 0x800 : 0) | (part.encrypted === true ? 1 : 0), 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(part.claims ?? content.length, 18);
    shared.writeUInt16LE(name.length, 22);
    bodies.push(Buffer.from("PK\x03\x04", "latin1"), shared, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), shared, tail, name);
    offset += 30 + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}
