// Archives: bombs, lies about sizes, names that climb out, more entries than anybody wants.
import { deflateRawSync } from "node:zlib";
import { docxParts, pack, paragraph, wordDocument, xlsxParts } from "./office.mjs";
import { noise } from "./ole.mjs";
import { quineZip } from "./quine.mjs";
import { samples } from "./samples.mjs";
import { crc32, parts, zip } from "./zip.mjs";

const MB = 2 ** 20;
/** What a bomb may honestly be called, or what may be said when its directory is not believed. */
const bombCodes = ["bomb", "too-large", "damaged", "out-of-memory", "timed-out"];

/** 300 MB of blanks inside a document's main part: packed once, declared in three ways. */
function officeBombs() {
  const blanks = Buffer.alloc(300 * MB, 0x20);
  const documents = {
    docx: [docxParts([]), "word/document.xml", wordDocument(paragraph("演练方案").replace("</w:t>", "@@</w:t>"))],
    xlsx: [
      xlsxParts([["序号"]]),
      "xl/sharedStrings.xml",
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>@@</t></si></sst>',
    ],
  };
  return Object.entries(documents).flatMap(([extension, [contents, part, text]]) => {
    const [before, after] = text.split("@@");
    const whole = Buffer.concat([Buffer.from(before), blanks, Buffer.from(after)]);
    const [packed, crc] = [deflateRawSync(whole, { level: 1 }), crc32(whole)];
    const others = parts(contents).filter(({ name }) => name !== part);
    const declared = { 如实: whole.length, 少报: 2000, 多报: 0xfffffff0 };
    return Object.entries(declared).map(([how, size]) => ({
      path: `压缩炸弹/3月演练方案（${how}）.${extension}`,
      why: `${part} 展开 300 MB，声明 ${size} 字节`,
      data: zip([...others, { name: part, packed, method: 8, crc, size }]),
      codes: bombCodes,
    }));
  });
}

/** 2,000 entries that all point at one record of 64 MB: 128 GB from a few hundred kB. */
function overlapping() {
  const data = Buffer.alloc(64 * MB, 0x20);
  const first = { name: "0.txt", data, level: 9 };
  const packed = deflateRawSync(data, { level: 9 });
  const record = { method: 8, packed, crc: crc32(data), size: data.length };
  return zip([{ ...first, ...record }, ...Array.from({ length: 2000 }, (_, index) => ({ ...record, name: `${index + 1}.txt`, at: 0 }))]);
}

/** A folder of 16 in a folder of 16 …: five levels of zips, each of 16 copies of the one below. */
function tree() {
  let inner = zip([{ name: "0.txt", data: Buffer.alloc(16 * MB, 0x30) }]);
  for (let level = 0; level < 5; level++)
    inner = zip(Array.from({ length: 16 }, (_, index) => ({ name: `第${level}层-${index}.zip`, data: inner })));
  return inner;
}

function nested(depth) {
  let inner = zip([{ name: "最里面.txt", data: "到底了" }]);
  for (let level = 0; level < depth; level++) inner = zip([{ name: `${depth - level}.zip`, data: inner }]);
  return inner;
}

const symlinkAttributes = (0o120777 << 16) >>> 0;
const longName = `${"长".repeat(83)}.txt`;

/** Names inside one archive; every entry has its own text, so that nothing is hidden by being a copy. */
function namesArchive() {
  const names = [
    "../../逃出去.txt",
    "..\\..\\逃出去-反斜杠.txt",
    "/etc/逃出去-绝对.txt",
    "C:/Windows/逃出去-盘符.txt",
    "C:\\逃出去-盘符反斜杠.txt",
    "//服务器/共享/逃出去.txt",
    "a/../../逃出去-中间.txt",
    "./../逃出去-点.txt",
    "文件夹\\反斜杠.txt",
    "零\0截断.txt",
    "换\n行.txt",
    "\u001b]0;改标题\u0007终端.txt",
    "\u001b[2J清屏.txt",
    "\u202Etxt.exe-反写.txt",
    "-rf.txt",
    "=1+1.txt",
    "结尾空格 .txt ",
    "结尾点.txt.",
    "CON.txt",
    "aux",
    longName,
    `${"深/".repeat(200)}底.txt`,
    "大小写.TXT",
    "大小写.txt",
    "\u00e9.txt",
    "e\u0301.txt",
    "重名.txt",
    "重名.txt",
    "重名.txt/",
    "~$锁.docx",
    "__MACOSX/._x",
    "空文件夹/",
    ".隐藏.txt",
    " ",
    ".",
    "..",
    "",
  ];
  return zip(names.map((name, index) => ({ name, data: name.endsWith("/") ? "" : `第${index}份，名称各不相同` })));
}

function linkArchive() {
  return zip([
    { name: "指向外面", data: "../../../../etc/passwd", attributes: symlinkAttributes },
    { name: "指向根", data: "/", attributes: symlinkAttributes },
    { name: "指向根/etc/shadow", data: "从链接里写出去" },
    { name: "管道", data: "", attributes: (0o010644 << 16) >>> 0 },
    { name: "设备", data: "", attributes: (0o060644 << 16) >>> 0 },
  ]);
}

