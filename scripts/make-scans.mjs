// node scripts/make-scans.mjs <folder>: scanned pages for tests and the bench, from a notice in our own words. Needs soffice, pdftoppm and ImageMagick.
// clean.png: as drawn, 200 dpi. bad.jpg: turned by one degree, blurred, noisy, a red seal over the date, JPEG 55.
// worse.jpg: a copy of a copy, 120 dpi, grey paper, turned by nearly two degrees, JPEG 30.
// scan.pdf: two pages that are pictures and nothing else, small enough to commit. truth.txt, keys.json: what must come back.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AlignmentType, Document, Packer, Paragraph, TextRun } from "docx";

const head = ["清源市应急管理局文件", "清应急发〔2026〕27号", "清源市应急管理局关于开展汛期安全生产专项检查的通知"];
const body = [
  "各县（区）应急管理局，市直有关单位：",
  "今年入汛以来，我市降雨偏多，尾矿库、在建工程和山区道路风险上升。为压实汛期防范责任，经局长办公会2026年5月8日研究同意，决定在全市开展汛期安全生产专项检查。现将有关事项通知如下。",
  "一、检查时间",
  "自2026年5月20日起至7月15日止，分自查、抽查、复查三个阶段进行，每个阶段不少于12个工作日。",
  "二、检查重点",
  "（一）矿山企业。对照《清源市尾矿库汛期管理办法》（清政办发〔2024〕63号），逐座核对排洪设施，检查覆盖率达到100%，隐患整改率不低于96.5%。",
  "（二）在建工程。重点查看深基坑、高边坡和临时用电，停用不合格起重设备，人员撤离路线必须上墙。",
  "三、保障措施",
  "（一）市级安排专项经费142.6万元，配备卫星电话38部、抽水设备1,075台，组织各级干部2,460人次参加培训。",
  "（二）各单位于7月20日前报送检查总结和问题清单，联系人杜学林，逾期未报的予以通报。",
];
const tail = ["清源市应急管理局", "2026年5月13日"];
const keys = ["清应急发〔2026〕27号", "2026年5月13日", "96.5", "142.6", "1,075", "2,460", "63号"];

const [folder = "scans"] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const at = (name) => join(folder, name);
const serif = run("fc-match", ["-f", "%{file}", "Noto Serif CJK SC"]);

writeFileSync(at("truth.txt"), `${[...head, ...body, ...tail].join("\n")}\n`);
writeFileSync(at("keys.json"), `${JSON.stringify(keys)}\n`);
writeFileSync(at("notice.docx"), await Packer.toBuffer(notice()));
run("soffice", ["--headless", "--convert-to", "pdf", "--outdir", folder, at("notice.docx")]);
run("pdftoppm", ["-r", "200", "-png", "-singlefile", at("notice.pdf"), at("clean")]);
run("convert", [at("clean.png"), ...seal(1180, 2115, 165), at("sealed.png")]);
run("convert", [
  ...[at("sealed.png"), "-background", "#faf8f2", "-rotate", "1", "+repage", "-blur", "0x0.8"],
  ...["-seed", "7", "-attenuate", "0.6", "+noise", "Gaussian", "-attenuate", "0.03", "+noise", "Impulse", "-quality", "55", at("bad.jpg")],
]);
run("convert", [
  ...[at("sealed.png"), "-background", "#e8e4d8", "-rotate", "-1.8", "+repage", "-resize", "60%", "-blur", "0x0.7"],
  ...["-brightness-contrast", "-8x-25", "-seed", "11", "-attenuate", "0.9", "+noise", "Gaussian", "-quality", "30", at("worse.jpg")],
]);
const small = ["-resize", "62%", "-quality", "26", "-sampling-factor", "4:2:0"];
run("convert", [at("sealed.png"), "-background", "white", "-rotate", "0.6", "+repage", ...small, at("page1.jpg")]);
run("convert", [at("clean.png"), "-crop", "1654x1000+0+0", "+repage", ...small, at("page2.jpg")]);
writeFileSync(at("scan.pdf"), picturesOnly([at("page1.jpg"), at("page2.jpg")]));

