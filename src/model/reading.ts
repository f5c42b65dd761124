import type { CalendarDate } from "./dates.ts";
import type { DocumentFormat } from "./document-format.ts";
import type { WrittenDate } from "./evidence-file.ts";
import type { EvidenceKind } from "./evidence-kind.ts";

/** Where in a document something stands, so that a report can quote it. All numbers count from 1. */
export type TextPlace =
  | { readonly kind: "paragraph"; readonly paragraph: number }
  | { readonly kind: "page"; readonly page: number }
  | { readonly kind: "cell"; readonly sheet: string; readonly cell: string }
  | { readonly kind: "slide"; readonly slide: number }
  | { readonly kind: "line"; readonly line: number }
  /** A part of a mail: Subject, From, Date. */
  | { readonly kind: "mail"; readonly part: string }
  /** Data about the file rather than its text: EXIF, document properties. */
  | { readonly kind: "properties"; readonly property: string };

/** One paragraph, line or row of a document, in reading order. `text` is as stored, trimmed; never empty. */
export interface TextBlock {
  readonly text: string;
  readonly at: TextPlace;
  /** As far as the format tells; body when it does not. */
  readonly role: "title" | "heading" | "body" | "row" | "header" | "footer";
  readonly centred?: boolean;
  /** Font size in points. */
  readonly size?: number;
}

/** What a reader takes out of one file: text in order, and what else the format knows. No judgement yet. */
export interface Extract {
  readonly format: DocumentFormat;
  readonly blocks: readonly TextBlock[];
  readonly pages?: number;
  /** Pages that show pictures and hold no text: scans. */
  readonly picturePages?: number;
  /** Text, rows or pages beyond the reader's limit were left out. */
  readonly cut?: boolean;
  readonly macros?: boolean;
  /** Names of sheets that are hidden; their text is read all the same. */
  readonly hiddenSheets?: readonly string[];
  /** When the program that made the file says it was made. */
  readonly createdOn?: CalendarDate;
  readonly picture?: PictureFacts;
}

export interface PictureFacts {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** EXIF DateTimeOriginal. */
  readonly takenOn?: CalendarDate;
  /** 64-bit perceptual hash as 16 hex digits; near pictures differ in few bits. Absent for pictures of one colour and those too large to decode. */
  readonly hash?: string;
}

/** Why a file could not be read, or not be read whole. Closed: a fuzzer accepts these and nothing else. */
export const readingFailures = [
  /** Needs a password. */
  "encrypted",
  /** Cut off or broken. */
  "damaged",
  /** Zero bytes, or a document without any content. */
  "no-content",
  /** A format that nobody here reads (rar, 7z, heic, video). */
  "unsupported",
  /** Larger than the reader takes. */
  "too-large",
  /** Inflates to more than the limits allow: 压缩炸弹. */
  "bomb",
  /** Took longer than the limit for one file, or more memory. */
  "timed-out",
  "out-of-memory",
  /** Vanished, changed while read, no permission. */
  "unreadable",
] as const;
export type ReadingFailure = (typeof readingFailures)[number];

/** A value with the stretch of the document it was read from. */
export interface Quoted<Value> {
  readonly value: Value;
  readonly text: string;
  readonly at: TextPlace;
}

/** The elements of minutes and records whose lack reviewers complain about. */
export const recordElements = ["time", "place", "chair", "present", "absent", "recorder", "content", "decision"] as const;
export type RecordElement = (typeof recordElements)[number];

/** 个人信息: what must be covered before a paper is handed over. Counts only: the numbers themselves are never kept. */
export interface PersonalData {
  /** 身份证号 whose check digit is right. */
  readonly idNumbers: number;
  readonly phones: number;
  /** Bank card numbers whose Luhn digit is right and that stand near a bank word. */
  readonly bankCards: number;
  readonly first?: TextPlace;
}

/** Two figures of one sentence that cannot both be right: 98.6% stated, 97.1% reckoned; 应到28, 已到30. */
export interface FigureFault {
  readonly stated: string;
  readonly reckoned: string;
}

/** 责任书: how many were owed and how many are signed; both of 100 where only a share is stated. */
export interface PledgesSigned {
  readonly owed: number;
  readonly signed: number;
}

/** A name with how often the document says it. */
export interface Mention<Value = string> {
  readonly value: Value;
  readonly count: number;
}

/**
 * What a document says. The program quotes it and holds names against it; it never fills in what is not there.
 * Small on purpose (about 1 KB): it is kept in the cache for every file. The text itself lies beside it, under the content hash.
 */
