import type { TestPaper } from "./read-papers.ts";

/** A clean paper: nothing is wrong with it, and nothing may be said against it. */
export type CleanPaper = TestPaper & { readonly text: string };

const folders = {
  区应急管理局: "应急局",
  区住房和城乡建设局: "住建局",
  区教育局: "教育局",
  城关街道: "城关街道",
  河口镇: "河口镇",
} as const;
export type UnitName = keyof typeof folders;
export const signatures: Record<UnitName, string> = {
  区应急管理局: "东明区应急管理局",
  区住房和城乡建设局: "东明区住房和城乡建设局",
  区教育局: "东明区教育局",
  城关街道: "东明区城关街道办事处",
  河口镇: "东明区河口镇人民政府",
};

export const unitNames = Object.keys(folders) as readonly UnitName[];

/** A paper of a unit; `to`: the requirements that it proves, empty when none. */
export function paper(unit: UnitName, name: string, to: string, lines: readonly string[], more: Partial<TestPaper> = {}): CleanPaper {
  return { path: `${folders[unit]}/${name}`, to, text: lines.join("\n"), ...more };
}

/** 落款 and 成文日期. */
export function signed(unit: UnitName, date: string): readonly string[] {
  return [signatures[unit], date];
}
