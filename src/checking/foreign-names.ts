import { placesIn, unitNamed } from "./own-names.ts";
import { hasText, type PaperCheck, type PaperRead, type Surroundings } from "./paper-read.ts";

/** Where a stranger may well be named: lessons of an accident elsewhere, visits, joint work at the border, people's home towns. */
const rightfully =
  /事故|火灾|爆炸|教训|警示|案例|学习|考察|借鉴|经验|交流|毗邻|邻县|邻区|跨|联防|联合|协作|籍|户籍|出生|开往|运往|来自|途经|生产厂|厂家|供应商|中标|转发|通报/u;
const near = 20;

/** 网上抄来的 (R7): the name of another 区 or 县 left in, where nothing explains it. */
export const foreignName: PaperCheck = (paper, around) => {
  const { reading, file } = paper;
  if (!hasText(paper) || around.atHome.size === 0 || !ownPaper(paper, around)) return [];
  const text = around.textOf(file.path);
  const title = `${reading.title?.value ?? ""} ${file.name.text}`;
  const strangers = reading.names
    .flatMap(({ value }) => placesIn(value))
    .filter((place) => /[区县旗]$/u.test(place) && !isHome(place, around) && !title.includes(place));
  const names = [...new Set(strangers)].filter((place) => text !== undefined && !explained(place, text)).sort();
  return names.length === 0 ? [] : [{ problem: { code: "foreign-name", names: names.slice(0, 3) }, verdict: "counts" }];
};

/** 区局的材料里写“我市”“本街道”: the paper was written for another level. */
export const wrongLevel: PaperCheck = (paper, around) => {
  const { file, reading } = paper;
  if (reading.levelWords === undefined || !ownPaper(paper, around)) return [];
  const unit = around.units.find(({ name }) => name === file.unit);
  const level = placesIn(around.organization).at(-1)?.slice(-1);
  if (unit === undefined || unit.kind === "enterprise" || level === undefined) return [];
  const words = reading.levelWords.filter((word) => isStrange(word, level, unit.kind === "department"));
  return words.length === 0 ? [] : [{ problem: { code: "wrong-level", words }, verdict: "counts" }];
};

/** The district's own level may be spoken of by all its units; the level of a 局 only by one, that of a street only by one. */
function isStrange(word: string, level: string, isDepartment: boolean): boolean {
  const said = word.slice(1);
  if (said === "局") return !isDepartment;
  if (said === "街道" || said === "镇" || said === "乡") return isDepartment;
  return said !== level;
}

/** Only what the unit itself wrote is held against its name: a paper from above may speak as it likes. */
function ownPaper({ reading, file }: PaperRead, around: Surroundings): boolean {
  const signer = reading.signedBy?.value ?? reading.headIssuer?.value;
  return file.unit !== undefined && signer !== undefined && unitNamed(signer, around) === file.unit;
}

function isHome(place: string, { atHome }: Surroundings): boolean {
  return [...atHome].some((home) => home.endsWith(place) || place.endsWith(home));
}

/** Is every mention beside a word that gives a reason for it? */
function explained(place: string, text: string): boolean {
  for (let at = text.indexOf(place); at >= 0; at = text.indexOf(place, at + place.length)) {
    const around = text.slice(Math.max(0, at - near), at + place.length + near);
    if (!rightfully.test(around)) return false;
  }
  return true;
}
