import { kindsIn } from "../../model/document-kind.ts";
import type { EvidenceKind } from "../../model/evidence-kind.ts";
import type { Extract, Quoted, RecordElement } from "../../model/reading.ts";
import type { Line, Paper } from "./paper-lines.ts";
import { quoted } from "./quote.ts";

/** A shape that only one kind of paper has; every pattern must be met by some line. */
interface Shape {
  readonly kind: EvidenceKind;
  readonly lines: readonly RegExp[];
}

const shapes: readonly Shape[] = [
  { kind: "签到表", lines: [/姓\s{0,4}名.{0,60}[|\s](?:签\s{0,4}名|签\s{0,4}到|签\s{0,4}字)/u] },
  { kind: "试卷", lines: [/[一二三四五]、\s{0,2}(?:单项选择|单选|多项选择|多选|选择|判断|填空|简答)题/u] },
  { kind: "责任书", lines: [/(?:责任书|责任状)/u, /甲\s{0,4}方/u, /乙\s{0,4}方/u] },
  { kind: "合同", lines: [/(?:本合同|本协议|协议如下)/u, /甲\s{0,4}方/u, /乙\s{0,4}方/u] },
  { kind: "承诺书", lines: [/(?:郑重承诺|承诺如下)/u, /承诺(?:人|单位)/u] },
  { kind: "执法文书", lines: [/(?:当事人|被处罚人|违法行为人)\s{0,4}[:|(]/u, /行政处罚|违法事实|《[^》]{2,30}法》第/u] },
  { kind: "检查记录", lines: [/(?:检查|巡查)(?:日期|时间)\s{0,4}[:|]/u, /(?:检查|巡查)(?:人|人员)\s{0,4}[(:|]/u] },
  { kind: "台账", lines: [/序\s{0,2}号.{0,80}(?:隐患|问题).{0,80}整改/u] },
];
const minutesElements: readonly RecordElement[] = ["time", "chair", "recorder"];
const linesRead = 120;

/** The kind by the title's last word, else by a structure that no other kind has. A picture without text is a photograph. */
export function findKind(
  extract: Extract,
  { lines }: Paper,
  title: Quoted<string> | undefined,
  elements: readonly RecordElement[],
): Quoted<EvidenceKind> | undefined {
  const named = title === undefined ? undefined : kindOfTitle(title.value);
  if (title !== undefined && named !== undefined) return { ...title, value: named };
  const near = lines.slice(0, linesRead);
  for (const { kind, lines: patterns } of shapes) {
    const found = patterns.map((pattern) => near.find(({ text }) => pattern.test(text.slice(0, 400))));
    const [first] = found;
    if (first !== undefined && found.every((line) => line !== undefined)) return quoted(kind, first, 0, 80);
  }
  if (minutesElements.every((element) => elements.includes(element))) {
    const line = near.find(({ text }: Line) => /记\s{0,4}录\s{0,4}(?:人|员)?\s{0,4}[:|]/u.test(text.slice(0, 400)));
    if (line !== undefined) return quoted("会议记录", line, 0, 80);
  }
  if (extract.picture === undefined || lines.length > 0) return undefined;
  return { value: "照片", text: extract.format, at: { kind: "properties", property: "format" } };
}

/** 转发……文件的通知: 文件 says only that something is sent round. */
function kindOfTitle(title: string): EvidenceKind | undefined {
  const { main } = kindsIn(title);
  return main === "文件" && /通知[)》]?$/u.test(title) ? "通知" : main;
}
