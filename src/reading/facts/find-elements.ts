import { type RecordElement, recordElements } from "../../model/reading.ts";
import type { Paper } from "./paper-lines.ts";

/** A label with something behind it: 主持人：李明, 主持人 | 李明; an empty field does not count. */
function labelled(words: string): RegExp {
  return new RegExp(
    `(?:^|[^\\p{Script=Han}]|会议|检查|巡查|排查|抽查|督查|复查|走访|约谈|值班|学习|活动|培训|演练)(?:${words})\\s{0,6}(?:\\([^)]{0,10}\\))?\\s{0,4}[:|]\\s{0,6}[^\\s:|_]`,
    "u",
  );
}

const signs = {
  time: [labelled("时\\s{0,6}间|日\\s{0,6}期"), /^(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚|,)/u],
  place: [labelled("地\\s{0,6}点|场\\s{0,6}所"), /在[^,。;:]{1,24}(?:会议室|礼堂|会议中心)/u],
  chair: [labelled("主\\s{0,6}持\\s{0,6}人?|召集人"), /主持(?:召开|会议|了)/u],
  present: [
    labelled(
      "(?:参\\s{0,6}加|参\\s{0,6}会|出\\s{0,6}席|与\\s{0,6}会|到\\s{0,6}会|参学|参训|应到|实到|检查)(?:\\s{0,6}人\\s{0,6}员|人数|单位|人|对象)?",
    ),
    /参加(?:了)?会议|(?:出席|参加)会议的有/u,
  ],
  absent: [labelled("缺\\s{0,6}席(?:人员|人)?|请\\s{0,6}假(?:人员|人)?|未到(?:人员|会)?")],
  recorder: [labelled("记\\s{0,6}录\\s{0,6}(?:人员?|员)?")],
  content: [/(?:内\s{0,6}容|议\s{0,6}题|议\s{0,6}程)\s{0,4}[:|]/u, /纪要如下|记录如下|会议(?:听取|传达|学习|通报)/u],
  decision: [/(?:会议|研究)(?:决定|议定|要求|强调|明确|同意)|(?:决议|议定事项|处理意见)\s{0,4}[:|]/u],
} satisfies Record<RecordElement, readonly RegExp[]>;

/** Which elements of a record stand in it: time, place, chair, who was there and who was not, recorder, content, decisions. */
export function findElements({ lines }: Paper): readonly RecordElement[] {
  const near = lines.length <= 100 ? lines : [...lines.slice(0, 70), ...lines.slice(-30)];
  const found = new Set<RecordElement>();
  for (const { text } of near) {
    const stretch = text.length > 600 ? text.slice(0, 600) : text;
    for (const element of recordElements) if (!found.has(element) && signs[element].some((sign) => sign.test(stretch))) found.add(element);
  }
  return recordElements.filter((element) => found.has(element));
}
