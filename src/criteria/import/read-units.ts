import type { ImportDoubt } from "../../model/import-note.ts";
import { oneLine, verbatimText } from "./clean-text.ts";
import type { DraftUnit } from "./draft.ts";

export interface UnitsReading {
  readonly lead: readonly DraftUnit[];
  readonly with: readonly DraftUnit[];
  readonly doubts: readonly ImportDoubt[];
}

/**
 * Reads the units of a clause: 牵头 and 配合 columns, or one cell that names both (牵头单位：甲；配合单位：乙、丙; 甲（牵头）、乙).
 * Several units without a mark all become lead units, and that is noted: an order is not a rank.
 */
export function readUnits(owner: string, leadText: string, withText: string): UnitsReading {
  const cells = splitRoles(owner);
  const lead = [...namesOf(leadText), ...cells.lead];
  const cooperating = [...namesOf(withText), ...cells.with];
  const marked = leadText !== "" || cells.marked;
  const unmarked = cells.open;
  const all = [...lead, ...unmarked];
  const doubts: ImportDoubt[] = [];
  if (!marked && unmarked.length > 1) doubts.push({ code: "lead-not-marked", text: verbatimText(owner), cells: 1 });
  for (const name of [...all, ...cooperating]) if (isUnclear(name)) doubts.push({ code: "unit-unclear", text: name });
  for (const remark of cells.remarks) doubts.push({ code: "unit-unclear", text: remark });
  return { lead: all.map(unitOf), with: cooperating.map(unitOf), doubts };
}

interface Roles {
  readonly lead: readonly string[];
  readonly with: readonly string[];
  /** Names without a mark. */
  readonly open: readonly string[];
  readonly marked: boolean;
  readonly remarks: readonly string[];
}

const leadMark = /^(?:省级?|市级?|区级?|县级?)?(?:牵头|主责|主办)(?:责任)?(?:单位|部门)?\s*[:：]?\s*/u;
const withMark = /^(?:省级?|市级?|区级?|县级?)?(?:配合|协办|协助|参与)(?:责任)?(?:单位|部门)?\s*[:：]?\s*/u;
const ownerMark = /^(?:责任|落实|承办)(?:单位|部门)?\s*[:：]\s*/u;

function splitRoles(owner: string): Roles {
  const [lead, cooperating, open, remarks]: [string[], string[], string[], string[]] = [[], [], [], []];
  let marked = false;
  remarks.push(...(owner.match(remarkInBrackets) ?? []));
  for (const part of verbatimText(unwrapRoles(owner.replace(remarkInBrackets, ""))).split(/[；;。]|\n(?=\s*(?:牵头|配合|主责|协办|由))/u)) {
    const text = oneLine(part).trim();
    if (text === "") continue;
    if (/^由.+(?:负责|收集|汇总|提供)/u.test(text)) remarks.push(text);
    else if (leadMark.test(text)) lead.push(...namesOf(part.trim().replace(leadMark, "")));
    else if (withMark.test(text)) cooperating.push(...namesOf(part.trim().replace(withMark, "")));
    else open.push(...namesOf(part.trim().replace(ownerMark, "")));
    marked ||= leadMark.test(text);
  }
  // 甲；配合部门：乙: the one in front leads.
  const named = open.filter((name) => /[（(](?:牵头|主责)[)）]$/u.test(name));
  const plain = open.filter((name) => !named.includes(name));
  lead.push(...named.map((name) => name.replace(/[（(](?:牵头|主责)[)）]$/u, "")));
  if (named.length > 0) return { lead, with: [...cooperating, ...plain.map(withoutRole)], open: [], marked: true, remarks };
  if (cooperating.length > 0 && lead.length === 0) return { lead: plain, with: cooperating, open: [], marked: plain.length > 0, remarks };
  return { lead, with: cooperating, open: plain.map(withoutRole), marked, remarks };
}

/** （由县应急管理局负责收集） behind the names is no name. */
const remarkInBrackets = /[（(]由[^（）()]*(?:负责|收集|汇总|提供)[^（）()]*[)）]/gu;

/** 甲（配合：乙、各乡镇（街道）） is 甲；配合：乙、各乡镇（街道）. */
function unwrapRoles(text: string): string {
  const start = /[（(](?=(?:牵头|主责|主办|配合|协办|协助|参与)(?:责任)?(?:单位|部门)?\s*[:：])/u.exec(text)?.index;
  if (start === undefined) return text;
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (/[（(]/u.test(text[at] ?? "")) depth++;
    if (/[)）]/u.test(text[at] ?? "")) depth--;
    if (depth === 0) return `${text.slice(0, start)}；${text.slice(start + 1, at)}；${unwrapRoles(text.slice(at + 1))}`;
  }
  return text;
}

function withoutRole(name: string): string {
  return name.replace(/[（(](?:配合|协办|参与)[)）]$/u, "");
}

/** Names stand between commas, line breaks or spaces; a bracket holds its commas together. */
export function namesOf(text: string): readonly string[] {
  const names: string[] = [];
  let [name, depth] = ["", 0];
  for (const sign of verbatimText(text)) {
    if (/[（(]/u.test(sign)) depth++;
    if (/[)）]/u.test(sign)) depth = Math.max(0, depth - 1);
    if (depth === 0 && /[、，,；;\s/]/u.test(sign)) {
      names.push(name);
      name = "";
    } else if (sign !== "\n") name += sign;
  }
  return rejoin([...names, name].map((item) => item.trim()).filter((item) => item !== "" && !/^[-—/]+$/u.test(item)));
}

/** A narrow cell breaks a name anywhere: a single letter belongs to the one before it. */
function rejoin(names: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (const name of names) {
    const last = whole.at(-1);
    if (last !== undefined && Array.from(name).length <= 1) whole[whole.length - 1] = `${last}${name}`;
    else whole.push(name);
  }
  return whole;
}

const townships =
  /^(?:各|全体|所有)(?:乡镇|镇街|镇|乡|街道|乡镇街道|镇\(街道\)|乡镇\(街道\)|乡\(镇\)|街镇|乡镇场)(?:人民政府|政府|办事处|党委)?$/u;
const enterprises = /^(?:各|所有|辖区)?(?:类)?(?:生产经营单位|企业)$/u;

/** 各燃气企业: those of one industry, whoever they are. */
const industries = /^各(?!类|级|重点|规模)(\p{Script=Han}{2,8}?)(?:行业|领域)?(?:生产经营单位|企业)$/u;

function unitOf(name: string): DraftUnit {
  const key = name.replace(/（/gu, "(").replace(/）/gu, ")");
  if (townships.test(key)) return { kind: "township" };
  if (enterprises.test(key)) return { kind: "enterprise" };
  const [, industry] = industries.exec(key) ?? [];
  if (industry !== undefined && !isUnclear(key)) return { kind: "enterprise", industry };
  return name;
}

/** 各有关部门: which ones, nobody can tell from the paper. */
function isUnclear(name: string): boolean {
  return /(?:有关|相关|成员|各部门|各单位|行业主管|其他|等)/u.test(name);
}
