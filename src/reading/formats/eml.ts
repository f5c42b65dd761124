import type { Address, Email } from "postal-mime";
import type { TextPlace } from "../../model/reading.ts";
import { type BlockCollector, collectBlocks, toResult } from "../collect-blocks.ts";
import { addHtml } from "../html-blocks.ts";
import { chinaDate } from "../office-properties.ts";
import { failed, type ReaderInput, type ReadResult } from "../reader.ts";

/** Mails: the header lines a person sees, the body, the names of what is attached. */
export async function readEml({ bytes, limits }: ReaderInput): Promise<ReadResult> {
  if (bytes.length > limits.partBytes) return failed("too-large");
  const { default: PostalMime } = await import("postal-mime");
  let mail: Email;
  try {
    mail = await PostalMime.parse(bytes);
  } catch {
    return failed("damaged", "邮件结构无法解析");
  }
  const collector = collectBlocks(limits);
  addHeaders(mail, collector);
  addBody(mail, collector);
  for (const { filename } of mail.attachments.slice(0, 200)) {
    if (filename !== null && filename !== "") collector.add({ text: `附件：${filename}`, at: at("附件"), role: "footer" });
  }
  const createdOn = mail.date === undefined ? undefined : chinaDate(mail.date);
  return toResult({ format: "eml", ...(createdOn === undefined ? {} : { createdOn }) }, collector);
}

function addHeaders(mail: Email, collector: BlockCollector): void {
  const lines: readonly (readonly [string, string])[] = [
    ["Subject", mail.subject ?? ""],
    ["From", mail.from === undefined ? "" : addressText(mail.from)],
    ["To", (mail.to ?? []).slice(0, 50).map(addressText).join("；")],
    // The library gives UTC, which in the evening is another day than the sender saw.
    ["Date", chinaDate(mail.date ?? "") ?? mail.date ?? ""],
  ];
  for (const [part, text] of lines) collector.add({ text, at: at(part), role: "header" });
}

function addressText(address: Address): string {
  if (address.address === undefined || address.name === "") return address.address ?? address.name;
  return `${address.name} <${address.address}>`;
}

/** The plain text where there is one; else the page. */
function addBody(mail: Email, collector: BlockCollector): void {
  if (mail.text !== undefined && mail.text.trim() !== "") {
    for (const line of mail.text.slice(0, 4_000_000).split(/\r?\n/)) collector.add({ text: line, at: at("正文"), role: "body" });
  } else if (mail.html !== undefined) addHtml(mail.html.slice(0, 4_000_000), collector, () => at("正文"));
}

function at(part: string): TextPlace {
  return { kind: "mail", part };
}
