import { bigramsOf } from "../model/chinese-text.ts";
import { kindsIn } from "../model/document-kind.ts";
import { compactTerms } from "./compact-terms.ts";
import type { Content } from "./content.ts";
import { subjectOf } from "./content.ts";
import { specificOf } from "./topic-words.ts";
import type { Words } from "./words.ts";

/** The line of a form that says what it is about: 会议名称：…, 检查内容：…. */
const subjectLine =
  /^(?:会议|活动|培训|演练|检查|项目|课程|台账|工作|资料|材料|考核|学习|文件)?(?:名称|主题|内容|题目|事项|议题|事由|课题|标题)\s*[:：]?\s*(.{4,80})$/u;
const opening = 160;

/** What a form's subject line says beside the title (签到表 with 会议名称：安委会全体会议). The kind stays the title's. */
export function subjectWords(text: string, content: Content, names: readonly string[]): Words | undefined {
  for (const line of text.split("\n", 12)) {
    const subject = subjectLine.exec(line.trim())?.[1];
    if (subject === undefined) continue;
    const said = subjectOf(subject, names);
    return withKind(content.title.text.includes(said) ? content.title.text : said + content.title.text, content);
  }
  return undefined;
}

/** The first sentences, for papers whose title says only what kind they are (会议纪要). */
export function openingWords(text: string, content: Content, names: readonly string[]): Words | undefined {
  if (specificOf(content.title.text).length >= 2 || content.title.kinds.main === undefined) return undefined;
  return withKind(subjectOf(text.slice(0, opening), names), content);
}

function withKind(text: string, { title }: Content): Words {
  const kinds = kindsIn(text);
  return { text, pairs: bigramsOf(text), kinds: title.kinds.main === undefined ? kinds : title.kinds };
}

/** Compact names of units, longest first, so that 区应急管理局 goes before 应急管理局. */
export function unitNames(owners: Iterable<string>): readonly string[] {
  const names = new Set([...owners].flatMap((name) => [compactTerms(name), compactTerms(name).replace(/^[区县市]/u, "")]));
  return [...names].filter((name) => name.length >= 3).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
