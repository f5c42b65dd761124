import { readDocNumber } from "../chinese/doc-number.ts";
import { readDates } from "../chinese/written-dates.ts";
import { bigramsOf, foldText } from "../model/chinese-text.ts";
import { type KindsRead, kindsIn } from "../model/document-kind.ts";
import type { Quoted, Reading, TextPlace } from "../model/reading.ts";
import { compactTerms } from "./compact-terms.ts";
import type { Words } from "./words.ts";

/** What a document says about itself, prepared for comparison. */
export interface Content {
  readonly reading: Reading;
  /** The words of its title without dates, 文号 and the names of bodies; empty when it has no title. */
  readonly title: Words;
  /** The stretch to quote, and where it stands. */
  readonly quote: string;
  readonly at: TextPlace;
  /** The text came from pictures. */
  readonly recognised: boolean;
}

/** Whoever issues, signs or receives a paper is no part of its subject. */
const body =
  /^\p{Script=Han}{0,16}?(?:人民政府|委员会|指挥部|办公室|街道办事处|消防救援大队|公安分局|安委会|消安委|森防指|防汛指|减灾委|管理局|建设局|教育局|民政局|旅游局|健康局|运输局|农村局|有限公司|有限责任公司)(?=关于)/u;

/** @param names of the units, longest first, compact: their names in a title tell whose paper it is, not what it is about */
export function readContent(reading: Reading, names: readonly string[]): Content | undefined {
  const { title, kind } = reading;
  if (reading.length === 0 && (kind === undefined || !isTold(reading))) return undefined;
  const shown = title ?? kind;
  return {
    reading,
    title: wordsOfTitle(title?.value ?? "", reading, names),
    quote: shown?.text ?? "",
    at: shown?.at ?? { kind: "paragraph", paragraph: 1 },
    recognised: reading.recognised === true,
  };
}

/** A picture may be a page of minutes: that nobody read text in it says nothing about what it shows. */
function isTold({ format }: Reading): boolean {
  return format === "docx" || format === "pptx" || format === "xlsx";
}

function wordsOfTitle(title: string, reading: Reading, names: readonly string[]): Words {
  const text = subjectOf(title, [...bodiesOf(reading), ...names, ...placesOf(reading)]);
  return { text, pairs: bigramsOf(text), kinds: kindsOf(kindsIn(title), reading.kind) };
}

/** A text without dates, 文号 and the given names of bodies, compact. */
export function subjectOf(text: string, names: readonly string[]): string {
  const bare = compactTerms(readDates(readDocNumber(foldText(text)).rest).rest).replace(body, "");
  return names.reduce((left, name) => (name.length >= 3 ? left.replace(name, "") : left), bare);
}

/** Places and firms alone: 区安委会 in a title is its subject. */
function placesOf({ names }: Reading): readonly string[] {
  return names
    .map(({ value }) => compactTerms(value))
    .filter((name) =>
      /(?:[省市区县镇乡村厂矿]|街道|社区|公司|集团|学校|医院|小区|商场|园区|[一二三四五六七八九十\d]小|中学|小学)$/u.test(name),
    )
    .sort((a, b) => b.length - a.length);
}

function bodiesOf(reading: Reading): readonly string[] {
  const bodies = [reading.headIssuer, reading.signedBy, reading.addressee].flatMap((found: Quoted<string> | undefined) =>
    found === undefined ? [] : [compactTerms(found.value)],
  );
  return bodies.filter((name) => /(?:局|委|办|府|会|部|处|镇|乡|队|司|厂|院|校|中心|分局)$/u.test(name));
}

/** The title's own last word decides; where it names no kind, what the text looks like does. */
function kindsOf(told: KindsRead, found: Reading["kind"]): KindsRead {
  if (found === undefined || (told.main !== undefined && told.main !== "文件")) return told;
  return { main: found.value, all: new Set([...told.all, found.value]) };
}