export interface Reading {
  readonly format: DocumentFormat;
  /** The extension promises another format. */
  readonly misnamed?: boolean;
  readonly failure?: ReadingFailure;
  /** More about the failure, in Chinese, without a full stop; never text of the document. */
  readonly failureDetail?: string;
  readonly macros?: boolean;
  readonly cut?: boolean;
  readonly pages?: number;
  /** Pages that are pictures without text; all of them: a scan that has not been recognised. */
  readonly picturePages?: number;
  /** Text was recognised from pictures (OCR): a hint, never the only ground of a score. */
  readonly recognised?: boolean;
  /** Characters that carry meaning (Han, letters, digits). */
  readonly length: number;
  readonly title?: Quoted<string>;
  /** 发文字号 of the document itself. */
  readonly docNumber?: Quoted<string>;
  /** 成文日期 (落款), or the date that the head of the record gives. */
  readonly issuedOn?: Quoted<CalendarDate>;
  /** Where the date stands: signature (落款), head (版头、会议时间), stamp (印发), properties, photo. */
  readonly issuedFrom?: "signature" | "head" | "print-line" | "photo";
  /** Dates that cannot be: 2月30日. */
  readonly impossibleDates: readonly Quoted<WrittenDate>[];
  /** Weekday named beside a date that has another: 2024年3月5日（星期三）. */
  readonly wrongWeekdays: readonly Quoted<CalendarDate>[];
  /** 版头 and 落款. */
  readonly headIssuer?: Quoted<string>;
  readonly signedBy?: Quoted<string>;
  /** 主送机关. */
  readonly addressee?: Quoted<string>;
  readonly kind?: Quoted<EvidenceKind>;
  /** 密级: 绝密 | 机密 | 秘密 | 内部资料 …. */
  readonly secrecy?: Quoted<string>;
  /** A form nobody has filled in: its blanks (____, □, ××, 年 月 日) and how many. */
  readonly blanks: number;
  readonly blankTemplate?: boolean;
  readonly elements: readonly RecordElement[];
  /** Places for a signature (责任人签字：) with a name behind them, and without; absent: there are none. */
  readonly signatureLines?: { readonly filled: number; readonly empty: number };
  /** Faults that a record tells of: 发现隐患6处. */
  readonly faults?: Quoted<string>;
  /** It tells that faults were put right or looked at again: 已整改, 复查合格. */
  readonly remedied?: boolean;
  /** Figures that contradict each other; absent: none do. */
  readonly figureFaults?: readonly Quoted<FigureFault>[];
  readonly pledges?: Quoted<PledgesSigned>;
  /** By what the writer calls its own level: 我市, 本街道; at most 6. */
  readonly levelWords?: readonly string[];
  /** Years the text speaks of, most frequent first; at most 6. */
  readonly years: readonly Mention<number>[];
  /** Places and bodies the text names (东明区, 河口镇, 区应急管理局), most frequent first; at most 20. */
  readonly names: readonly Mention[];
  /** 文号 of other documents that the text cites; at most 8. */
  readonly cites: readonly string[];
  /** 附件 that the text lists. */
  readonly attachments: readonly string[];
  readonly personal?: PersonalData;
  readonly picture?: PictureFacts;
  readonly createdOn?: CalendarDate;
  /** 64-bit fingerprint of the text (16 hex digits), for finding near copies; absent for texts under 60 characters. */
  readonly fingerprint?: string;
  /** Red stamp seen on the pages; unknown when nobody looked. */
  readonly stamp?: "present" | "absent" | "unknown";
}

/** A file could not be looked into at all. */
export function unread(format: DocumentFormat, failure: ReadingFailure, failureDetail?: string): Reading {
  return {
    format,
    failure,
    ...(failureDetail === undefined ? {} : { failureDetail }),
    length: 0,
    impossibleDates: [],
    wrongWeekdays: [],
    blanks: 0,
    elements: [],
    years: [],
    names: [],
    cites: [],
    attachments: [],
  };
}

/** What was read of the evidence: by content hash, so that copies share it. */
export interface Readings {
  /** Reading of the file at this path (relative to the evidence root); undefined: it was not read (names only). */
  readonly of: (path: string) => Reading | undefined;
  /** Text of the file, paragraphs joined by line breaks, at most `textLimit` characters; undefined: none. Reads the cache when asked. */
  readonly textOf: (path: string) => string | undefined;
}

/** Nothing was read: names are all that files say. */
export const namesOnly: Readings = { of: () => undefined, textOf: () => undefined };

/** Characters of text kept per file: more says nothing new about what a document is. */
export const textLimit = 200_000;
