import { type PlantedContent, plantedContents } from "./planted-contents.ts";
import { signatoryOf } from "./signatory.ts";

/**
 * One paper of the demo: file name, 成文日期 (2024-03-15; empty when the paper states none), what it says. A first sentence in
 * 《…》 is its title, where the file name (扫描0001.pdf) does not tell.
 */
export type Paper = readonly [name: string, date: string, ...says: readonly string[]];

/** What one unit handed in: folders below its own folder (empty: loose) and the papers in them. */
export interface UnitPapers {
  readonly folder: string;
  readonly issuer: string;
  /** 机关代字 for papers that carry a 文号 of the unit. */
  readonly code: string;
  readonly groups: Readonly<Record<string, readonly Paper[]>>;
}

/** A paper with everything settled that its writer needs. */
export interface PaperFacts {
  readonly path: string;
  readonly extension: string;
  readonly title: string;
  /** 落款: who signs. */
  readonly issuer: string;
  readonly date: string;
  readonly docNumber: string;
  readonly says: readonly string[];
  /** Something is wrong with its text on purpose. */
  readonly planted?: PlantedContent;
}

const numberPattern = /[\u4e00-\u9fa5]+〔\d{4}〕\d+号/u;
const numbered = /通知|意见|要点|方案|通报|计划|预案|纪要|批复/u;

/** Settles title and 文号 of every paper of one unit; numbers run on through the unit's papers as in a real register. */
export function settlePapers(unit: UnitPapers): readonly PaperFacts[] {
  let register = 0;
  return Object.entries(unit.groups).flatMap(([folder, papers]) =>
    papers.map(([name, date, ...says]) => {
      const [first = ""] = says;
      const titled = /^《.+》$/u.test(first);
      const title = titled ? first.slice(1, -1) : titleOf(name);
      const written = numberPattern.exec(name)?.[0];
      const issuer = signatoryOf(written ?? "", title, unit.issuer);
      // Another body's paper carries that body's number or, where the name tells none, none at all.
      const own = written === undefined && numbered.test(title) && issuer === unit.issuer && date !== "";
      if (own) register += 1;
      const path = [unit.folder, folder, name].filter((part) => part !== "").join("/");
      const planted = plantedContents.find(({ file }) => file === path);
      return {
        ...(planted === undefined ? {} : { planted }),
        path,
        extension: name.slice(name.lastIndexOf(".") + 1),
        title,
        issuer,
        date,
        docNumber: written ?? (own ? `${unit.code}〔${date.slice(0, 4)}〕${register}号` : ""),
        says: titled ? says.slice(1) : says,
      };
    }),
  );
}

function titleOf(name: string): string {
  return name
    .replace(/\.[a-z]+$/u, "")
    .replace(numberPattern, "")
    .replace(/20\d{6}|20\d{2}\.\d{1,2}\.\d{1,2}|（[^）]*）|\([^)]*\)|\d+月\d+日/gu, "")
    .replace(/^\d{1,2}(?:[.、-]\d{1,2})*[.、\s-]+|[\s_-]+$/gu, "")
    .trim();
}
