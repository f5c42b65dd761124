/** What a document covers: 全区, one 领域 (by its id) or one 责任单位 (by its name). */
export type Scope =
  | { readonly kind: "district" }
  | { readonly kind: "field"; readonly field: string }
  | { readonly kind: "unit"; readonly unit: string };
