import { readEach } from "./counts.ts";
import { type Event, type EventKind, findEvents } from "./find-events.ts";
import type { Stretch } from "./parsed-standard.ts";
import { bearsOnOthers, isPlain } from "./plain-words.ts";
import { isExact } from "./spelled.ts";
import type { Sentence } from "./split-sentences.ts";

type Main = Exclude<EventKind, "cap" | "floor" | "ladder" | "whole-step" | "ignore-step" | "share-step" | "dearest" | "remark">;

/** One condition with what it costs or earns, and the limits that follow it. */
export interface Item extends Stretch {
  readonly kind: Main;
  readonly mode: "deduct" | "award";
  /** The words before the amount, without joints at either end. */
  readonly condition: string;
  readonly amounts: readonly number[];
  /** The words of the amount itself: 再得0.5分. */
  readonly verb: string;
  readonly cap?: number;
  /** 以此类推 follows. */
  readonly ladder?: true;
  readonly partialStep?: "whole" | "ignore" | "proportional";
  /** 合计最多: the limit holds for more than this item. */
  readonly overall?: true;
  /** 就高: of what came before only the dearest counts. */
  readonly dearest?: true;
  /** 产区, 非产区: the districts that it is about. */
  readonly profile?: string;
  /** 完成数÷应完成数: what it is a share of. */
  readonly of?: string;
  /** Which sentence it stands in. */
  readonly sentence: number;
  /** Sentences before it that give and take nothing: 每季度至少召开1次会议。 */
  readonly lead: string;
}

/** What a sentence came to. statement: it gives and takes nothing. tail: only limits, for what came before. */
export type SentenceReading =
  | { readonly kind: "items"; readonly items: readonly Item[] }
  | { readonly kind: "statement" }
  | { readonly kind: "tail"; readonly item: Pick<Item, "cap" | "ladder" | "dearest" | "partialStep">; readonly overall: boolean }
  | ({ readonly kind: "external"; readonly source: string; readonly mode: "deduct" | "award"; readonly max?: number } & Stretch)
  | { readonly kind: "unknown"; readonly caps: readonly number[]; readonly overall?: boolean };

const modifiers = new Set<EventKind>(["cap", "floor", "ladder", "whole-step", "ignore-step", "share-step", "dearest", "remark"]);
/** What happens besides points: 并全区通报, 并移交有关部门处理. */
const consequence =
  /^[，]?(?:并|同时)(?:予以|给予|在)?(?:全[省市县区](?:范围内)?)?(?:通报|移交|约谈|追究|问责|责令|督促|限期|追责|倒查|曝光|建议)[^，。；\d扣得加减]*$/u;
/** Words that say how to reckon in a way no rule kind knows. */
const beyondUs =
  /公式|系数|权重|加权|[×÷*]|除[^，。；]{1,20}外(?!.{0,2}$)|(?<!在)上述|前述|上款|另有规定|比照|参照|酌量|相应扣|相应得|对应分值|[一1]半(?:分|得)|一半|折半|百分制|以内排|末位|倒数|最后[一1]名|或者?(?:扣|得)|扣分后|合并(?:计|扣)|互不|可叠加|累加/u;
/** 除不可抗力外，未整改的扣1分. */
const excepted = /^除(?:因|由于)?((?:不可抗力|自然灾害|客观原因|极端天气|政策(?:性)?(?:调整|原因)|特殊原因)[^，]{0,10}?)(?:以?外|之外)，/u;
const scoring =
  /[得计记]\d+%|[得计记][一二三四五六七八九]成|分(?!管|包|级|布|析|类|工|局|公司|别|发|解|送|校|子|队|区|片|组|层|流|隔|管|辖|部|步|批|段|期|成|色)|否决|扣|评优|优秀/u;

/** 若无重大危险源，本项得满分: then nothing is asked, and else it is not for this that points are given. */
const unasked = /^(?:若|如果?)(?:当年|年度内|年内|辖区内?)?(?:无|没有|未涉及|不涉及|未发生)[^，]*，[^，]*(?:满分|不扣分|分值)/u;

