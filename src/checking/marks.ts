import type { PaperCheck } from "./paper-read.ts";
import { isPhoto, isPicturedPaper } from "./pictured-paper.ts";

/** From so many on it is a list of people, not the contact of a notice. */
const phonesOfAList = 5;

/** 密级: such a paper must not lie on this machine at all. 内部 marks: not to be handed out unasked. */
export const secrecyMark: PaperCheck = ({ reading: { secrecy } }) => {
  if (secrecy === undefined) return [];
  const quote = { text: secrecy.text, at: secrecy.at };
  const code = /绝密|机密|秘密/u.test(secrecy.value) ? "secrecy-mark" : "internal-mark";
  return [{ problem: { code, quote }, verdict: "counts" }];
};

/** 个人信息: to be covered before anything is handed over. */
export const personalData: PaperCheck = ({ reading: { personal } }) => {
  if (personal === undefined) return [];
  const { idNumbers, phones, bankCards, first } = personal;
  if (idNumbers === 0 && bankCards === 0 && phones < phonesOfAList) return [];
  const where = first === undefined ? {} : { at: first };
  return [{ problem: { code: "personal-data", idNumbers, phones, bankCards, ...where }, verdict: "counts" }];
};

/** Pages without text that nobody has recognised: name and place are all that is known of them. Photos are looked at, not read. */
export const unrecognisedScan: PaperCheck = (paper) => {
  const { pages, picturePages, recognised, failure, format, length } = paper.reading;
  if (isPhoto(paper) || !(paged.has(format) || isPicturedPaper(paper))) return [];
  if (failure !== undefined || recognised === true || picturePages === undefined || picturePages === 0) return [];
  if (pages !== undefined && picturePages < pages) return [];
  return length >= 20 ? [] : [{ problem: { code: "unrecognised-scan", pages: picturePages }, verdict: "counts" }];
};

/** Formats whose pages may be pictures of paper. */
const paged: ReadonlySet<string> = new Set(["pdf", "ofd", "docx", "doc"]);
