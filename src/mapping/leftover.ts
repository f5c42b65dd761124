import type { ClauseEntry } from "./clause-entry.ts";
import { specificOf } from "./topic-words.ts";

/** Where and when: they narrow a paper down, but do not make it another matter. */
const whereAndWhen =
  /^\p{Script=Han}{2,3}?[区县市镇乡]|(?:\p{Script=Han}{2}街道)|[春夏秋冬][季天]?(?:学期|节)?|学期|[上下]半年|第?[一二三四1-4]季度|第?[〇一二三四五六七八九十\d]+[次期批轮届号月日]|春节|国庆|元旦|五一|中秋|清明|端午|节日|节前|汛期|雪季|旺季|淡季|今年|本年|新|修订|试行|一组|小学|中学/gu;
/**
 * What goes with any paper or meeting; also the 文种 of 党政机关公文处理工作条例 §8 that are no kind of evidence by themselves (批复、决定), and
 * whom every commendation names.
 */
const company =
  /决议|决定|命令|公报|通告|请示|批复|议案|先进(?:集体|单位|个人|工作者)|议程|讲话|发言|主持词|座次|座签|提纲|签批|呈批|审批|封面|目录|流程|脚本|简报|信息|动态|征求|意见|汇编|基础|定期|第一|第二|(?<=\p{Script=Han})[表册簿单书]$/gu;
/** Beside a whole name so many characters may be a road, a firm or a workshop; beside keywords alone two are another matter. */
const [mostBesideName, mostBesideWords] = [3, 1];
/** Before the topic stands whose or which it is (特种设备行业领域安全检查情况通报): more room. */
const mostBefore = 9;

/** What of a clause is sought in a title, and the answer to the last title: the requirements of one clause ask for the same one after another. */
interface Sought {
  readonly names: readonly string[];
  readonly words: readonly string[];
  last: { readonly title: string; readonly more: boolean } | undefined;
}
const soughtOf = new WeakMap<ClauseEntry, Sought>();

/**
 * Does a title say more than the clause knows of? 护林员工资花名册 has the words of 护林员花名册, and is another matter.
 * Counted are the telling characters that are in no pair which the 细则 uses for the clause; before the topic they narrow it down,
 * behind it they change it.
 */
export function saysMore(compact: string, entry: ClauseEntry): boolean {
  const sought = soughtOf.get(entry) ?? toSought(entry);
  if (sought.last?.title !== compact) sought.last = { title: compact, more: findsMore(compact, entry, sought) };
  return sought.last.more;
}

function toSought(entry: ClauseEntry): Sought {
  const names = [entry.title, ...entry.requirements.map(({ name }) => name)].filter((name) => name.length >= 4);
  const sought: Sought = { names, words: entry.requirements.flatMap((requirement) => requirement.words), last: undefined };
  soughtOf.set(entry, sought);
  return sought;
}

function findsMore(compact: string, entry: ClauseEntry, { names, words }: Sought): boolean {
  const from = Math.min(...names.map((name) => placeOf(name, compact)), ...words.map((word) => placeOf(word, compact)), compact.length);
  const start = from === compact.length ? 0 : from;
  const whole = names.some((name) => compact.includes(name));
  if (unknownIn(compact.slice(start), entry) > (whole ? mostBesideName : mostBesideWords)) return true;
  return unknownIn(compact.slice(0, start), entry) > mostBefore;
}

function placeOf(word: string, text: string): number {
  const at = word.length < 2 ? -1 : text.indexOf(word);
  return at < 0 ? text.length : at;
}

function unknownIn(text: string, { vocabulary, setting }: ClauseEntry): number {
  if (text === "") return 0;
  let unknown = 0;
  let before = false;
  for (const pair of tellingPairs(text)) {
    const known = vocabulary.has(pair) || setting.has(pair);
    if (!before && !known) unknown++;
    before = known;
  }
  return unknown;
}

/** The stretches asked about last: a title is held against many clauses, and most of them ask for the same stretches of it. */
const stretches = new Map<string, readonly string[]>();
const mostStretches = 256;

/** Each telling character with the one behind it; the last one alone, which no clause knows. */
function tellingPairs(text: string): readonly string[] {
  const known = stretches.get(text);
  if (known !== undefined) return known;
  const signs = Array.from(tellingPart(text));
  const pairs = signs.map((sign, at) => `${sign}${signs[at + 1] ?? ""}`);
  if (stretches.size >= mostStretches) stretches.clear();
  stretches.set(text, pairs);
  return pairs;
}

/** What in a title can tell one matter from another: without where, when and what goes with any paper. */
export function tellingPart(compact: string): string {
  return specificOf(compact.replace(whereAndWhen, "").replace(company, ""));
}
