import type { CalendarDate, DateRange } from "./dates.ts";

/** One entry below the evidence root as the disk showed it. */
export interface ListedFile {
  /** Relative to the evidence root, "/" between segments, spelled exactly as stored (NFC or NFD). */
  readonly path: string;
  readonly bytes: number;
  readonly kind: "file" | "symlink" | "special" | "unreadable";
  /** SHA-256 (hex) of the bytes; only for files that share their size with another, so that 20,000 files need not be read. */
  readonly contentHash?: string;
  /** Why the entry could not be read: the system's code (EACCES, ENOENT …). */
  readonly failure?: string;
  /** Is another as soon as the bytes may be: made of size, times and number on disk. Only compared, never taken apart. */
  readonly stamp?: string;
  /** The file lies in an archive. */
  readonly archive?: ArchivedAt;
  /** An archive that could not be opened up, and why; it is then listed as one file. */
  readonly archiveFailure?: "encrypted" | "damaged" | "no-content" | "too-large" | "bomb";
}

/** Where in an archive a file lies. Its path is that of the archive, as if that were a folder: 单位/资料.zip/会议/纪要.docx. */
export interface ArchivedAt {
  /** Path of the archive on disk, below the evidence root. */
  readonly path: string;
  /** One step into the archive, two when the archive lies in an archive. */
  readonly entries: readonly ArchiveEntry[];
  /** The stored name led out of the archive (../, /, C:) or was absurdly long; the path here is a tame one. */
  readonly unsafeName?: boolean;
}

/** What the central directory of a zip says about one entry; nothing of it may be trusted before the bytes are there. */
export interface ArchiveEntry {
  /** Offset of the local header. */
  readonly offset: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** 0 stored, 8 deflated; others cannot be read. */
  readonly method: number;
  readonly crc: number;
  readonly encrypted: boolean;
}

/** The disk below the evidence root, in code-point order of the paths. */
export interface Listing {
  readonly files: readonly ListedFile[];
  /** Folders that hold no file at all, relative paths. */
  readonly emptyFolders: readonly string[];
  /** Names of the folders directly below the root. */
  readonly topFolders: readonly string[];
}

/**
 * A date as people write it in a name; parts may be missing. `text` is the stretch it was read from.
 * `impossible`: such a day does not exist (2月30日).
 */
export interface WrittenDate {
  readonly text: string;
  readonly year?: number;
  readonly half?: number;
  readonly quarter?: number;
  readonly month?: number;
  readonly day?: number;
  /** End of a written range (2024年3月至6月; 2024.3.1-3.15). */
  readonly until?: {
    readonly year?: number;
    readonly month?: number;
    readonly day?: number;
    /** 次年: the end lies in the year after the start's, whichever that is. */
    readonly nextYear?: boolean;
  };
  readonly impossible: boolean;
}

/** What one path segment (a folder name, or a file name without its extension) says. All texts are NFC and half-width. */
export interface NameFacts {
  /** The segment, normalised to NFC and half-width digits and brackets. */
  readonly text: string;
  /** Printed number at its head: 1.1.1 → [1,1,1]; 一、（二）3. → [1,2,3]; 第3条 → [3]; absent when there is none. */
  readonly label?: { readonly numbers: readonly number[]; readonly article: boolean; readonly text: string };
  /** What is left without number, dates, 文号 and copy marks: the words. */
  readonly words: string;
  readonly dates: readonly WrittenDate[];
  /** 发文字号 in its standard spelling: 东安委〔2024〕6号. */
  readonly docNumber?: string;
}

export type FileProblemAtListing = "empty" | "symlink" | "special" | "unreadable" | "hidden-name" | "unsafe-name";

/** 佐证材料: one file of a unit. */
export interface EvidenceFile {
  readonly path: string;
  /** Name of the unit whose folder holds the file; undefined: no unit's folder. */
  readonly unit?: string;
  readonly bytes: number;
  readonly extension: string;
  readonly contentHash?: string;
  /** Folder names below the unit's folder, outermost first. */
  readonly folders: readonly NameFacts[];
  readonly name: NameFacts;
  /** Title as the name gives it: the words, with 《》 kept; the document's own where the name says nothing or less. */
  readonly title: string;
  readonly docNumber?: string;
  /** Who issued it: 版头, else 落款; only the document itself tells. */
  readonly issuer?: string;
  /** 成文日期 as the document itself gives it. */
  readonly issuedOn?: CalendarDate;
  /** The dates of the document's own title (2024年上半年…总结), where the name says none or nothing: what the paper is about. */
  readonly titleDates?: readonly WrittenDate[];
  /**
   * The dates that the file name says, else those of the nearest folder that says one, made finer or supplied by the document's own
   * 成文日期. A name or folder of another year than the document keeps both: nobody chooses between them silently.
   */
  readonly dates: readonly WrittenDate[];
  /** Where the first of them comes from. */
  readonly datesFrom: "name" | "folder" | "title" | "content" | "none";
  /** Path of the archive that holds the file: what a link can open. */
  readonly archive?: string;
  readonly problem?: { readonly code: FileProblemAtListing; readonly detail?: string };
}

/** Left aside on purpose and named in the log: Thumbs.db, ~$…, .DS_Store, __MACOSX; configured: by `ignore` of yingkao.yaml. */
export interface IgnoredFile {
  readonly path: string;
  readonly reason: "system" | "temporary" | "lock" | "archive-litter" | "configured" | "pinned";
}

/** 佐证材料 of the whole workspace, before anything is judged. */
export interface Inventory {
  readonly files: readonly EvidenceFile[];
  readonly ignored: readonly IgnoredFile[];
  /** Unit name → its folder below the evidence root, as stored. */
  readonly unitFolders: ReadonlyMap<string, string>;
  /** Top folders that belong to no unit. */
  readonly foldersWithoutUnit: readonly string[];
  readonly unitsWithoutFolder: readonly string[];
  readonly emptyFolders: readonly string[];
}

/** A span of days that a document is about or dated. */
export interface DatedSpan {
  readonly range: DateRange;
  /** The year was not written and was taken from the window. */
  readonly yearAssumed: boolean;
}
