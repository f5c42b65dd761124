import type { Item } from "./items.ts";

/** Marks the items that are about one profile of districts only: 产区得4分，非产区得3分; 主城区……；其他地区……. */
export function markDistricts(items: readonly Item[], whole: string): readonly Item[] {
  const names = districtsOf(whole, items);
  if (names.length === 0) return items;
  let before = "";
  return items.map((item) => {
    const found = profileOf(item.condition, names);
    const condition = found?.rest === "" ? before || item.condition : (found?.rest ?? item.condition);
    before = condition;
    return found === undefined ? item : { ...item, condition, profile: found.name };
  });
}

const others = /^其[他它余](?:地区|县(?!区|市)|县区|区县|市县|县市区?|乡镇|区域)/u;

function districtsOf(whole: string, items: readonly Item[]): readonly string[] {
  const opposed = [...whole.matchAll(/非(\p{Script=Han}{1,4}?(?:地区|区县?|县区?|乡镇))/gu)].map(([, name = ""]) => name);
  const pairs = opposed.filter((name) => whole.replaceAll(`非${name}`, "").includes(name)).flatMap((name) => [`非${name}`, name]);
  if (!items.some(({ condition }) => others.test(condition))) return [...new Set(pairs)];
  const named = items.flatMap(({ condition }) => /^(?!其[他它余])\p{Script=Han}{1,3}?(?:地区|区|县)/u.exec(condition)?.[0] ?? []);
  const rest = items.flatMap(({ condition }) => others.exec(condition)?.[0] ?? []);
  return named.length === 0 ? [...new Set(pairs)] : [...new Set([...pairs, ...named, ...rest])];
}

function profileOf(condition: string, names: readonly string[]): { readonly name: string; readonly rest: string } | undefined {
  for (const name of names) {
    if (condition.startsWith(name)) return { name, rest: condition.slice(name.length).replace(/^[的，]+/u, "") };
    if (condition.endsWith(`，${name}`)) return { name, rest: condition.slice(0, -name.length - 1).replace(/[的，]+$/u, "") };
  }
  return undefined;
}
