/** What an English word of the files means. First the Chinese that is shown beside it, then other ways to say it. */
const common: Readonly<Record<string, readonly string[]>> = {
  // evidence per, late per
  month: ["每月", "月", "按月"],
  quarter: ["每季度", "季度", "季", "按季"],
  half: ["每半年", "半年"],
  year: ["每年", "年", "年度", "全年"],
  none: ["一次", "不定期"],
  day: ["天", "日"],
  week: ["周", "星期"],
  // from
  lead: ["牵头单位", "牵头"],
  any: ["任一责任单位", "任一单位", "任何单位"],
  each: ["各单位各交各的", "各单位", "每个单位", "分别"],
  // verification
  package: ["看材料", "材料", "资料", "查阅资料", "查看资料", "佐证材料"],
  onsite: ["现场检查", "现场", "现场核查", "实地", "实地检查"],
  external: ["外部数据", "数据", "通报", "系统数据"],
  daily: ["日常督查", "日常", "平时", "日常检查"],
  // type
  number: ["数字", "数值", "数", "数量"],
  yesno: ["是或否", "是否", "是/否", "有无", "布尔"],
  choice: ["选项", "选择"],
  date: ["日期", "时间"],
  items: ["项目清单", "清单", "项目"],
  // combine
  sum: ["相加", "合计", "求和"],
  mean: ["平均", "平均值"],
  min: ["取小", "最小"],
  max: ["取大", "最大"],
  // kind of unit, of section
  department: ["部门", "区直部门", "单位"],
  township: ["乡镇（街道）", "乡镇", "街道", "镇", "乡"],
  enterprise: ["企业", "公司"],
  standard: ["考核项", "考核项目"],
  // kind of rule
  deduct: ["一次扣分", "扣分", "扣"],
  deduct_each: ["每处（起、次）扣分", "每处扣分", "逐处扣分", "每起扣分", "每次扣分", "每项扣分", "每发现一处扣分"],
  shortfall: ["每少一次扣分", "少一次扣分", "每缺一次扣分", "缺少扣分"],
  rate: ["每降低（超过）一个百分点扣分", "比率", "每降低扣分", "百分点"],
  tiers: ["分档", "分段", "分级"],
  ratio: ["按比例", "比例", "按完成比例"],
  award_or_zero: ["有则得分，否则不得分", "得分", "否则不得分", "得"],
  award_each: ["每次（项）得分", "每次得分", "每项得分", "逐次得分"],
  stack: ["在此基础上再得分", "叠加", "再得分"],
  late: ["迟报扣分", "迟报", "逾期", "超期"],
  escalate: ["逐起加重扣分", "递增", "递增扣分", "以此类推"],
  minus_extra: ["倒扣、追加扣", "倒扣", "追加扣分", "倒扣分"],
  bonus: ["加分", "加分项"],
  veto: ["一票否决", "否决", "一票否决项"],
  manual: ["酌情、人工评定", "酌情", "酌情扣分", "人工", "人工评定"],
  rank: ["按名次", "名次", "排名"],
  // mode
  award: ["得分"],
  // direction
  below: ["低于才扣", "低于"],
  above: ["超过才扣", "超过", "高于"],
  // partialStep
  whole: ["按一步", "整步"],
  ignore: ["不计"],
  proportional: ["按比例", "比例"],
  // dedupe
  highest: ["就高不重复", "就高"],
  // scope
  total: ["总分为零", "总分"],
  grade: ["等次封顶", "等次"],
  field: ["本领域为零", "领域"],
  clause: ["本条为零", "本条", "条款"],
  // notApplicable, noEvidence
  renormalize: ["折算"],
  full: ["得满分", "满分"],
  zero: ["不得分", "零分", "0分"],
  rules: ["只按规则扣", "按规则"],
  // fonts, window
  modern: ["仿宋、楷体"],
  gb2312: ["仿宋_GB2312、楷体_GB2312"],
  period: ["考核年度"],
  "prior-year": ["上一年度", "上年度", "去年"],
};

/** The same word means something else under these keys. */
const special: Readonly<Record<string, readonly string[]>> = {
  "dedupe none": ["都算"],
  "mode deduct": ["扣分"],
  "per month": ["每月", "月", "按月"],
};

function sayings(key: string, word: string): readonly string[] {
  const own = `${key} ${word}`;
  if (Object.hasOwn(special, own)) return special[own] ?? [];
  return Object.hasOwn(common, word) ? (common[word] ?? []) : [];
}

/** The Chinese meaning of a word under its key; undefined for words that are Chinese themselves. */
export function meaningOf(key: string, word: string): string | undefined {
  return sayings(key, word)[0];
}

/** The allowed word that the Chinese stands for; undefined when that is not clear. */
export function wordMeaning(key: string, written: string, allowed: readonly string[]): string | undefined {
  const said = bare(written);
  if (said === "") return undefined;
  return allowed.find((word) => sayings(key, word).some((saying) => bare(saying) === said));
}

function bare(text: string): string {
  return text.replace(/[\s、，,（）()]/gu, "").replace(/^(?:每|按)(?=.)/u, "");
}
