import { masked } from "../model/chinese-text.ts";

export interface DocNumberRead {
  readonly docNumber?: string;
  /** The text with the 文号 masked, same length. */
  readonly rest: string;
}

/** 机关代字〔年份〕序号 in any bracket; the number may be padded or carry 第. Lost brackets (国办发20241号) are not repaired: nobody can tell year from number. */
const numbered = /([\p{Script=Han}A-Za-z]{1,20})\s*[〔【[(]\s*((?:19|20)\d{2})\s*[〕】\])]\s*第?\s*0*(\d{1,4})\s*号/u;
const leadIn = /^.*(?:关于|转发|印发|贯彻|落实|学习|根据|依据|按照|执行|传达|参照|附件)/u;
/** The issuing code names the document itself: 安委会会议纪要〔2024〕3号 is both number and title. */
const speaking = /(?:纪要|会议|通报|简报|专报|文件|方案|通知)$/u;

/** Finds the 发文字号 and writes it as GB/T 9704-2012 §7.2.5 does: 六角括号, full year, no padding. */
export function readDocNumber(text: string): DocNumberRead {
  const match = text.includes("号") ? numbered.exec(text) : null;
  if (match === null) return { rest: text };
  const [whole, run = "", year = "", number = ""] = match;
  const code = run.replace(leadIn, "");
  if (code === "") return { rest: text };
  const from = match.index + (run.length - code.length);
  const to = match.index + whole.length;
  const hideFrom = speaking.test(code) ? match.index + run.length : from;
  return {
    docNumber: `${code}〔${year}〕${Number(number)}号`,
    rest: text.slice(0, hideFrom) + masked.repeat(to - hideFrom) + text.slice(to),
  };
}

export interface WrittenDocNumber {
  /** In its standard spelling: 东安委〔2024〕6号; without 机关代字: 〔2024〕6号. */
  readonly docNumber: string;
  /** 机关代字 as written; empty when none stands there. */
  readonly code: string;
  readonly year: number;
  /** Where it begins and ends in the text. */
  readonly from: number;
  readonly to: number;
}

const bracketed = /[〔【[(]\s{0,2}((?:19|20)\d{2})\s{0,2}[〕】\])]\s{0,2}第?\s{0,2}0{0,4}(\d{1,4})\s{0,2}号/gu;
const codeAtEnd = /(?:\([\p{Script=Han}]{1,3}\))?[\p{Script=Han}A-Za-z]{1,20}$/u;
/** What a sentence puts before a cited number, beyond `leadIn`. */
const linkWords = /^.*(?:现将|拟将|收到|对照|下发|下达|上级|结合|以及|违反|符合|详见|号[和与及或]?)|^(?:与|及|经|将|依|见|对|以|由)/u;

/** Every 文号 of a folded text in the order in which they stand. */
export function findDocNumbers(text: string): readonly WrittenDocNumber[] {
  if (!text.includes("号")) return [];
  return Array.from(text.matchAll(bracketed), (match) => {
    const before = text.slice(Math.max(0, match.index - 26), match.index).trimEnd();
    const gap = match.index - Math.max(0, match.index - 26) - before.length;
    const run = codeAtEnd.exec(before)?.[0] ?? "";
    const code = run.replace(leadIn, "").replace(linkWords, "");
    const [, year = "", number = ""] = match;
    return {
      docNumber: `${code}〔${year}〕${Number(number)}号`,
      code,
      year: Number(year),
      from: match.index - (code === "" ? 0 : code.length + gap),
      to: match.index + match[0].length,
    };
  });
}
