import type { Verification } from "../../model/criteria.ts";
import type { ImportDoubt } from "../../model/import-note.ts";

/** How each kind of check is worded in 考评方式 columns. */
const ways: readonly (readonly [Verification, RegExp])[] = [
  ["daily", /日常(?:督查|检查|监管|督导|工作|掌握|考核|巡查|情况)|平时(?:检查|掌握|考核|情况)/u],
  [
    "external",
    /以.{1,20}(?:数据|通报|统计|结果|提供|报送).{0,6}为准|(?:由|以).{1,16}(?:提供|统计)(?:的)?(?:数据|情况|名单)|数据(?:比对|统计)|系统数据/u,
  ],
  ["package", /(?<!实地|现场|抽)查[阅看验]|(?:^|[、，；,;\s])查(?!询)|任查|抽查\d+个月|资料|台账|听取?汇报/u],
  ["onsite", /实地|现场|抽查|走访|询问|暗访|随机|演练拉动|座谈|问卷|电话/u],
];

/** Reads a method cell: one way is taken, several are noted and the papers are looked at, words that say nothing are noted. */
export function readMethod(text: string): { readonly verification?: Verification; readonly doubts: readonly ImportDoubt[] } {
  if (text === "") return { doubts: [] };
  const found = ways.filter(([, pattern]) => pattern.test(text)).map(([way]) => way);
  const [only, ...more] = found;
  if (only === undefined) return { doubts: [{ code: "method-unread", text }] };
  if (more.length === 0) return { verification: only, doubts: [] };
  return { verification: "package", doubts: [{ code: "method-mixed", text }] };
}
