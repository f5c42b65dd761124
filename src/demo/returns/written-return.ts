/** What a clerk writes in returns/<单位>.yaml; see docs/criteria.md. Plain values, as YAML shows them. */
export type WrittenReturn = {
  readonly unit: string;
  readonly clauses: Readonly<Record<string, WrittenClauseReturn>>;
};
export type WrittenClauseReturn = {
  readonly claimed?: number;
  readonly statement?: string;
  readonly facts?: Readonly<Record<string, string | number | readonly { readonly name: string; readonly level: string }[]>>;
  readonly remedy?: { readonly measure: string; readonly person: string; readonly by: string };
  readonly notApplicable?: string;
};
