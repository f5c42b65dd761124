import type { Criteria } from "../../model/criteria.ts";
import type { AnnexRow } from "../../model/criteria-annex.ts";
import { annexNote, parts } from "../../model/criteria-paper.ts";
import type { Task } from "../../model/task.ts";
import { type Block, heading, type PaperDocument, pageHeading, paragraph } from "../blocks.ts";
import { paperTable, type TableSource } from "../table-source.ts";
import { clauseTable } from "./clause-table.ts";
import { annexTable, frameTable, gradeTable } from "./frame-tables.ts";
import { wholeTaskTable } from "./task-table.ts";

/** What an export of the 细则 is made of. `annex`: undefined when it is left out. */
export interface CriteriaExport {
  readonly criteria: Criteria;
  readonly annex?: readonly AnnexRow[];
  readonly tasks: ReadonlyMap<string, readonly Task[]>;
}

/** 考核细则 as a paper: the tables, the 责任分解表 and the annex that the import reads. */
export function composeCriteriaPaper({ criteria, annex, tasks }: CriteriaExport): PaperDocument {
  const { same, apart } = paperParts(criteria, annex, tasks);
  const all = [...same.map((part) => ({ ...part, newPage: false })), ...apart.map((part) => ({ ...part, newPage: true }))];
  const body = all.flatMap(({ name, table, newPage }, index): readonly Block[] => {
    const words = `${"一二三四五六七八九".charAt(index)}、${name}`;
    const note = name === parts.annex ? [paragraph(annexNote)] : [];
    return [newPage ? pageHeading(words) : heading(1, words), ...note, { kind: "table", table: paperTable(table) }];
  });
  return { shell: "考核细则", title: criteria.title, body, signature: { name: "", date: "" } };
}

interface Part {
  readonly name: string;
  readonly table: TableSource;
}

function paperParts(criteria: Criteria, annex: CriteriaExport["annex"], tasks: CriteriaExport["tasks"]): Record<"same" | "apart", Part[]> {
  const part = (name: string, table: TableSource | undefined): Part[] => (table === undefined ? [] : [{ name, table }]);
  return {
    same: criteriaParts(criteria).flatMap(({ name, table }) => part(name, table)),
    apart: [
      ...part(parts.tasks, tasks.size === 0 ? undefined : wholeTaskTable(tasks)),
      ...part(parts.annex, annex === undefined ? undefined : annexTable(annex)),
    ],
  };
}

/** The tables of the 细则 itself, in the order of paper and workbook. */
export function criteriaParts(criteria: Criteria): readonly { readonly name: string; readonly table: TableSource | undefined }[] {
  return [
    { name: parts.main, table: clauseTable(criteria, "standard") },
    { name: parts.bonus, table: clauseTable(criteria, "bonus") },
    { name: parts.veto, table: clauseTable(criteria, "veto") },
    { name: parts.grades, table: gradeTable(criteria) },
    { name: parts.frame, table: frameTable(criteria) },
  ];
}
