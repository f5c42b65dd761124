import { headingKey } from "./clean-text.ts";

/** What a column of a 评分表 holds. level: chapter or sub-chapter; unknown: words that no table has used so far. */
export type ColumnRole =
  | "number"
  | "level"
  | "content"
  | "points"
  | "rule"
  | "method"
  | "evidence"
  | "owner"
  | "lead"
  | "with"
  | "scorer"
  | "score"
  | "reason"
  | "remark"
  | "unknown";

/** Headings as they are printed, each with its one meaning; the patterns below fold the ones that vary. */
const synonyms: readonly (readonly [ColumnRole, string])[] = [
  ["number", "序号 编号 项次 号 序 条款号 条目"],
  [
    "points",
    "分值 标准分 标准分值 标准分数 基本分 基础分 基准分 各项分值 项目分值 指标分值 考核分值 权重 权重分 总分值 总分 应得分 满分 配分 分数",
  ],
  [
    "rule",
    "评分标准 评分细则 评分办法 评分规则 考核评分办法 考核评分标准 扣分标准 扣分情形 扣分办法 考核标准 考评标准 赋分办法 赋分标准 考评办法 考核办法 计分办法 计分标准 计分方法 计分规则 加分标准 加分办法 奖励标准 检查考评标准 评定标准 评价标准 加扣分标准 得分标准 评分依据",
  ],
  [
    "method",
    "考评方式 考核方式 考核方法 考评方法 检查方法 检查方式 评分方式 评定方法 检查考评方法 核查方式 评价方式 考核形式 评审方法 验收方法",
  ],
  ["evidence", "考核依据 依据 准备资料 佐证材料 资料清单 材料清单 所需资料 备查资料 证明材料 台账资料 印证资料 支撑材料"],
  [
    "content",
    "考核内容 考核要点 考评内容 考评要点 考评指标 考核指标 目标任务 具体要求 检查内容及标准 检查内容 项目内容 内容 要点 工作要求 工作任务 工作内容 评价内容 评价要点 工作标准 工作目标 年度考核目标任务 消防工作标准 否决情形 否决事项 否决条款 一票否决情形 一票否决事项 加分事项 加分项目 加分情形 加分内容 奖励事项",
  ],
  [
    "level",
    "考核项目 项目 考评项目 考核项 考评要素 一级要素 二级要素 三级要素 一级指标 二级指标 三级指标 类别 考核类别 检查项目 检查考评项目 评价项目 领域 要素 指标",
  ],
  ["owner", "责任单位 责任部门 落实单位 承办单位 责任主体 考核对象 适用单位"],
  ["lead", "牵头单位 牵头部门 省牵头部门 牵头责任单位 主责单位 主办单位"],
  ["with", "配合单位 配合部门 省配合部门 配合责任单位 协办单位 参与单位"],
  ["scorer", "评分单位 评分部门 考核单位 考核部门 考评单位 考评部门 负责考核部门 计分部门 考核主体"],
  ["score", "自评分 自评得分 自测评分 自查得分 考核得分 考评得分 考评分 考核分 评审得分 实得分 得分 扣分 扣分分值 加分 省级考评得分"],
  ["reason", "扣分说明 扣分原因 扣分理由 减分原因 情况说明 完成情况 落实情况 整改措施 得分说明 存在问题 自评说明 自查情况"],
  ["remark", "备注 说明 注"],
];

const byHeading = new Map(synonyms.flatMap(([role, words]) => words.split(" ").map((word) => [word, role] as const)));

/** For headings that no list foresees, in this order. */
const patterns: readonly (readonly [ColumnRole, RegExp])[] = [
  ["score", /得分$|^自(?:评|查|测).*分|实得/u],
  ["reason", /(?:扣分|减分|失分|得分)(?:原因|理由|说明|情况)/u],
  ["points", /分值|标准分|基[础本准]分|满分/u],
  ["lead", /(?:牵头|主责|主办).*(?:单位|部门)/u],
  ["with", /(?:配合|协办|协助|参与).*(?:单位|部门)/u],
  ["scorer", /(?:评分|考核|考评|计分|打分).*(?:单位|部门|机构|小组)/u],
  ["owner", /(?:责任|落实|承办|被考核).*(?:单位|部门|对象|主体|人)/u],
  ["rule", /(?:评分|扣分|计分|赋分|考核|考评).*(?:标准|细则|办法|规则|情形)/u],
  ["evidence", /资料|材料|佐证|台账/u],
  ["method", /(?:考核|考评|评分|检查|核查|评价|评定|验收).*(?:方式|方法|形式)/u],
  ["content", /(?:考核|考评|检查|评价|工作|任务).*(?:内容|要点|要求|任务|标准)|^目标/u],
  ["level", /(?:考核|考评|检查|评价).*(?:项目?|要素|类别)|^(?:[一二三]级)?(?:指标|要素|项目)/u],
];

/** The meaning of a heading; remarks in brackets (扣完为止) do not count. */
export function roleOfHeading(heading: string): ColumnRole {
  const key = headingKey(heading).replace(/\([^)]*\)?/gu, "");
  const exact = byHeading.get(key);
  if (exact !== undefined) return exact;
  if (key === "" || key.length > 14) return "unknown";
  return patterns.find(([, pattern]) => pattern.test(key))?.[0] ?? "unknown";
}

/** A word that is surely a heading: only these make a row a header. */
export function isKnownHeading(text: string): boolean {
  const key = headingKey(text).replace(/\([^)]*\)?/gu, "");
  if (byHeading.has(key)) return true;
  const role = roleOfHeading(text);
  // 建立台账 is work to be done; only printed headings name materials.
  return key.length >= 3 && key.length <= 14 && !/[，。；,;\d]/u.test(headingKey(text)) && role !== "unknown" && role !== "evidence";
}
