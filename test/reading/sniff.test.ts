import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { sniff } from "../../src/reading/sniff.ts";
import { docxOf, oleOf, paragraph, xlsxOf, zipOf } from "./office-files.ts";

const html = strToU8("<!DOCTYPE html><html><body><form><input type=password></form></body></html>");
const docx = docxOf(paragraph("通知"));
const xlsx = xlsxOf([{ name: "Sheet1", data: "" }]);

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

describe("文件类型看内容，不看扩展名", () => {
  test.each([
    ["docx", docx],
    ["xlsx", xlsx],
    ["pptx", zipOf({ "[Content_Types].xml": "", "ppt/presentation.xml": "" })],
    ["ofd", zipOf({ "OFD.xml": "", "Doc_0/Document.xml": "" })],
    ["zip", zipOf({ "word/照片.jpg": "" })],
    ["unknown", zipOf({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "" })],
    ["doc", oleOf(["WordDocument", "1Table"])],
    ["xls", oleOf(["Workbook"])],
    ["xls", oleOf(["Book"])],
    ["ppt", oleOf(["PowerPoint Document"])],
    ["pdf", bytesOf("%PDF-1.4\n")],
    ["pdf", bytesOf(`Received: by mail\r\n${" ".repeat(900)}%PDF-1.7\n`)],
    ["jpeg", bytesOf("\xff\xd8\xff\xe0\0\x10JFIF")],
    ["png", bytesOf("\x89PNG\r\n\x1a\n\0\0\0\rIHDR")],
    ["gif", bytesOf("GIF89a\x01\0")],
    ["bmp", bytesOf(`BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0${"\0".repeat(20)}`)],
    ["tiff", bytesOf("II*\0\x08\0\0\0")],
    ["tiff", bytesOf("MM\0*\0\0\0\x08")],
    ["webp", bytesOf("RIFF\x10\0\0\0WEBPVP8 ")],
    ["heic", bytesOf("\0\0\0\x18ftypheic\0\0\0\0")],
    ["video", bytesOf("\0\0\0\x18ftypisom\0\0\0\0")],
    ["video", bytesOf("\0\0\0\x14ftypqt  \0\0\0\0")],
    ["video", bytesOf("RIFF\x10\0\0\0AVI LIST")],
    ["audio", bytesOf("RIFF\x10\0\0\0WAVEfmt ")],
    ["audio", bytesOf("ID3\x03\0\0\0")],
    ["audio", bytesOf("\xff\xfb\x90\x64\0\0\0")],
    ["audio", bytesOf("\0\0\0\x18ftypM4A \0\0\0\0")],
    ["rar", bytesOf("Rar!\x1a\x07\x01\0")],
    ["7z", bytesOf("7z\xbc\xaf\x27\x1c\0\x04")],
    ["gzip", bytesOf("\x1f\x8b\x08\0")],
    ["executable", bytesOf(`MZ\x90\0${"\0".repeat(80)}`)],
    ["executable", bytesOf("\x7fELF\x02\x01\x01\0")],
    ["html", html],
    ["html", strToU8("\n  <table border=1><tr><td>单位</td></tr></table>")],
    ["eml", strToU8("From: a@b.cn\r\nSubject: x\r\n\r\n正文")],
    ["text", strToU8("时间：2024年3月5日\n地点：会议室")],
    ["text", strToU8("From: 我们\n这不是邮件")],
    ["xls", strToU8('<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')],
  ])("%s", (format, bytes) => {
    expect(sniff(bytes, "扫描件").format).toBe(format);
  });

  test("各种编码的文字都是文字", () => {
    const gbk = Uint8Array.from([0xb9, 0xd8, 0xd3, 0xda, 0xbf, 0xaa, 0xd5, 0xb9]);
    const wide = Uint8Array.from(Buffer.from("关于开展检查的通知\n一、要求", "utf16le"));
    expect([gbk, wide].map((bytes) => sniff(bytes, "通知.txt"))).toEqual([
      { format: "text", misnamed: false },
      { format: "text", misnamed: false },
    ]);
  });

  test("加了密码的文档按扩展名算，由读取者说打不开", () => {
    const locked = oleOf(["EncryptionInfo", "EncryptedPackage"]);
    expect([sniff(locked, "名单.xlsx").format, sniff(locked, "通知.docx").format]).toEqual(["xlsx", "docx"]);
  });

  test("认不出内容时才信扩展名，好让读取者说它损坏", () => {
    expect(sniff(new Uint8Array(4096), "报告.pdf")).toEqual({ format: "pdf", misnamed: false });
    expect(sniff(docx.subarray(0, 200), "报告.docx").format).toBe("docx");
    expect(sniff(new Uint8Array(4096), "记录.txt").format).toBe("unknown");
    expect(sniff(new Uint8Array(), "报告.pdf").misnamed).toBe(false);
  });
});

describe("名实不符", () => {
  const officeHtml = strToU8("<html><body><table><tr><td>台账</td></tr></table></body></html>");

  test.each([
    ["通知.pdf", html],
    ["通知.docx", oleOf(["WordDocument"])],
    ["台账.xlsx", oleOf(["Workbook"])],
    ["台账.xlsx", officeHtml],
    ["台账.xls", html],
    ["通知.docx", xlsx],
    ["照片.jpg", bytesOf(`MZ${"\0".repeat(80)}`)],
    ["通知.docx", strToU8("只是一段文字")],
  ])("%s 打不开，要说", (name, bytes) => {
    expect(sniff(bytes, name).misnamed).toBe(true);
  });

  test.each([
    ["照片.jpg", bytesOf("\x89PNG\r\n\x1a\n\0\0\0\rIHDR")],
    ["通知.wps", oleOf(["WordDocument"])],
    ["通知.wps", docx],
    ["台账.et", oleOf(["Workbook"])],
    ["台账.et", xlsx],
    ["台账.xls", officeHtml],
    ["通知.doc", docx],
    ["通知.doc", strToU8('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x')],
    ["材料.rar", zipOf({ "a.txt": "a" })],
    ["无扩展名", docx],
    ["通知.DOCX", docx],
    ["记录.txt", strToU8("a,b\n1,2")],
  ])("%s 照样打得开，不说", (name, bytes) => {
    expect(sniff(bytes, name).misnamed).toBe(false);
  });
});
