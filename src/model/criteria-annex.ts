/** A row of the annex 评分规则（程序用）: what the usual table has no room for. */
export interface AnnexRow {
  /** Id of the field, section or clause. */
  readonly id: string;
  readonly kind: AnnexKind;
  /** textMark of the printed words that the reading was made from. */
  readonly mark: string;
  /** `key: JSON`, one per line. */
  readonly lines: readonly string[];
}

/** Words of the 类别 column. */
export const annexKinds = { field: "领域", section: "考核项目", clause: "条款" } as const;
export type AnnexKind = keyof typeof annexKinds;
