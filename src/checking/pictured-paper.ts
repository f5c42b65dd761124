import { compactText } from "../model/chinese-text.ts";
import { kindWords } from "../model/document-kind.ts";
import type { EvidenceKind } from "../model/evidence-kind.ts";
import { pictureKinds } from "./kind-families.ts";
import type { PaperRead } from "./paper-read.ts";

/** What is done, or hangs on a wall: 演练.jpg and 公示栏.jpg are photos of it. Of every other kind a picture shows the sheet itself. */
const photographed: ReadonlySet<EvidenceKind> = new Set(["整改", "复查", "演练", "培训", "宣传", "表彰", "公示", "课件", "证书"]);
/** A picture of a screen is no sheet of paper, whatever the page on it says. */
const screen = /截图|截屏|网页|screenshot/iu;
/** A scanner's own name, or somebody's word that it is a scan. */
const scanner = /^(?:扫描(?:件|文件|全能王)?|scan|camscanner|ccf)[\d_. -]*$|扫描件|影印件/iu;
/** Which page it is, or how it came to be a picture. */
const page = /[(（]?(?:第?[\d一二三四五六七八九十]+页?|首页|封面|盖章页|签字页|扫描件?|影印件|复印件|照)[)）]?$/u;

/**
 * Is a picture file a sheet of paper, as far as its name tells (责任书.jpg, 签到表扫描件.jpg, 扫描0001.jpg)? A picture of any other name
 * (IMG_20240620.jpg, 微信图片, 现场照片1, 责任书签订仪式) is a photo until somebody reads a text in it.
 */
export function isPicturedPaper({ reading, names, file }: PaperRead): boolean {
  if (reading.picture === undefined || [...names.all].some((kind) => pictureKinds.has(kind)) || screen.test(file.name.text)) return false;
  if (scanner.test(compactText(file.name.text))) return true;
  if (names.main === undefined || photographed.has(names.main)) return false;
  const stem = compactText(file.name.words).replace(page, "").replace(page, "");
  return kindWords[names.main].some((word) => stem.endsWith(word));
}

/** Is it a picture that only shows something: a photo, a screenshot, a document that is nothing but photos? */
export function isPhoto(paper: PaperRead): boolean {
  const { reading, names } = paper;
  if (names.main !== undefined && pictureKinds.has(names.main)) return true;
  if (reading.picture === undefined || isPicturedPaper(paper)) return false;
  const found = reading.kind?.value;
  return reading.recognised !== true || found === undefined || pictureKinds.has(found);
}
