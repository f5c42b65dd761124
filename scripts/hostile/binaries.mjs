// PDF, OLE and pictures: loops, counts and sizes that nobody can honour; files that need a password; files cut off anywhere.
import { deflateSync } from "node:zlib";
import { biff, biffStart, encryptedOffice, noise, ole, wordStreams } from "./ole.mjs";
import { catalog, content, encryptedPdf, fonts, packedBlanks, page, pages, pdf, soundObjects, stream } from "./pdf.mjs";
import { bmp, gif, jpeg, png, pngChunk, pngHeader, soundPng, tiff } from "./pictures.mjs";
import { samples } from "./samples.mjs";
import { zip } from "./zip.mjs";

const lines = ["关于开展安全检查的通知", "2024年3月5日"];
const MB = 2 ** 20;

function xrefLoop(at, offsets) {
  const rows = [...offsets].map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  return Buffer.from(`xref\n${rows}trailer\n<< /Size 9 /Root 1 0 R /Prev ${at} >>\nstartxref\n${at}\n%%EOF\n`, "latin1");
}

/** A cross-reference stream that says object 1 lies in object stream 8 and object stream 8 lies in itself. */
function objectStreamLoop(at, offsets) {
  const table = Buffer.concat(
    [
      [0, 0, 0xff],
      [2, 8, 0],
      [1, offsets.get(2), 0],
      [1, offsets.get(3), 0],
      [1, offsets.get(4), 0],
      [1, offsets.get(5), 0],
      [1, offsets.get(6), 0],
      [1, offsets.get(7), 0],
      [2, 8, 0],
      [1, at, 0],
    ].map(([type, place, index]) => Buffer.from([type, place >> 8, place & 255, index])),
  );
  const object = stream(table, "/Type /XRef /Size 10 /W [1 2 1] /Root 1 0 R");
  return Buffer.concat([Buffer.from("9 0 obj\n"), object, Buffer.from(`\nendobj\nstartxref\n${at}\n%%EOF\n`)]);
}

/** What a document may be called that would take all there is. */
const greedy = ["bomb", "out-of-memory", "timed-out"];

function* pdfs() {
  const without = (number) => Object.fromEntries(Object.entries(soundObjects(lines)).filter(([key]) => Number(key) !== number));
  yield ["交叉引用循环.pdf", "Prev 指向自己", pdf(soundObjects(lines), { tail: xrefLoop })];
  yield ["页树套自己.pdf", "页树的孩子是自己", pdf(soundObjects(lines, { 2: "<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count 3 >>" }))];
  yield [
    "页树互为父子.pdf",
    "两个节点互为孩子",
    pdf(
      soundObjects(lines, { 2: "<< /Type /Pages /Kids [8 0 R] /Count 1 >>", 8: "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>" }),
    ),
  ];
  yield ["页数二十亿.pdf", "Count 2147483647", pdf(soundObjects(lines, { 2: "<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>" }))];
  yield [
    "五万页.pdf",
    "同一页列五万次",
    pdf(soundObjects(lines, { 2: `<< /Type /Pages /Kids [${"3 0 R ".repeat(50_000)}] /Count 50000 >>` })),
  ];
  yield ["对象流套自己.pdf", "对象流在它自己里面", pdf(without(1), { tail: objectStreamLoop })];
  yield ["长度指向自己.pdf", "流的长度是流自己", pdf(soundObjects(lines, { 4: "<< /Length 4 0 R >>\nstream\nBT ET\nendstream" }))];
  yield ["引用兜圈.pdf", "对象只是另一个对象的引用，转圈", pdf(soundObjects(lines, { 3: "8 0 R", 8: "9 0 R", 9: "3 0 R" }))];
  yield [
    "套十万层数组.pdf",
    "数组套十万层",
    pdf(soundObjects(lines, { 8: `${"[".repeat(100_000)}${"]".repeat(100_000)}`, 1: "<< /Type /Catalog /Pages 2 0 R /Names 8 0 R >>" })),
  ];
  yield ["正文套十万层.pdf", "正文里数组、字典套十万层", pdf(soundObjects(lines, { 4: stream(`${"[<</A ".repeat(100_000)}`) }))];
  yield [
    "页面一百公里.pdf",
    "MediaBox 2,000,000,000",
    pdf(soundObjects(lines, { 3: page.replace("595 842", "2000000000 2000000000") })),
    greedy,
  ];
  yield ["页面为负.pdf", "MediaBox 负数、NaN", pdf(soundObjects(lines, { 3: page.replace("0 0 595 842", "1e99 -1e99 nan 0") }))];
  yield [
    "解压一个G.pdf",
    "正文两层压缩，展开 1 GB",
    pdf({ 1: catalog, 2: pages, 3: page, 4: stream(deflateSync(packedBlanks(1024)), "/Filter [/FlateDecode /FlateDecode]"), ...fonts }),
    greedy,
  ];
  yield [
    "过滤器一千层.pdf",
    "过滤器一千层",
    pdf(soundObjects(lines, { 4: stream(deflateSync("BT ET"), `/Filter [${"/FlateDecode ".repeat(1000)}]`) })),
  ];
  yield [
    "图形套自己.pdf",
    "表单对象画自己",
    pdf(
      soundObjects(lines, {
        3: page.replace("/Font <<", "/XObject << /X 8 0 R >> /Font <<"),
        4: stream("/X Do"),
        8: stream("/X Do /X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 8 0 R >> >>"),
      }),
    ),
    greedy,
  ];
  yield [
    "图片一百亿像素.pdf",
    "图片对象 100000×100000",
    pdf(
      soundObjects(lines, {
        3: page.replace("/Font <<", "/XObject << /X 8 0 R >> /Font <<"),
        4: stream("q 500 0 0 500 0 0 cm /X Do Q"),
        8: stream(
          "00",
          "/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /ASCIIHexDecode",
        ),
      }),
    ),
  ];
  yield [
    "一千万个字.pdf",
    "一页一千万个字",
    pdf(
      soundObjects([], {
        4: stream(
          content(["安全".repeat(100)])
            .replace("ET", "")
            .repeat(25_000),
        ),
      }),
    ),
  ];
  yield ["没有页.pdf", "没有页树", pdf(without(2))];
  yield ["没有正文.pdf", "只有文件头", Buffer.from("%PDF-1.7\n")];
  yield ["头在一千字节后.pdf", "前面有 1,000 字节别的内容", Buffer.concat([noise(1000), pdf(soundObjects(lines))])];
  yield [
    "带脚本和附件.pdf",
    "打开即运行脚本、外部程序",
    pdf(
      soundObjects(lines, {
        1: "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while\\(true\\){}) >> /AA << /WC << /S /Launch /F (cmd.exe) >> >> >>",
      }),
    ),
  ];
  yield ["要密码.pdf", "用户密码", encryptedPdf(lines, "123456"), ["encrypted"]];
}

