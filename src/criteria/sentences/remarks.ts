/** Words that would change what is earned, wherever a source is named. */
const reckons = /扣|得分|加分|计分|[得加计]\d|最[高低多少]|平均|比例|折算|每|\d+(?:\.\d+)?分(?!钟)/u;
const records =
  "记录|台[账帐]|文件|凭证|照片|纪要|数据|通报|系统|平台|统计|资料|材料|报告|档案|清单|结果|认定|公告|公示|文书|文本|证书|名单|报表|签到|日志|截图|检查情况|抽查情况";

/** （以上含本数，以下不含本数）: what these words mean anyway. */
export function saysUsual(inner: string): boolean {
  const bare = inner.replace(/[“”"「」]/gu, "").replace(/[。；]+$/u, "");
  return (
    /^(?:本[条项表细则办法标准]+)?(?:中|所称)?(?:的)?以上(?:均)?(?:含|包含|包括)本[数级](?:[，、]?以下(?:均)?不(?:含|包含|包括)本[数级])?$/u.test(
      bare,
    ) || /^(?:本[条项表细则办法标准]+)?(?:中|所称)?(?:的)?以下(?:均)?不(?:含|包含|包括)本[数级]$/u.test(bare)
  );
}

/** （以会议纪要为准）, （根据日常检查情况评分）, （见附件1）: where to look, and nothing about points. */
export function namesSource(inner: string): boolean {
  const told = new RegExp(
    `^(?:[^，。；]{0,10}?)(?:以|根据|依据|按照?|参照|对照|结合)[^，。；]{0,40}(?:${records})[^，。；]{0,12}?(?:为准|为依据|核对|核定|核实|评分|评定|打分|认定)?$`,
    "u",
  );
  const where =
    /^(?:[^，。；]{0,8})(?:详?见|参见)[^，。；]{2,40}(?:，共[\d一二三四五六七八九十]+[项条个类])?$|^共[\d一二三四五六七八九十]+[项条个类家处][^，。；\d]{0,8}$/u;
  if (where.test(inner)) return !/扣|得分|每|最/u.test(inner);
  return told.test(inner) && !reckons.test(inner.replace(/评分|打分/u, "")) && !/程度|轻重|酌情|视情/u.test(inner);
}

/** 事故起数以市安委办通报为准。 as a sentence beside others that give and take: what the figures are, said once more. */
export function isSourceRemark(text: string): boolean {
  const bare = text.replace(/[，。；：]+$/u, "");
  if (reckons.test(bare)) return false;
  return /^[^，。；]{0,16}(?:以|依据)[^，。；]{2,60}(?:为准|为依据)$/u.test(bare);
}

/** 若年度内无变更，本项不参与评分。: when the clause does not apply; that is declared apart. */
export function isNotApplicable(text: string): boolean {
  return /^(?:若|如|如果)?[^，。；]{0,12}(?:无|没有|未涉及|不涉及|未发生)[^，。；扣得]{1,14}，?(?:则)?(?:本项|本条|该项|此项)(?:不参与(?:评分|考核|计分)|不纳入(?:评分|考核)|作(?:为)?合理缺项|按合理缺项处理|视为合理缺项)$/u.test(
    text.replace(/[，。；：]+$/u, ""),
  );
}
