import { foldText } from "../../model/chinese-text.ts";
import { type Points, parsePoints } from "../../model/points.ts";
import { withoutLabel } from "./labels.ts";
import { withoutPoints } from "./read-points.ts";

const fieldNames =
  /^(?:安全生产|消防|森林(?:草原)?防灭?火|食品安全|道路交通(?:安全)?|防灾减灾(?:救灾)?|防汛抗旱|自然灾害防治|应急管理|生态环境保护|社会治安|平安建设|信访)(?:安全|工作|部分|领域|考核|方面|类)*(?:内容|项目)?$/u;

/** The field that a heading or a sheet names: 安全生产, 消防工作; undefined when it is a chapter. */
export function fieldOfHeading(text: string): string | undefined {
  const bare = withoutPoints(withoutLabel(text))
    .replace(/[（(][^（）()]*[)）]$/u, "")
    .trim();
  return fieldNames.test(bare) ? bare : undefined;
}

/** The one field that a title names; undefined when it names several or none. */
export function fieldOfTitle(title: string): string | undefined {
  const found = [
    "安全生产",
    "消防",
    "森林防火",
    "森林防灭火",
    "森林草原防灭火",
    "食品安全",
    "防汛抗旱",
    "道路交通安全",
    "粮食安全",
    "应急管理",
    "平安建设",
  ].filter((name) => title.includes(name));
  return found.length === 1 ? found[0] : undefined;
}

/** 折算30分, 换算成30分: what a field counts for. */
export function weightOf(text: string): Points | undefined {
  const match = /(?:折算|换算|折合)(?:为|成|到)?\s*(\d+(?:\.\d+)?)\s*分/u.exec(foldText(text));
  return match?.[1] === undefined ? undefined : parsePoints(match[1]);
}
