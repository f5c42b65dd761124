import type { Criteria } from "../model/criteria.ts";
import type { OwnWorld, PaperRead } from "./paper-read.ts";

/** 东明区, 青石县, 江州市, 云山省: the place a name begins with, as far as it says one. */
const placed = /[\p{Script=Han}]{1,6}?(?:省|自治区|市|自治州|区|县|旗)/gu;
/** Words that end like a place and are none: 社区, 园区, 片区, 城市. */
const noPlace =
  /(?:社|园|罐|堆|料|片|辖|景|林|厂|矿|校|小|街|城|郊|山|库|禁|牧|灾|校|全|本|各|我|该|市|地|区|县|省|省级|市级|区级|县级|跨|邻|城|发|新|开发|高新|保税|自治|服务|居民|老旧小|生活|办公|作业|生产|装置|施工|危险|重点|责任|管控|警戒|防火|仓储|工业|住宅|商业|功能|行政|示范|试点|保护|隔离|污染|覆盖|缓冲)(?:区|市|县|省|旗)$/u;

/** Names of places in a text or in a name: at most two levels each (江州市东明区 gives both). */
export function placesIn(name: string): readonly string[] {
  return [...name.matchAll(placed)].map(([place]) => place).filter((place) => place.length >= 3 && !noPlace.test(place));
}

/**
 * Places that are no strangers: those of the workspace, of its units and of the 细则's issuer, and those that papers of several
 * units speak of: the city and the province above stand in every district's papers, and no file says which they are.
 */
export function placesAtHome(world: OwnWorld, criteria: Criteria, papers: readonly PaperRead[]): ReadonlySet<string> {
  const said = [
    world.organization,
    criteria.issuer ?? "",
    criteria.title,
    ...world.units.flatMap(({ name, aliases }) => [name, ...aliases]),
  ];
  const home = new Set(said.flatMap(placesIn));
  const speakers = new Map<string, Set<string>>();
  for (const { reading, file } of papers) {
    for (const { value } of reading.names) {
      for (const place of placesIn(value)) speakers.set(place, (speakers.get(place) ?? new Set()).add(file.unit ?? ""));
    }
  }
  for (const [place, units] of speakers) if (units.size >= 3 && /[省市州]$/u.test(place)) home.add(place);
  return home;
}

/** Two names of one body: 东明区应急管理局 and 区应急管理局, 应急局 as an alias; joint heads (A、B) are both. */
export function sameBody(a: string, b: string): boolean {
  const [left, right] = [bareBody(a), bareBody(b)];
  return left !== "" && right !== "" && (left.includes(right) || right.includes(left));
}

/** Without brackets, 文件 and what stands around a name. */
export function bareBody(name: string): string {
  return name
    .replace(/[（(][^）)]*[）)]|文件$|函$|\s/gu, "")
    .replace(/(?:办公室|委员会办公室|人民政府)$/u, "")
    .trim();
}

/** The unit of the workspace that goes by this name, 办事处 and 人民政府 aside; the longest name wins; undefined: none. */
export function unitNamed(written: string, { units }: OwnWorld): string | undefined {
  const text = written.replace(/\s/gu, "");
  const bare = text.replace(/(?:办事处|人民政府|党工委|党委|委员会|办公室)$/u, "");
  const found = units
    .flatMap((unit) => [unit.name, ...unit.aliases].filter(tellsApart).map((name) => ({ unit: unit.name, name })))
    .filter(({ name }) => text.endsWith(name) || bare.endsWith(name))
    .sort((a, b) => b.name.length - a.name.length);
  return found[0]?.unit;
}

/** 河口镇 tells a unit apart; of other names of three characters (应急局) the end of many a stranger's name is the same. */
function tellsApart(name: string): boolean {
  return name.length >= 4 || /[镇乡]$/u.test(name);
}
