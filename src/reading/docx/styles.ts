import { attribute, scanXml } from "../xml-scan.ts";

/** What a style or a paragraph says about its look; only what is said. */
export interface Look {
  /** 0 to 8: a heading; 9: body. */
  outline?: number;
  centred?: boolean;
  /** Points. */
  size?: number;
  listId?: string;
  level?: number;
}

export interface Style extends Look {
  readonly name: string;
  readonly basedOn?: string;
}

export interface Styles {
  /** The look with everything that the style inherits. */
  readonly of: (id: string | undefined) => Look & { readonly name: string };
}

export function readStyles(xml: string): Styles {
  const { styles, standard, defaults } = parseStyles(xml);
  const resolved = new Map<string, Look & { readonly name: string }>();
  return {
    of: (id) => {
      const key = id ?? standard;
      const known = resolved.get(key);
      if (known !== undefined) return known;
      const look = resolve(key, styles, defaults);
      resolved.set(key, look);
      return look;
    },
  };
}

/** A chain of styles that bites its own tail ends at the twentieth. */
function resolve(id: string, styles: ReadonlyMap<string, Style>, defaults: Look): Look & { readonly name: string } {
  const chain: Style[] = [];
  for (let style = styles.get(id); style !== undefined && chain.length < 20; style = styles.get(style.basedOn ?? "")) chain.push(style);
  const look: Look = { ...defaults };
  for (const style of chain.toReversed()) Object.assign(look, style);
  const name = chain[0]?.name ?? "";
  const heading = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
  return { ...look, ...(heading === undefined ? {} : { outline: Number(heading) - 1 }), name };
}

function parseStyles(xml: string) {
  const styles = new Map<string, Style>();
  const defaults: Look = {};
  let standard = "";
  let style: { name: string; basedOn?: string } & Look = { name: "" };
  let look: Look = defaults;
  scanXml(xml, {
    text: () => undefined,
    close: () => false,
    open: (name, tag) => {
      if (name === "style") {
        style = { name: "" };
        look = style;
        const id = attribute(tag, "styleId") ?? "";
        styles.set(id, style);
        if (attribute(tag, "type") === "paragraph" && /^(?:1|true|on)$/.test(attribute(tag, "default") ?? "")) standard = id;
      } else if (name === "latentStyles") look = {};
      else if (name === "name") style.name = attribute(tag, "val") ?? "";
      else if (name === "basedOn") style.basedOn = attribute(tag, "val") ?? "";
      else setLook(look, name, tag);
      return false;
    },
  });
  return { styles, standard, defaults };
}

/** Takes what an element of w:pPr, w:numPr or w:rPr says. */
export function setLook(look: Look, name: string, tag: string): void {
  const value = attribute(tag, "val") ?? "";
  if (name === "outlineLvl") look.outline = Number(value);
  else if (name === "jc") look.centred = value === "center";
  else if (name === "numId") look.listId = value;
  else if (name === "ilvl") look.level = Math.min(8, Math.max(0, Math.trunc(Number(value)) || 0));
  else if (name === "sz" && Number(value) > 0) look.size = Number(value) / 2;
}