const gbk = (hex) => Buffer.from(hex, "hex");
/** 通知.txt, 签到表.txt in GBK, without the UTF-8 flag. */
const gbkNames = [gbk("cda8d6aa2e747874"), gbk("c7a9b5bdb1ed2e747874")];

function crooked() {
  const sound = samples.zip.make().bytes;
  const central = sound.indexOf(Buffer.from("504b0102", "hex"));
  const bent = (change) => {
    const bytes = Buffer.from(sound);
    change(bytes);
    return bytes;
  };
  const end = sound.length - 22;
  return [
    ["目录指向文件之外", bent((bytes) => bytes.writeUInt32LE(0x7fffffff, end + 16))],
    ["目录指向自己的结尾", bent((bytes) => bytes.writeUInt32LE(end, end + 16))],
    ["份数65534而实际一份", bent((bytes) => bytes.writeUInt16LE(65534, end + 10))],
    ["本地头在文件之外", bent((bytes) => bytes.writeUInt32LE(0x7ffffff0, central + 42))],
    ["压缩方法不认识", bent((bytes) => bytes.writeUInt16LE(99, central + 10))],
    ["加密标志", bent((bytes) => bytes.writeUInt16LE(0x801, central + 8)), ["encrypted"]],
    ["校验和不符", bent((bytes) => bytes.writeUInt32LE(1, central + 16))],
    ["压缩后大小超过文件", bent((bytes) => bytes.writeUInt32LE(0x7fffffff, central + 20))],
    ["注释里还有一个结尾", zip([{ name: "甲.txt", data: "甲" }], { comment: zip([{ name: "乙.txt", data: "乙" }]) })],
    ["没有一份文件", zip([])],
    ["前面有别的字节", Buffer.concat([noise(5000), sound])],
    ["数据全是随机", zip([{ name: "随机.docx", packed: noise(4000), method: 8, size: 8000, crc: 1 }])],
  ].map(([name, data, codes]) => ({ path: `压缩包/${name}.zip`, why: name, data, codes }));
}

/** Everything about archives, one file at a time (big ones are made when they are asked for). */
export function* archives() {
  yield* officeBombs();
  yield {
    path: "压缩炸弹/300MB空白.zip",
    why: "一份展开 300 MB 的文本",
    data: zip([{ name: "台账.txt", data: Buffer.alloc(300 * MB, 0x20) }]),
  };
  yield { path: "压缩炸弹/二千份重叠.zip", why: "二千个目录项指向同一段，合计 128 GB", data: overlapping() };
  yield { path: "压缩炸弹/五层各十六份.zip", why: "层层相套，合计 16 TB", data: tree() };
  yield { path: "压缩炸弹/套一百层.zip", why: "zip 里套 zip，一百层", data: nested(100) };
  yield { path: "压缩炸弹/自己套自己.zip", why: "唯一的一份就是它自己，一个字节不差", data: quineZip() };
  yield { path: "压缩炸弹/自己套自己.docx", why: "自己套自己的压缩包，改名为 docx", data: quineZip() };
  yield {
    path: "压缩包/七万份.zip",
    why: "70,000 份（zip64）",
    data: zip(Array.from({ length: 70_000 }, (_, index) => ({ name: `${index}.txt`, data: String(index) }))),
  };
  yield {
    path: "压缩包/七万个部件.docx",
    why: "70,000 个部件",
    data: zip([...parts(docxParts(["通知"])), ...Array.from({ length: 70_000 }, (_, index) => ({ name: `word/x${index}.xml`, data: "" }))]),
  };
  yield { path: "压缩包/名称作怪.zip", why: "跳出文件夹、盘符、控制符、重名……", data: namesArchive() };
  yield { path: "压缩包/链接和设备.zip", why: "符号链接、管道、设备作为条目", data: linkArchive() };
  yield {
    path: "压缩包/GBK名称.zip",
    why: "名称是 GBK，没有 UTF-8 标志",
    data: zip(gbkNames.map((name, index) => ({ name, data: `第${index}份` }))),
  };
  yield {
    path: "压缩包/说是UTF-8其实不是.zip",
    why: "带 UTF-8 标志的 GBK 名称",
    data: zip(gbkNames.map((name, index) => ({ name, data: `第${index}份`, flags: 0x800 }))),
  };
  yield {
    path: "压缩包/本地名与目录名不同.zip",
    why: "两处名称不一致",
    data: zip([{ name: "通知.txt", localName: "木马.exe", data: "x" }]),
  };
  yield {
    path: "压缩包/部件重复.docx",
    why: "word/document.xml 出现两次",
    data: zip([...parts(docxParts(["第一个"])), { name: "word/document.xml", data: wordDocument(paragraph("第二个")) }]),
  };
  yield { path: "压缩包/部件名跳出.docx", why: "部件名带 ../", data: pack(docxParts(["通知"], { "../../../../tmp/逃出去.xml": "<a/>" })) };
  yield* crooked();
}
