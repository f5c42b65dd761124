import { textWidth } from "./text-width.ts";

/** Words that a title must not be torn inside. */
const words = [
  "安全生产 目标责任制 目标责任 自查报告 自查情况 自评说明 评分说明 对照自查 缺项清单 材料清单 佐证材料",
  "考核细则 考核办法 森林防火 森林草原 消防安全 消防工作 应急管理 应急管理局 人民政府 街道办事处 办事处",
  "委员会 有限公司 有限责任公司 整改 考核 年度 工作 情况 报告 说明 清单 关于 迎接 落实 责任 管理",
  "防灾减灾 专题汇报 汇报材料 汇总 领域 部门 单位 乡镇 街道 教育局 公安局 财政局 住建局 农业农村局",
  "卫生健康局 市场监管局 交通运输局 自然资源局 生态环境局 消防救援 大队",
  "扣分原因 扣分 加分 得分 分值 自评 评分 满分 原因 要求 标准 内容 依据 责任 时限 措施 完成 影响 补齐 补救 材料 佐证 文件 文号",
  "日期 名称 备注 来源 状态 序号 条款 领域 页码 数量 存放 位置 制发 成文",
].flatMap((line) => line.split(" "));

/** Good places to end a line: after these. */
const goodEnds = ["关于", "年度", "的", "政府", "局", "委员会", "公司", "办事处", "大队", "、", "，", "：", "》", "）"] as const;

/**
 * Breaks a title into as few lines as fit, about equally long and never inside a word, a number or a book title
 * (GB/T 9704-2012 7.3.1: 词意完整, 排列对称, 长短适宜; 梯形或菱形). `perLine`: characters that fit on a line. Breaks that
 * a person wrote stay.
 */
export function titleLines(title: string, perLine: number): readonly string[] {
  return title.split("\n").flatMap((line) => balanced(Array.from(line.trim()), Math.max(2, Math.floor(perLine))));
}

function balanced(letters: readonly string[], perLine: number): readonly string[] {
  const width = textWidth(letters.join(""));
  if (width <= perLine || letters.length > longest) return [letters.join("")];
  const least = Math.ceil(width / perLine);
  const penalties = letters.map((_, at) => penalty(letters, at));
  const fewest = cheapest(letters, penalties, least, perLine);
  const more = cheapest(letters, penalties, least + 1, perLine);
  const split = more !== undefined && more.cost + extraLine < (fewest?.cost ?? Number.POSITIVE_INFINITY) ? more.starts : fewest?.starts;
  if (split === undefined) return [letters.join("")];
  return split.map((from, index) =>
    letters
      .slice(from, split[index + 1])
      .join("")
      .trim(),
  );
}

/** Beyond this it is no title, and weighing every break would take long. */
const longest = 120;
/** What one line more than needed costs. */
const extraLine = 12;

interface Split {
  readonly cost: number;
  /** Where each line starts. */
  readonly starts: readonly number[];
}

/** The starts of `count` lines with the least cost, by dynamic programming; undefined when they do not fit. */
function cheapest(letters: readonly string[], penalties: readonly number[], count: number, perLine: number): Split | undefined {
  const ideal = textWidth(letters.join("")) / count;
  let best = new Map<number, Split>([[0, { cost: 0, starts: [] }]]);
  for (let line = 1; line <= count; line++) {
    const next: typeof best = new Map();
    for (const [from, { cost, starts }] of best) {
      for (let to = from + 1; to <= letters.length; to++) {
        if (line === count && to < letters.length) continue;
        const width = textWidth(letters.slice(from, to).join(""));
        if (width > perLine) break;
        const total = cost + (width - ideal) ** 2 + (to < letters.length ? (penalties[to] ?? 0) : 0);
        if (total < (next.get(to)?.cost ?? Number.POSITIVE_INFINITY)) next.set(to, { cost: total, starts: [...starts, from] });
      }
    }
    best = next;
  }
  return best.get(letters.length);
}

/** What it costs to begin a line at `at`. */
function penalty(letters: readonly string[], at: number): number {
  const before = letters.slice(0, at).join("");
  const after = letters.slice(at).join("");
  if (/[0-9A-Za-z]$/.test(before) && /^[0-9A-Za-z.%年月日号]/.test(after)) return 400;
  if (/[《〈“（〔]$/.test(before) || /^[》〉”）〕、，。：；！？的]/.test(after)) return 400;
  if (open(before, "《", "》") || open(before, "（", "）") || open(before, "“", "”")) return 120;
  if (tearsWord(before, after)) return 200;
  if (/[和与及暨省市县]$/.test(before)) return 120;
  if (/^[和与及暨]/.test(after)) return 45;
  return goodEnds.some((end) => before.endsWith(end)) ? 0 : 15;
}

function open(text: string, left: string, right: string): boolean {
  return text.lastIndexOf(left) > text.lastIndexOf(right);
}

function tearsWord(before: string, after: string): boolean {
  return words.some((word) =>
    Array.from(word).some((_, at) => at > 0 && before.endsWith(word.slice(0, at)) && after.startsWith(word.slice(at))),
  );
}
