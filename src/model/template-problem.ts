/** What can be wrong with a shell in templates/. `paragraph` is the text of the paragraph around the place, shortened. */
export type TemplateProblem =
  | { readonly code: "template-missing"; readonly name: string }
  | { readonly code: "template-not-docx"; readonly detail: string }
  | {
      readonly code: "unknown-placeholder";
      readonly name: string;
      readonly nearest?: string;
      readonly known: readonly string[];
      readonly paragraph: string;
    }
  | { readonly code: "unclosed-placeholder"; readonly text: string; readonly paragraph: string }
  | { readonly code: "missing-placeholder"; readonly name: string }
  | { readonly code: "misplaced-placeholder"; readonly name: string; readonly paragraph: string };