function run(command, args) {
  return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

/** A PDF of A4 pages, each a JPEG: what a copying machine writes. */
function picturesOnly(paths) {
  const pictures = paths.map((path) => ({ bytes: readFileSync(path), size: run("identify", ["-format", "%w %h", path]).split(" ") }));
  const objects = [
    ["<< /Type /Catalog /Pages 2 0 R >>"],
    [`<< /Type /Pages /Count ${paths.length} /Kids [${paths.map((_, i) => `${3 + i * 3} 0 R`).join(" ")}] >>`],
    ...pictures.flatMap(({ bytes, size: [width, height] }, i) => {
      const [wide, high] = [595, Math.round((595 * height) / width)];
      const draw = `q ${wide} 0 0 ${high} 0 0 cm /P Do Q`;
      const image = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
      return [
        [
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents ${4 + i * 3} 0 R /Resources << /XObject << /P ${5 + i * 3} 0 R >> >> >>`,
        ],
        [`<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`],
        [`<< ${image} /Length ${bytes.length} >>\nstream\n`, bytes, "\nendstream"],
      ];
    }),
  ];
  const parts = [Buffer.from("%PDF-1.4\n")];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  const offsets = objects.map((object, i) => {
    const start = length();
    parts.push(Buffer.from(`${i + 1} 0 obj\n`), ...object.map((part) => Buffer.from(part)), Buffer.from("\nendobj\n"));
    return start;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  parts.push(
    Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length()}\n%%EOF\n`),
  );
  return Buffer.concat(parts);
}

function notice() {
  const font = { eastAsia: "Noto Serif CJK SC", ascii: "Liberation Serif", hAnsi: "Liberation Serif" };
  const line = (text, { size = 32, color = "000000", ...layout } = {}) =>
    new Paragraph({
      spacing: { line: 520, lineRule: "exact" },
      ...layout,
      children: [new TextRun({ text, font, size, color })],
    });
  const centred = { alignment: AlignmentType.CENTER };
  const tall = { spacing: { line: 900, lineRule: "exact", after: 200 } };
  return new Document({
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1000, bottom: 700, left: 1588, right: 1474 } } },
        children: [
          line(head[0], { ...centred, ...tall, size: 60, color: "E00000" }),
          line(head[1], centred),
          line(head[2], { ...centred, size: 40, spacing: { line: 660, lineRule: "exact", before: 300, after: 300 } }),
          line(body[0]),
          ...body.slice(1).map((text) => line(text, { indent: { firstLine: 640 }, alignment: AlignmentType.BOTH })),
          line(tail[0], { alignment: AlignmentType.RIGHT, indent: { right: 900 }, spacing: { line: 520, lineRule: "exact", before: 400 } }),
          line(tail[1], { alignment: AlignmentType.RIGHT, indent: { right: 1300 } }),
        ],
      },
    ],
  });
}

/** Ring, star and the name along the ring, half transparent as ink is. */
function seal(x, y, radius) {
  const ink = "rgba(215,30,35,0.6)";
  const star = Array.from({ length: 10 }, (_, i) => {
    const [angle, far] = [-Math.PI / 2 + (i * Math.PI) / 5, radius * (i % 2 === 0 ? 0.3 : 0.12)];
    return `${(x + far * Math.cos(angle)).toFixed(1)},${(y + far * Math.sin(angle)).toFixed(1)}`;
  });
  const letters = [...tail[0]].flatMap((letter, i, all) => {
    const turn = (i - (all.length - 1) / 2) * 30;
    const angle = ((turn - 90) * Math.PI) / 180;
    const [far, size] = [radius * 0.68, Math.round(radius * 0.26)];
    const [left, top] = [x + far * Math.cos(angle), y + far * Math.sin(angle)];
    const [dx, dy] = [(-size / 2) * Math.cos((turn * Math.PI) / 180), (-size / 2) * Math.sin((turn * Math.PI) / 180)];
    return [
      "-stroke",
      "none",
      "-fill",
      ink,
      "-font",
      serif,
      "-pointsize",
      `${size}`,
      "-annotate",
      `${turn}x${turn}+${(left + dx).toFixed(0)}+${(top + dy).toFixed(0)}`,
      letter,
    ];
  });
  return [
    ...["-fill", "none", "-stroke", ink, "-strokewidth", `${Math.round(radius / 18)}`, "-draw", `circle ${x},${y} ${x + radius},${y}`],
    ...["-stroke", "none", "-fill", ink, "-draw", `polygon ${star.join(" ")}`],
    ...letters,
  ];
}
