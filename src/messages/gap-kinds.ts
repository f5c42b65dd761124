import type { GapCode } from "../model/gap.ts";

/** 缺项类型, as printed in the 缺项清单. */
export const gapKinds = {
  "evidence-missing": "缺少材料",
  "evidence-unconfirmed": "材料待确认",
  "evidence-upcoming": "尚未到期",
  "no-evidence": "无佐证材料",
  "fact-costs": "指标扣分",
  "fact-missing": "数据未填报",
  "fact-conflict": "数据不一致",
  late: "逾期",
  manual: "待人工评定",
  judged: "人工评定扣分",
  external: "待外部数据",
  "exemption-unconfirmed": "免责待核实",
  "not-applicable-unconfirmed": "合理缺项待核定",
  "not-applicable-zero": "合理缺项不得分",
  "no-rule": "缺少评分规则",
  "rules-below-points": "细则分值不足",
  veto: "一票否决",
  "veto-unanswered": "一票否决待确认",
  "claim-exceeds": "自报分偏高",
} as const satisfies Record<GapCode, string>;
