import type { DraftCriteria } from "../../criteria/import/draft.ts";
import { describeNote, notePlace } from "../../messages/import-notes.ts";
import { sourcePlaceText } from "../../messages/source-place.ts";
import { formatPoints, pointsToNumber } from "../../model/points.ts";

export interface ImportReport {
  readonly output: string;
  readonly draft: DraftCriteria;
  readonly update?: {
    readonly updated: readonly string[];
    readonly unchanged: readonly string[];
    readonly added: readonly string[];
    readonly doubtful: readonly string[];
    readonly orphans: readonly { readonly id: string }[];
    /** Where the clauses that fell away were written. */
    readonly file: string;
  };
}

/** More lines than this nobody reads on a terminal; all of them stand in the file. */
const mostLines = 30;

/** What was written, how much of it was understood, and what a clerk should look at. */
export function importText({ output, draft, update }: ImportReport): string {
  const { sections, clauses, rules, notes } = counts(draft);
  const lines = notes.map((note) => `  ${notePlace(note)}${note.clause === undefined ? "" : `（${note.clause}）`}：${describeNote(note)}`);
  const rest = lines.length - mostLines;
  return [
    `${update === undefined ? "已写出" : "已更新"} ${output}：${String(sections)} 个考核项目、${String(clauses)} 条，总分 ${formatPoints(draft.total)} 分；读懂规则 ${String(rules)} 条，待核对 ${String(notes.length)} 处。`,
    ...(update === undefined ? [] : updateLines(update)),
    ...(lines.length === 0 ? [] : ["待核对："]),
    ...lines.slice(0, mostLines),
    ...(rest > 0 ? [`  ……还有 ${String(rest)} 处，都写在 ${output} 的注释里。`] : []),
    `下一步：对照原文核对 ${output}，再运行 yingkao criteria lint ${output}`,
    "",
  ].join("\n");
}

function updateLines({ updated, unchanged, added, doubtful, orphans, file }: NonNullable<ImportReport["update"]>): readonly string[] {
  const named = (ids: readonly string[]): string =>
    ids.length === 0 ? "" : `（${ids.slice(0, 12).join("、")}${ids.length > 12 ? "……" : ""}）`;
  return [
    `并入原来的细则：没有变 ${String(unchanged.length)} 条，原文更新 ${String(updated.length)} 条${named(updated)}，新增 ${String(added.length)} 条${named(added)}，去掉 ${String(orphans.length)} 条${named(orphans.map(({ id }) => id))}。`,
    ...(doubtful.length === 0 ? [] : [`是不是同一条要看一眼：${doubtful.join("、")}。`]),
    ...(orphans.length === 0 ? [] : [`去掉的条款照原样留在 ${file}。`]),
  ];
}

function counts(draft: DraftCriteria) {
  const clauses = draft.sections.flatMap((section) => section.clauses);
  const rules = clauses.flatMap((clause) => clause.rules).filter((rule) => rule["kind"] !== "manual").length;
  return { sections: draft.sections.length, clauses: clauses.length, rules, notes: draft.notes };
}

export function importJson({ output, draft, update }: ImportReport): string {
  const { sections, clauses, rules, notes } = counts(draft);
  const listed = notes.map((note) => ({
    code: note.code,
    ...(note.clause === undefined ? {} : { clause: note.clause }),
    ...(note.file === undefined ? {} : { file: note.file }),
    at: sourcePlaceText(note.at),
    message: describeNote(note),
  }));
  const changes = update === undefined ? {} : { update: { ...update, orphans: update.orphans.map(({ id }) => id) } };
  return `${JSON.stringify({ schema: 1, output, title: draft.title, total: pointsToNumber(draft.total), sections, clauses, rules, ...changes, notes: listed }, null, 2)}\n`;
}
