// One sound sample a format: what the truncated files are cut from and what the fuzzer mutates.
import { createRequire } from "node:module";
import { docxParts, ofdParts, pack, pptxParts, xlsxParts } from "./office.mjs";
import { ole, wordStreams } from "./ole.mjs";
import { content, flate, pdf, soundObjects } from "./pdf.mjs";
import { bmp, exifTime, gif, jpeg, soundPng, tiff } from "./pictures.mjs";
import { zip } from "./zip.mjs";

const notice = [
  "东明区安全生产委员会文件",
  "东安委〔2024〕6号",
  "关于开展2024年第一季度安全生产检查的通知",
  "各镇人民政府、街道办事处，区安委会各成员单位：",
  "为做好安全生产工作，现就有关事项通知如下。一、时间安排：2024年3月1日至3月31日。",
  "附件：1.检查表",
  "东明区安全生产委员会",
  "2024年3月5日",
];
const ledger = [
  ["序号", "企业名称", "隐患"],
  ["1", "东明燃气有限公司", "灭火器过期"],
  ["2", "东明化工有限公司", "通道堵塞"],
];

function gb2312() {
  // "关于开展安全检查的通知" in GBK, 2024年3月5日.
  return Buffer.from("b9d8d3dabfaad5b9b0b2c8abbcecb2e9b5c4cda8d6aa0d0a32303234c4ea33d4c235c8d50d0a", "hex");
}

function xls() {
  const { utils, write } = createRequire(import.meta.url)("@e965/xlsx");
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(ledger), "台账");
  return write(book, { type: "buffer", bookType: "biff8" });
}

const mail = () =>
  [
    "From: =?utf-8?B?5Yy65bqU5oCl5bGA?= <yjj@example.invalid>",
    "Subject: =?utf-8?B?5YWz5LqO5byA5bGV5a6J5YWo5qOA5p+l55qE6YCa55+l?=",
    "Date: Tue, 05 Mar 2024 09:00:00 +0800",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    notice.join("\r\n"),
    "--b",
    'Content-Type: application/octet-stream; name="a.txt"',
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(notice.join("\n")).toString("base64"),
    "--b--",
    "",
  ].join("\r\n");

const html = () =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>通知</title></head><body>${notice.map((line) => `<p>${line}</p>`).join("")}<table><tr><td>序号</td><td>名称</td></tr></table></body></html>`;

const zipped = (make) => () => {
  const contents = make();
  return { bytes: pack(contents), contents };
};
const plain = (make) => () => ({ bytes: Buffer.from(make()) });

/** Format → {name, make: () => {bytes, contents?}}; `contents` are the parts of a zipped format, so that they can be changed inside. */
export const samples = {
  docx: { name: "通知.docx", make: zipped(() => docxParts(notice)) },
  xlsx: { name: "台账.xlsx", make: zipped(() => xlsxParts(ledger)) },
  pptx: { name: "汇报.pptx", make: zipped(() => pptxParts([notice, ["第二页"]])) },
  ofd: { name: "通知.ofd", make: zipped(() => ofdParts([notice, ["第二页"]])) },
  zip: { name: "材料.zip", make: plain(() => zip([{ name: "通知.txt", data: notice.join("\n") }])) },
  doc: { name: "通知.doc", make: plain(() => ole(wordStreams(`${notice.join("\n")}\n`))) },
  xls: { name: "台账.xls", make: plain(xls) },
  pdf: { name: "通知.pdf", make: plain(() => pdf(soundObjects(notice))) },
  "pdf-flate": { name: "通知.pdf", make: plain(() => pdf(soundObjects(notice, { 4: flate(content(notice)) }))) },
  text: { name: "通知.txt", make: plain(() => notice.join("\r\n")) },
  "text-gbk": { name: "通知.txt", make: plain(gb2312) },
  "text-utf16": {
    name: "通知.txt",
    make: plain(() => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(notice.join("\r\n"), "utf16le")])),
  },
  csv: { name: "台账.csv", make: plain(() => ledger.map((row) => row.join(",")).join("\r\n")) },
  html: { name: "通知.html", make: plain(html) },
  eml: { name: "通知.eml", make: plain(mail) },
  png: { name: "照片.png", make: plain(() => soundPng()) },
  jpeg: { name: "照片.jpg", make: plain(() => jpeg(64, 48, { scanBytes: 200, exif: exifTime("2024:03:05 09:00:00") })) },
  gif: { name: "照片.gif", make: plain(() => gif(64, 48)) },
  bmp: { name: "照片.bmp", make: plain(() => bmp(4, 5)) },
  tiff: {
    name: "照片.tif",
    make: plain(() =>
      tiff(
        [
          [256, 4, 1, 64],
          [257, 4, 1, 48],
        ],
        0,
      ),
    ),
  },
};