function* compound() {
  const doc = (bend) => ole(wordStreams("关于开展安全检查的通知\n2024年3月5日\n"), bend);
  const streamOf = (starts, sector) => (file, places) => file.writeUInt32LE(sector(places), places.fat + 4 * places.starts[starts]);
  yield ["链转圈.doc", "正文的扇区链指回自己", doc(streamOf(0, ({ starts }) => starts[0]))];
  yield ["链转大圈.doc", "正文的扇区链回到开头", doc((file, { fat, starts }) => file.writeUInt32LE(starts[0], fat + 4 * (starts[0] + 7)))];
  yield ["链出界.doc", "正文的扇区链指到文件之外", doc(streamOf(0, () => 0x7ffffff0))];
  yield [
    "目录链转圈.doc",
    "目录的扇区链指回自己",
    doc((file, { fat, directoryAt }) => file.writeUInt32LE(directoryAt, fat + 4 * directoryAt)),
  ];
  yield [
    "目录树转圈.doc",
    "目录项互为兄弟",
    doc((file, { directory }) => {
      for (const slot of [1, 2]) {
        file.writeUInt32LE(1, directory + slot * 128 + 68);
        file.writeUInt32LE(2, directory + slot * 128 + 72);
        file.writeUInt32LE(0, directory + slot * 128 + 76);
      }
    }),
  ];
  yield [
    "流长四个G.doc",
    "流的长度声明 4 GB",
    doc((file, { directory }) => {
      for (const slot of [1, 2]) file.writeUInt32LE(0xffffffff, directory + slot * 128 + 120);
    }),
  ];
  yield ["分配表四十亿扇区.doc", "分配表扇区数 4294967295", doc((file) => file.writeUInt32LE(0xffffffff, 44))];
  yield [
    "二级分配表转圈.doc",
    "DIFAT 链指回自己",
    doc((file, { fat }) => {
      file.writeUInt32LE(0, 68);
      file.writeUInt32LE(0xffffffff, 72);
      file.writeUInt32LE(0, fat + 508);
    }),
  ];
  yield ["扇区大小2的65535次方.doc", "扇区移位 65535", doc((file) => file.writeUInt16LE(65535, 30))];
  yield [
    "小流链转圈.doc",
    "小流分配表指回自己",
    doc((file) => {
      file.writeUInt32LE(3, 60);
      file.writeUInt32LE(0xffffffff, 64);
      file.writeUInt32LE(0xffffffff, 56);
    }),
  ];
  yield ["只有目录.doc", "没有任何流", ole({})];
  yield [
    "字数二十亿.doc",
    "正文字数、片段表越界",
    ole(
      (() => {
        const streams = wordStreams("通知\n");
        streams.WordDocument.writeUInt32LE(0x7fffffff, 76);
        streams["1Table"].writeUInt32LE(0x7fffffff, 9);
        return streams;
      })(),
    ),
  ];
  yield [
    "片段表越界.doc",
    "片段表位置在流之外",
    ole(
      (() => {
        const streams = wordStreams("通知\n");
        streams.WordDocument.writeUInt32LE(0x7fffff00, 0x1a2);
        streams.WordDocument.writeUInt32LE(0x7fffffff, 0x1a6);
        return streams;
      })(),
    ),
  ];
  yield [
    "正文终端控制.doc",
    "正文全是控制符",
    ole(wordStreams(Array.from({ length: 4000 }, (_, index) => String.fromCharCode(index % 32)).join(""))),
  ];
  yield ["要密码.doc", "Word 97 加密标志", ole(wordStreams("通知\n", { encrypted: true })), ["encrypted"]];
  yield ["要密码.docx", "Office 加密包", encryptedOffice(), ["encrypted"]];
  yield ["要密码.xlsx", "Office 加密包", encryptedOffice(), ["encrypted"]];
  yield ["要密码.pptx", "Office 加密包", encryptedOffice(), ["encrypted"]];
  yield [
    "要密码.xls",
    "FILEPASS 记录",
    ole({ Workbook: biff([biffStart, [0x2f, [1, 0, 1, 0, 1, 0, ...Array(48).fill(7)]], [0x0a, []]]) }),
    ["encrypted"],
  ];
  yield [
    "字串二十亿.xls",
    "SST 声明二十亿个字串",
    ole({ Workbook: biff([biffStart, [0xfc, [0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 0x7f, 1, 0, 0, 65]], [0x0a, []]]) }),
  ];
  yield [
    "记录长度越界.xls",
    "记录长度超过流",
    ole({ Workbook: Buffer.concat([biff([biffStart]), Buffer.from([0xfc, 0, 0xff, 0xff]), Buffer.alloc(100)]) }),
  ];
  yield [
    "行列越界.xls",
    "DIMENSIONS 声明 40 亿行",
    ole({
      Workbook: biff([
        biffStart,
        [0x85, [0x40, 0, 0, 0, 0, 0, 1, 0, 65]],
        [0x0a, []],
        biffStart,
        [0x200, [0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0, 0, 0xff, 0xff, 0, 0]],
        [0x0a, []],
      ]),
    }),
  ];
  yield ["带宏.doc", "带 VBA 存储", ole({ ...wordStreams("通知\n"), _VBA_PROJECT: noise(4096) })];
}

