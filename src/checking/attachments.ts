import { compactText } from "../model/chinese-text.ts";
import { hasText, type PaperCheck, type PaperRead, type Surroundings } from "./paper-read.ts";

/** 附件缺失 (R24): listed, but neither in the text nor as a file beside it. */
export const attachmentMissing: PaperCheck = (paper, around) => {
  const { reading, file } = paper;
  if (!hasText(paper) || reading.attachments.length === 0 || reading.cut === true) return [];
  // Pages that are pictures may be the attachment.
  if ((reading.picturePages ?? 0) > 0) return [];
  const text = around.textOf(file.path);
  if (text === undefined) return [];
  const beside = neighbours(around).get(folderOf(file.path)) ?? [];
  const names = reading.attachments.filter((name) => !standsBelow(name, text) && !liesBeside(name, paper, beside));
  return names.length === 0 ? [] : [{ problem: { code: "attachment-missing", names: names.slice(0, 3) }, verdict: "counts" }];
};

/** The list names it once; the attachment itself bears its name as a title, or begins with 附件 on a line of its own. */
function standsBelow(name: string, text: string): boolean {
  const [whole, title] = [compactText(text), compactText(name)];
  const first = whole.indexOf(title);
  if (title === "" || (first >= 0 && whole.indexOf(title, first + title.length) >= 0)) return true;
  return /\n\s*附件\s*\d{0,2}\s*(?:\n|$)/u.test(text.slice(text.lastIndexOf("附件：") + 1));
}

function liesBeside(name: string, { file }: PaperRead, beside: readonly string[]): boolean {
  const title = compactText(name);
  return beside.some(
    (other) =>
      other !== compactText(file.name.text) &&
      (other.includes(title) || (other.length >= 4 && title.includes(other)) || /^附件/u.test(other)),
  );
}

const byFolder = new WeakMap<Surroundings, ReadonlyMap<string, readonly string[]>>();

/** Names of the files of each folder and of the folders right below it; worked out once per run. */
function neighbours(around: Surroundings): ReadonlyMap<string, readonly string[]> {
  const before = byFolder.get(around);
  if (before !== undefined) return before;
  const folders = new Map<string, string[]>();
  for (const file of around.files) {
    const own = folderOf(file.path);
    for (const folder of [own, folderOf(own.slice(0, -1))]) {
      const list = folders.get(folder) ?? [];
      if (list.length === 0) folders.set(folder, list);
      list.push(compactText(file.name.text));
    }
  }
  byFolder.set(around, folders);
  return folders;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
