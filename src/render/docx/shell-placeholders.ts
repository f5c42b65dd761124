/** What a shell may ask for. {{正文}} is the body and stands alone in its paragraph; the others are text. */
export const placeholderNames = ["标题", "主送机关", "正文", "署名", "日期"] as const;
export type PlaceholderName = (typeof placeholderNames)[number];
export const bodyPlaceholder = "正文" satisfies PlaceholderName;

/** One {{…}} in a paragraph's text; unclosed: braces that open without closing, or close without opening. */
export type FoundPlaceholder = { readonly kind: "whole"; readonly name: string } | { readonly kind: "unclosed"; readonly text: string };

/** Expects normalised braces. A placeholder never spans two paragraphs. */
export function placeholdersOf(text: string): readonly FoundPlaceholder[] {
  return [...text.matchAll(/\{\{((?:(?!\{\{|\}\})[\s\S])*)(\}\})?|\}\}/g)].map((match) =>
    match[2] === undefined ? { kind: "unclosed", text: match[0] } : { kind: "whole", name: (match[1] ?? "").trim() },
  );
}