function* images() {
  const wide = { depth: 1, colour: 0 };
  const zeros = deflateSync(Buffer.alloc(64 * MB), { level: 9 });
  yield ["六万乘六万.png", "60,000×60,000，数据如实压缩的一部分", png([pngHeader(60_000, 60_000, wide), pngChunk("IDAT", zeros)])];
  yield ["六万乘六万只有头.png", "60,000×60,000，没有数据", png([pngHeader(60_000, 60_000)])];
  yield ["四十亿乘四十亿.png", "4294967295×4294967295", png([pngHeader(0xffffffff, 0xffffffff)])];
  yield [
    "七千万像素.png",
    "10,000×7,000，如实压缩",
    png([pngHeader(10_000, 7_000, wide), pngChunk("IDAT", deflateSync(Buffer.alloc((1250 + 1) * 7_000)))]),
  ];
  yield ["说小放大.png", "声明 10×10，数据 256 MB", png([pngHeader(10, 10), pngChunk("IDAT", deflateSync(Buffer.alloc(256 * MB)))])];
  yield [
    "文字块炸弹.png",
    "压缩文字块展开 256 MB",
    png([
      pngHeader(1, 1),
      pngChunk("zTXt", Buffer.concat([Buffer.from("a\0\0"), deflateSync(Buffer.alloc(256 * MB, 65))])),
      pngChunk("IDAT", deflateSync(Buffer.alloc(4))),
    ]),
  ];
  yield [
    "配色块炸弹.png",
    "iCCP 展开 256 MB",
    png([
      pngHeader(1, 1),
      pngChunk("iCCP", Buffer.concat([Buffer.from("a\0\0"), deflateSync(Buffer.alloc(256 * MB, 65))])),
      pngChunk("IDAT", deflateSync(Buffer.alloc(4))),
    ]),
  ];
  yield ["块长出界.png", "块长 4294967295", png([pngHeader(10, 10), pngChunk("IDAT", Buffer.alloc(10), 0xffffffff)])];
  yield ["尺寸为零.png", "0×0", png([pngHeader(0, 0)])];
  yield ["十万个空块.png", "十万个空块", png([pngHeader(10, 10), ...Array.from({ length: 100_000 }, () => pngChunk("tEXt", []))])];
  yield ["六万五乘六万五.jpg", "65,535×65,535", jpeg(65_535, 65_535)];
  yield ["七千乘七千.jpg", "7,000×7,000，数据只有一点", jpeg(7_000, 7_000, { scanBytes: 1000 })];
  yield ["尺寸为零.jpg", "0×0", jpeg(0, 0)];
  yield [
    "EXIF转圈.jpg",
    "EXIF 目录指回自己",
    jpeg(64, 48, {
      scanBytes: 200,
      exif: tiff(
        [
          [0x8769, 4, 1, 8],
          [0x8825, 4, 1, 8],
          [0x014a, 4, 1, 8],
        ],
        8,
      ),
    }),
  ];
  yield [
    "EXIF出界.jpg",
    "EXIF 值在文件之外、四十亿个",
    jpeg(64, 48, {
      scanBytes: 200,
      exif: tiff(
        [
          [0x9003, 2, 0xffffffff, 0x7fffffff],
          [0x010f, 5, 0xffffffff, 8],
          [0x8769, 4, 1, 0x7fffffff],
        ],
        0x7fffffff,
      ),
    }),
  ];
  yield ["标记没完没了.jpg", "一百万个填充字节", Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(1_000_000, 0xff)])];
  yield ["段长为零.jpg", "段长 0", Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0, 0xff, 0xe1, 0, 0])];
  yield ["六万五乘六万五.gif", "65,535×65,535", gif(65_535, 65_535)];
  yield ["二十亿乘负二十亿.bmp", "2147483647×-2147483648", bmp(0x7fffffff, -0x80000000)];
  yield [
    "目录转圈.tif",
    "下一个目录是自己",
    tiff(
      [
        [256, 4, 1, 100],
        [257, 4, 1, 100],
      ],
      8,
    ),
  ];
  yield [
    "目录项四十亿.tif",
    "一项四十亿个值",
    tiff(
      [
        [256, 4, 0xffffffff, 8],
        [0x8769, 4, 1, 8],
      ],
      8,
    ),
  ];
  yield ["高效图片.heic", "ftyp heic", Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0heicmif1"), noise(2000)])];
}

