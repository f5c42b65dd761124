import { evidenceKinds } from "../../model/evidence-kind.ts";
import { oneLine } from "./clean-text.ts";
import type { PlainMap } from "./draft.ts";
import { labelOf, withoutLabel } from "./labels.ts";

/** Documents named in a materials column (准备资料：1.会议纪要；2.签到表), as proposals: kind and keywords as far as the name says. */
export function proposeEvidence(text: string, taken: readonly PlainMap[]): readonly PlainMap[] {
  const names = [...new Set(itemsOf(text))].filter((name) => !taken.some((item) => item["name"] === name));
  const ids = new Set(taken.map((item) => item["id"]));
  return names.map((name, index): PlainMap => {
    let number = index + 1;
    while (ids.has(`m${String(number)}`)) number++;
    ids.add(`m${String(number)}`);
    const kind = kindOf(name);
    const word = kind === undefined ? name : name.slice(0, name.lastIndexOf(kind));
    const keyword = word.replace(/^(?:年度|相关|有关|的)|(?:等|的|及|和|工作)$/gu, "");
    const keywords = Array.from(keyword).length >= 2 && Array.from(keyword).length <= 12 ? [keyword] : [];
    return { id: `m${String(number)}`, name, kind, keywords: keywords.length === 0 ? undefined : keywords };
  });
}

function itemsOf(text: string): readonly string[] {
  return text
    .replace(/^\s*(?:准备|佐证|备查|所需|印证)(?:资料|材料)\s*[:：]/u, "")
    .split(/[；;。\n、，,]/u)
    .map((item) => oneLine(labelOf(item.trim()) === undefined ? item : withoutLabel(item)).replace(/等$/u, ""))
    .map((item) => item.replace(/^查[阅看验]?(?=.{2})/u, ""))
    .filter((item) => Array.from(item).length >= 2 && Array.from(item).length <= 40 && !/^(?:无|同上|下同|见上)$/u.test(item));
}

function kindOf(name: string): string | undefined {
  const bare = name.replace(/[（(].*$/u, "").replace(/(?:文件|材料|资料|复印件|原件)$/u, "");
  const atEnd = evidenceKinds.filter((kind) => bare.endsWith(kind) || name.endsWith(kind));
  return atEnd.toSorted((a, b) => b.length - a.length)[0];
}
