import { compactText } from "../model/chinese-text.ts";
import type { EvidenceFile } from "../model/evidence-file.ts";
import { hasText, type PaperCheck, type PaperRead, type Surroundings } from "./paper-read.ts";

/** 卷内目录, 佐证材料目录 as a title's last word; 危险化学品目录 is a list of other things. */
const catalogue = /(?:卷内|案卷|档案|归档|材料|资料|文件)(?:材料|文件|资料)?目录(?:表)?$/u;
/** With fewer entries, or fewer of them found, the catalogue is not of this folder. */
const [leastEntries, leastFound] = [3, 0.5];
const mostNames = 3;

/** 卷内目录和材料对不上 (R24): what it lists and is not there, what is there and it does not list. The paper binding a person looks at. */
export const catalogueDisagrees: PaperCheck = (paper, around) => {
  if (!isCatalogue(paper) || !hasText(paper) || paper.reading.cut === true || paper.reading.recognised === true) return [];
  const entries = entriesOf(around.textOf(paper.file.path) ?? "");
  const files = below(paper.file, around);
  const found = entries.filter((entry) => files.some(({ name }) => isNamed(entry, name)));
  if (entries.length < leastEntries || found.length < entries.length * leastFound) return [];
  const missing = entries.filter((entry) => !found.includes(entry));
  const listed = files.filter(({ name }) => entries.some((entry) => isNamed(entry, name)));
  // One that lists few of many files is a catalogue of something less than the folder.
  const others = listed.length < files.length * leastFound ? [] : files.filter((file) => !listed.includes(file));
  if (missing.length === 0 && others.length === 0) return [];
  const unlisted = others.map(({ file }) => file.name.text);
  return [
    {
      problem: { code: "catalogue-disagrees", missing: missing.slice(0, mostNames), unlisted: unlisted.slice(0, mostNames) },
      verdict: "counts",
    },
  ];
};

function isCatalogue({ file, reading }: PaperRead): boolean {
  return catalogue.test(compactText(reading.title?.value ?? file.name.words)) || catalogue.test(compactText(file.name.words));
}

interface Beside {
  readonly file: EvidenceFile;
  readonly name: string;
}

/** The files of the catalogue's folder and of the folders in it, without the catalogue itself. */
function below(own: EvidenceFile, around: Surroundings): readonly Beside[] {
  const folder = own.path.slice(0, own.path.lastIndexOf("/") + 1);
  return around.files
    .filter(({ path }) => path !== own.path && path.startsWith(folder))
    .map((file) => ({ file, name: bare(file.name.words === "" ? file.name.text : file.name.words) }));
}

/** Titles of the numbered rows: 1 关于……的通知 东应急〔2024〕3号 3; the longest Han cell of a row is its title. */
function entriesOf(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => {
    const numbered = /^\s*\d{1,3}\s*(?:[.、．\t|]|\s{1,})\s*(.+)$/u.exec(line)?.[1];
    if (numbered === undefined) return [];
    const cells = numbered.split(/[\t|]|\s{2,}|…+|\.{3,}/u).map((cell) => cell.trim());
    const title = cells.filter((cell) => /\p{Script=Han}{2}/u.test(cell)).sort((a, b) => b.length - a.length)[0];
    return title === undefined ? [] : [title.replace(/\s*\d{1,3}$/u, "")];
  });
}

/** Years and numbers are written one way in a catalogue and another in a name. */
function bare(text: string): string {
  return compactText(text).replace(/\d+|[年月日号]/gu, "");
}

function isNamed(entry: string, name: string): boolean {
  const title = bare(entry);
  return name.length >= 2 && (title.includes(name) || (title.length >= 2 && name.includes(title)));
}