/** A zip without its end is never half read; of the first letters nobody can tell the format. */
const zipped = new Set(["docx", "xlsx", "pptx", "ofd", "zip"]);
const cutCodes = ["damaged", "unsupported", "no-content"];

/** Each sound sample cut at a few places: the first bytes, the middle, shortly before the end. */
function* truncated() {
  for (const [format, { name, make }] of Object.entries(samples)) {
    const { bytes } = make();
    const cuts = [
      1,
      2,
      4,
      8,
      30,
      100,
      ...[0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97].map((share) => Math.floor(bytes.length * share)),
      bytes.length - 22,
      bytes.length - 1,
    ];
    for (const cut of [...new Set(cuts)].filter((at) => at > 0 && at < bytes.length))
      yield [
        `${format}-${String(cut).padStart(5, "0")}-${name}`,
        `只有前 ${cut} 字节`,
        bytes.subarray(0, cut),
        zipped.has(format) ? (cut < 4 ? [...cutCodes, "misnamed"] : cutCodes) : undefined,
      ];
  }
  const large = soundPng(800, 600);
  yield ["大图-一半.png", "大图只有一半", large.subarray(0, large.length >> 1)];
}

/** Formats that nobody here reads. */
function* unsupported() {
  const starts = {
    "材料.rar": "526172211a0701003392b5e50a01050600050101",
    "材料.7z": "377abcaf271c0004",
    "材料.gz": "1f8b0800000000000003",
    "录像.mp4": "0000001866747970697336d0",
    "录音.mp3": "494433030000000000",
  };
  for (const [name, hex] of Object.entries(starts)) yield [name, "不读的格式", Buffer.concat([Buffer.from(hex, "hex"), noise(3000)])];
  yield [
    "炸弹.gz",
    "gzip 展开 256 MB",
    Buffer.concat([Buffer.from("1f8b0800000000000003", "hex"), zip([{ name: "x", data: Buffer.alloc(256 * MB) }])]),
  ];
}

const inFolder = (folder, rows) => ({
  *[Symbol.iterator]() {
    for (const [name, why, data, codes] of rows) yield { path: `${folder}/${name}`, why, data, codes };
  },
});

export function* binaries() {
  yield* inFolder("PDF", pdfs());
  yield* inFolder("OLE", compound());
  yield* inFolder("图片", images());
  yield* inFolder("残缺", truncated());
  yield* inFolder("不读的格式", unsupported());
}
