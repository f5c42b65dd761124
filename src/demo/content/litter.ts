import type { UnitPapers } from "../paper.ts";

/** A top folder that belongs to no unit of the workspace. */
export const strangerFolder: UnitPapers = {
  folder: "19区供销社",
  issuer: "东明区供销合作社",
  code: "东供",
  groups: {
    "": [
      ["供销社安全生产工作总结20241120.docx", "2024-11-20"],
      ["农资仓库照片.jpg", "2024-09-05", "农资仓库"],
    ],
  },
};

/** Files of no bytes at all: an upload that broke off, and a list nobody filled. */
export const emptyFiles: readonly string[] = [
  "02消防救援大队/8火灾防控/8.7消防监督双随机/消防监督双随机抽查结果公示（2024年9月）.pdf",
  "09交通局/行业部门年度工作部署/待补.docx",
];

/** The same bytes under a second name. */
export const copies: readonly { readonly from: string; readonly to: string }[] = [
  {
    from: "06民政局/养老机构/养老机构消防安全检查记录（一季度）20240228.docx",
    to: "06民政局/养老机构/养老机构消防安全检查记录（二季度）20240528.docx",
  },
  { from: "05教育局/校园食品安全检查通报.docx", to: "05教育局/校园食品安全检查通报 - 副本.docx" },
  {
    from: "01应急局/02部门监管责任/01落实三个必须/东明区部门安全生产责任清单（2024年修订）20240318.docx",
    to: "08住建局/2部门监管责任/东明区部门安全生产责任清单（2024年修订）20240318.docx",
  },
  { from: "11城关街道/消防/进社区活动合影.jpg", to: "11城关街道/消防/进社区活动合影(1).jpg" },
  {
    from: "03农业农村局/扑救准备和宣传/森林火灾预案和演练/扑救演练照片1.jpg",
    to: "03农业农村局/扑救准备和宣传/森林防火宣传/扑救演练照片1.jpg",
  },
];

/** What Windows, macOS and Office leave behind; the text is the file's content. */
export const systemFiles: readonly (readonly [path: string, content: string])[] = [
  ["01应急局/Thumbs.db", "thumbnail cache\n"],
  ["02消防救援大队/8火灾防控/Thumbs.db", "thumbnail cache\n"],
  ["01应急局/05监管执法/~$执法台账.xlsx", "lock\n"],
  ["05教育局/~$24年教育系统安全生产工作要点.docx", "lock\n"],
  ["11城关街道/.DS_Store", "Finder\n"],
  ["11城关街道/__MACOSX/._城关街道.docx", "resource fork\n"],
  ["企业03东明建工集团/照片/desktop.ini", "[.ShellClassInfo]\r\n"],
];
