/** One record of a PowerPoint stream (MS-PPT §2.3.1): a container of records, or an atom. */
export interface PptRecord {
  readonly type: number;
  readonly instance: number;
  readonly container: boolean;
  readonly content: Uint8Array;
}

export const recordTypes = {
  document: 0x03e8,
  slideEntry: 0x03f3,
  slideList: 0x0ff0,
  userEdit: 0x0ff5,
  textChars: 0x0fa0,
  textBytes: 0x0fa8,
  persistDirectory: 0x1772,
} as const;

/** The record at an offset; undefined when it is cut off. */
export function recordAt(stream: Uint8Array, at: number | undefined): PptRecord | undefined {
  if (at === undefined || at + 8 > stream.length) return undefined;
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const [kind, size] = [view.getUint16(at, true), view.getUint32(at + 4, true)];
  if (at + 8 + size > stream.length) return undefined;
  const content = stream.subarray(at + 8, at + 8 + size);
  return { type: view.getUint16(at + 2, true), instance: kind >> 4, container: (kind & 15) === 15, content };
}

export function childrenOf({ content }: PptRecord): readonly PptRecord[] {
  const children: PptRecord[] = [];
  for (let at = 0, child = recordAt(content, 0); child !== undefined; child = recordAt(content, at)) {
    children.push(child);
    at += 8 + child.content.length;
  }
  return children;
}

/** Current User: where the last edit lies, and a token that says whether the file is locked. */
const [tokenAt, lastEditAt, lockedToken] = [12, 16, 0xf3d1c4df];

/**
 * Each save appends what changed; the last edit leads to where everything lies now. What was deleted is still in the file and is not looked at.
 * `places`: offset of each object by its number.
 */
export function savedRecords(
  user: Uint8Array,
  stream: Uint8Array,
): { readonly document: PptRecord; readonly places: ReadonlyMap<number, number> } | "damaged" | "encrypted" {
  if (user.length < lastEditAt + 4) return "damaged";
  const view = new DataView(user.buffer, user.byteOffset, user.byteLength);
  if (view.getUint32(tokenAt, true) === lockedToken) return "encrypted";
  const places = new Map<number, number>();
  let documentId: number | undefined;
  let edit = view.getUint32(lastEditAt, true);
  for (const seen = new Set<number>(); edit !== 0 && !seen.has(edit); ) {
    seen.add(edit);
    const record = recordAt(stream, edit);
    if (record?.type !== recordTypes.userEdit || record.content.length < 20) return "damaged";
    const fields = new DataView(record.content.buffer, record.content.byteOffset);
    documentId ??= fields.getUint32(16, true);
    addPlaces(recordAt(stream, fields.getUint32(12, true)), places);
    edit = fields.getUint32(8, true);
  }
  const document = documentId === undefined ? undefined : recordAt(stream, places.get(documentId));
  return document?.type === recordTypes.document ? { document, places } : "damaged";
}

/** Runs of numbers that follow each other, with the place of each. Newer edits come first and win. */
function addPlaces(directory: PptRecord | undefined, places: Map<number, number>): void {
  if (directory?.type !== recordTypes.persistDirectory) return;
  const view = new DataView(directory.content.buffer, directory.content.byteOffset, directory.content.byteLength);
  for (let at = 0; at + 4 <= view.byteLength; ) {
    const [first, count] = [view.getUint32(at, true) & 0xfffff, view.getUint32(at, true) >>> 20];
    for (let i = 0; i < count && at + 8 + i * 4 <= view.byteLength; i++) {
      if (!places.has(first + i)) places.set(first + i, view.getUint32(at + 4 + i * 4, true));
    }
    at += 4 + count * 4;
  }
}