export function readSentence(sentence: Sentence, index: number, lead: string): SentenceReading {
  const { text } = sentence;
  const events = findEvents(text);
  if (events.length === 0) return scoring.test(text) || bearsOnOthers(text) ? unreadSentence(sentence) : { kind: "statement" };
  if (unasked.test(text)) return unreadSentence(sentence);
  if (beyondUs.test(text.replace(excepted, "").replace(/《[^》]*》/gu, "")) || events.some(({ amounts }) => !amounts.every(isExact)))
    return unreadSentence(sentence);
  const items: Item[] = [];
  let [after, sawTail, ahead] = [0, {} as Tail, ""];
  for (const event of events) {
    const words = trim(ahead + text.slice(after, event.start));
    // 以省平台数据为准，未完成的……: where the figures come from, said first.
    if (event.kind === "remark" && items.length === 0 && isPlain(words)) continue;
    // 每降低1个百分点（不足1个百分点按1个百分点计）扣0.2分: the remark stands between the step and its amount.
    if (event.kind === "whole-step" && readEach(words) !== undefined) {
      [ahead, after] = [text.slice(after, event.start).replace(/，$/u, ""), event.end];
      continue;
    }
    if (modifiers.has(event.kind)) {
      if (!isJoint(words)) return unreadSentence(sentence);
      const tail = tailOf(event);
      if (tail === undefined) return unreadSentence(sentence);
      const last = items.pop();
      if (last === undefined) sawTail = { ...sawTail, ...tail };
      else if (
        tail.cap !== undefined &&
        (last.cap !== undefined || (items.length > 0 && !/加|奖/u.test(last.verb) && /累计|合计|总计|共|各项/u.test(event.text)))
      )
        return unreadSentence(sentence);
      else items.push({ ...last, ...tail, end: originalEnd(sentence, event.end) });
    } else {
      const [, reason] = excepted.exec(words) ?? [];
      const item = itemOf(sentence, event, words.replace(excepted, ""), after - ahead.length, index, lead);
      items.push(ahead === "" ? item : { ...item, partialStep: "whole" });
      ahead = "";
      if (reason !== undefined)
        items.push({ ...itemOf(sentence, event, reason, after, index, lead), kind: "free", amounts: [], verb: "不扣分" });
    }
    after = event.end;
  }
  if (!isJoint(trim(text.slice(after).replace(consequence, "")))) return unreadSentence(sentence);
  if (items.length === 0) return { kind: "tail", item: sawTail, overall: /累计|合计|总计|各项|以上|共/u.test(text) };
  if (Object.keys(sawTail).length > 0) return unreadSentence(sentence);
  return { kind: "items", items };
}

type Tail = Partial<Pick<Item, "overall" | "cap" | "ladder" | "dearest" | "partialStep">>;

function tailOf(event: Event): Tail | undefined {
  if (event.kind === "cap")
    return event.amounts.length === 1 && event.amounts[0] !== undefined
      ? { cap: event.amounts[0], ...(/合计|总计|共计|各项|以上/u.test(event.text) ? { overall: true as const } : {}) }
      : undefined;
  if (event.kind === "ladder") return { ladder: true };
  if (event.kind === "dearest") return { dearest: true };
  if (event.kind === "whole-step") return { partialStep: "whole" };
  if (event.kind === "share-step") return { partialStep: "proportional" };
  return event.kind === "ignore-step" ? { partialStep: "ignore" } : {};
}

function itemOf(sentence: Sentence, event: Event, words: string, after: number, index: number, lead: string): Item {
  const skip = /^[，：、的]*/u.exec(sentence.text.slice(after))?.[0].length ?? 0;
  return {
    kind: event.kind as Main,
    mode: event.mode,
    condition: withUnit(words, event),
    amounts: event.amounts,
    verb: event.text,
    sentence: index,
    lead,
    start: after === 0 ? sentence.start : (sentence.at[after + skip] ?? sentence.start),
    end: originalEnd(sentence, event.end),
  };
}

/** 扣0.5分/次: the same as 每次扣0.5分. */
function withUnit(words: string, { text, kind }: Event): string {
  const unit = kind === "deduct" || kind === "award" ? /分(?:[／/]|每)一?([^\d（、，]{1,2})/u.exec(text)?.[1] : undefined;
  return unit === undefined ? words : `${words}${words === "" ? "" : "，"}每${unit}`;
}

function originalEnd(sentence: Sentence, end: number): number {
  return end >= sentence.text.length ? sentence.end : (sentence.at[end - 1] ?? 0) + 1;
}

/** Between an amount and its limit: nothing, or words that only say what is being limited. */
function isJoint(words: string): boolean {
  return /^(?:同类(?:问题|情形|隐患)?|同一(?:问题|单位|事项|项目|类)?|单项|累计|合计|全年|本项|该项|此项|每项|共|扣分|得分|加分|分|的|直|并|且|但|均|即|计|计算)*$/u.test(
    words.replace(/[，：、]/gu, ""),
  );
}

function trim(words: string): string {
  return words
    .replace(/每人每次/gu, "每人次")
    .replace(/^[，：、的分]+/u, "")
    .replace(/^(?:另外|此外|并且|且|但|凡|如|若)(?=[^有])，?/u, "")
    .replace(/[，：、]+$/u, "")
    .replace(/(.)[，的]+(?:本项|本条|该项|该条|此项|本小项|该小项|此小项)$/u, "$1")
    .replace(/(.)的$/u, "$1")
    .replace(/[，：、]+$/u, "");
}

/** A sentence that goes to a person, with the limits it names: 合计最多扣2分 holds for the sentences before it too. */
export function unreadSentence({ text }: Sentence): SentenceReading {
  const events = findEvents(text);
  // 一个乡镇最多扣0.6分 limits something else.
  const caps = events.filter(
    ({ kind, start }, at) =>
      kind === "cap" && (isJoint(trim(text.slice(events[at - 1]?.end ?? 0, start))) || (at === 0 && text[start - 1] === "，")),
  );
  const overall = caps.some((cap) => /合计|总计|共计|各项|以上|上述/u.test(cap.text));
  // Behind several amounts nobody can tell which of them is limited.
  const told = overall || events.filter(({ kind }) => !modifiers.has(kind)).length <= 1;
  return { kind: "unknown", caps: told ? caps.flatMap(({ amounts }) => amounts) : [], overall };
}
