import type { DocumentFormat } from "../../../src/model/document-format.ts";
import type { Extract, Reading, TextBlock } from "../../../src/model/reading.ts";
import { describeExtract } from "../../../src/reading/facts/describe-extract.ts";

/** Lines of a text, one paragraph each; 「居中」 and 「题」 in front mark a centred paragraph and one in the style Title. */
export function extractOf(text: string, format: DocumentFormat = "docx"): Extract {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return { format, blocks: lines.map((line, index) => blockOf(line.trim(), index + 1, format)) };
}

function blockOf(line: string, number: number, format: DocumentFormat): TextBlock {
  const mark = /^「(居中|题|标题1|页眉|行|主题|日期|发件人|表名|表题)」/u.exec(line);
  const text = line.slice(mark?.[0].length ?? 0);
  const place = { text, at: { kind: "paragraph", paragraph: number } } as const;
  switch (mark?.[1] ?? "") {
    case "居中":
      return { ...place, role: "body", centred: true };
    case "题":
      return { ...place, role: "title", centred: true };
    case "标题1":
      return { ...place, role: "heading" };
    case "页眉":
      return { ...place, role: "header" };
    case "行":
      return { text: text.replaceAll("｜", "\t"), at: { kind: "cell", sheet: "Sheet1", cell: `A${number}` }, role: "row" };
    case "主题":
      return { text, at: { kind: "mail", part: "Subject" }, role: "header" };
    case "日期":
      return { text, at: { kind: "mail", part: "Date" }, role: "header" };
    case "发件人":
      return { text, at: { kind: "mail", part: "From" }, role: "header" };
    case "表名":
      return { text, at: { kind: "properties", property: "工作表名" }, role: "heading" };
    case "表题":
      return { text, at: { kind: "cell", sheet: "Sheet1", cell: `A${number}` }, role: "title", centred: true };
    default:
      return { text, at: bodyPlace(format, number), role: "body" };
  }
}

function bodyPlace(format: DocumentFormat, number: number): TextBlock["at"] {
  if (format === "text") return { kind: "line", line: number };
  if (format === "pdf") return { kind: "page", page: 1 };
  return format === "eml" ? { kind: "mail", part: "正文" } : { kind: "paragraph", paragraph: number };
}

/** What the tables of the tests speak of; "" is a fact that the document does not state. */
export interface Facts {
  readonly title: string;
  readonly number: string;
  readonly date: string;
  readonly from: string;
  readonly head: string;
  readonly signed: string;
  readonly to: string;
  readonly kind: string;
  readonly secret: string;
  readonly blank: boolean;
  readonly elements: string;
  readonly attachments: string;
  readonly cites: string;
  readonly impossible: string;
  readonly weekdays: string;
}

export function factsOf(reading: Reading): Facts {
  return {
    title: reading.title?.value ?? "",
    number: reading.docNumber?.value ?? "",
    date: reading.issuedOn?.value ?? "",
    from: reading.issuedFrom ?? "",
    head: reading.headIssuer?.value ?? "",
    signed: reading.signedBy?.value ?? "",
    to: reading.addressee?.value ?? "",
    kind: reading.kind?.value ?? "",
    secret: reading.secrecy?.value ?? "",
    blank: reading.blankTemplate ?? false,
    elements: reading.elements.join(" "),
    attachments: reading.attachments.join("；"),
    cites: reading.cites.join(" "),
    impossible: reading.impossibleDates.map(({ value }) => value.text).join(" "),
    weekdays: reading.wrongWeekdays.map(({ value }) => value).join(" "),
  };
}

export function read(text: string, format: DocumentFormat = "docx"): Reading {
  return describeExtract(extractOf(text, format), "扫描0001.docx");
}
