import type { PaperFacts } from "./paper.ts";

/** A small table as clerks keep it: headings and rows of texts and whole numbers. */
export interface Sheet {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const places = ["城关市场", "河口客运站", "东明中学", "康乐养老服务中心", "青石湾小区", "利民超市", "恒泰化工装置区", "建工大厦项目部"];
const faults = [
  "疏散通道堆放杂物",
  "灭火器压力不足",
  "配电箱未上锁",
  "安全警示标志缺失",
  "临时用电线路老化",
  "应急照明灯损坏",
  "岗前培训记录不全",
  "防护栏杆松动",
];
const remedies = ["立即清理并复查", "更换并登记", "加锁并明确专人", "补设标志", "更换线路", "维修并测试", "补训并考核", "加固并验收"];
const people = ["王建国", "李淑芬", "张志强", "刘海燕", "陈国栋", "杨秀英", "赵永胜", "孙丽华"];
const trades = ["燃气", "危险化学品", "道路交通", "消防", "建筑施工", "学校和幼儿园", "养老机构", "商贸市场"];

/** Fills the table that the title asks for; the date shifts the pools, so that two months never look copied. */
export function composeSheet(paper: PaperFacts): Sheet {
  if (paper.planted?.sheet !== undefined) return paper.planted.sheet;
  const shift = Array.from(paper.path + paper.date).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  const pick = <Value>(pool: readonly Value[], index: number): Value | undefined => pool[(index + shift) % pool.length];
  const rows = (count: number, row: (index: number) => readonly (string | number | undefined)[]) =>
    Array.from({ length: count }, (_, index) => [index + 1, ...row(index).map((cell) => cell ?? "")]);
  if (/签到/u.test(paper.title))
    return { headings: ["序号", "姓名", "单位", "签名"], rows: rows(8, (i) => [pick(people, i), pick(trades, i), "（手签）"]) };
  if (/花名册|名单/u.test(paper.title))
    return {
      headings: ["序号", "姓名", "责任区", "联系方式"],
      rows: rows(8, (i) => [pick(people, i), `第${((i + shift) % 12) + 1}网格`, "见内部通讯录"]),
    };
  if (/报表|统计/u.test(paper.title))
    return {
      headings: ["序号", "行业领域", "检查单位（家）", "发现隐患（处）", "已整改（处）"],
      rows: rows(8, (i) => [pick(trades, i), 12 + ((shift + i * 7) % 20), 5 + ((shift + i) % 5), 3 + ((shift + i) % 3)]),
    };
  if (/清单/u.test(paper.title))
    return {
      headings: ["序号", "责任单位（岗位）", "责任内容", "完成时限"],
      rows: rows(8, (i) => [`${pick(trades, i) ?? ""}行业监管部门`, `组织检查，督促整改“${pick(faults, i) ?? ""}”等问题`, "长期坚持"]),
    };
  return {
    headings: ["序号", "单位（场所）", "存在问题", "整改措施", "责任人", "整改情况"],
    rows: rows(8, (i) => [pick(places, i), pick(faults, i), pick(remedies, i), pick(people, i), "已整改，已复查"]),
  };
}
