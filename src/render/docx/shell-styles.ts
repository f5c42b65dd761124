/** The style names that rendering uses. A shell is found by name, never by id: WPS and Word renumber ids when they save. */
export const styleNames = {
  body: "公文正文",
  heading1: "heading 1",
  heading2: "heading 2",
  heading3: "heading 3",
  heading4: "heading 4",
  chart: "图",
  tableHead: "表头",
  tableText: "表格文字",
  tableHeadSmall: "表头小字",
  tableTextSmall: "表格小字",
  tableGroup: "表格分组",
  link: "Hyperlink",
} as const;
export type StyleKey = keyof typeof styleNames;

/** Style key → style id in this shell; a style that the clerk deleted is absent and its text takes the default style. */
export type StyleIds = ReadonlyMap<StyleKey, string>;

export function styleIdsOf(stylesXml: string): StyleIds {
  const byName = new Map<string, string>();
  for (const { id, name } of stylesOf(stylesXml)) byName.set(name.toLowerCase(), id);
  const found = (Object.keys(styleNames) as StyleKey[]).flatMap((key) => {
    const id = byName.get(styleNames[key].toLowerCase());
    return id === undefined ? [] : [[key, id] as const];
  });
  return new Map(found);
}

export interface ShellStyle {
  readonly id: string;
  readonly name: string;
  readonly xml: string;
}

export function stylesOf(stylesXml: string): readonly ShellStyle[] {
  return [...stylesXml.matchAll(/<w:style\s[^>]*?w:styleId="([^"]*)"[^>]*>[\s\S]*?<\/w:style>/g)].map((match) => ({
    id: match[1] ?? "",
    name: /<w:name w:val="([^"]*)"/.exec(match[0])?.[1] ?? "",
    xml: match[0],
  }));
}
