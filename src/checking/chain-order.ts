import { compactText, similarity } from "../model/chinese-text.ts";
import { type CalendarDate, formatChineseDate } from "../model/dates.ts";
import { withoutKindWords } from "../model/document-kind.ts";
import type { EvidenceKind } from "../model/evidence-kind.ts";
import { ownDateOf } from "./own-date.ts";
import { dossiersOf } from "./paper-groups.ts";
import type { CorpusCheck, PaperRead } from "./paper-read.ts";

/** What must come first → what can only follow (R2). Rolling inspections have no order among themselves, so that few pairs are certain. */
const pairs: readonly (readonly [first: EvidenceKind, then: EvidenceKind])[] = [
  ["会议通知", "会议纪要"],
  ["会议通知", "会议记录"],
  ["通知", "总结"],
  ["方案", "总结"],
  ["计划", "总结"],
  ["检查记录", "整改"],
  ["检查记录", "复查"],
  ["整改通知", "整改"],
  ["整改通知", "复查"],
  ["整改", "复查"],
];

interface Step {
  readonly paper: PaperRead;
  readonly kind: EvidenceKind;
  readonly date: CalendarDate;
  readonly topic: string;
}

/** 时间倒置: within one folder and one topic, where each step is there exactly once. */
export const chainOutOfOrder: CorpusCheck = (around) =>
  dossiersOf(around).flatMap(({ papers }) => {
    const folders = byFolder(papers.flatMap(stepOf));
    return [...folders.values()]
      .filter((steps) => steps.length <= mostSteps)
      .flatMap((steps) =>
        steps.flatMap((later) =>
          pairs
            .filter(([, then]) => then === later.kind)
            .flatMap(([first]) => {
              const chain = steps.filter((step) => step !== later && sameChain(step, later));
              const firsts = chain.filter(({ kind }) => kind === first);
              const [earlier] = firsts;
              const alone = !chain.some(({ kind }) => kind === later.kind);
              if (earlier === undefined || firsts.length > 1 || !alone || later.date >= earlier.date) return [];
              const problem = {
                code: "chain-out-of-order",
                kind: later.kind,
                date: formatChineseDate(later.date),
                before: earlier.paper.file.path,
                beforeKind: first,
                beforeDate: formatChineseDate(earlier.date),
              } as const;
              return [{ path: later.paper.file.path, problem, verdict: "counts" } as const];
            })
            .slice(0, 1),
        ),
      );
  });

/** In a folder of more papers nobody can tell chains apart. */
const mostSteps = 60;

function byFolder(steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> {
  const folders = new Map<string, Step[]>();
  for (const step of steps) {
    const { path } = step.paper.file;
    const folder = path.slice(0, path.lastIndexOf("/"));
    const list = folders.get(folder) ?? [];
    if (list.length === 0) folders.set(folder, list);
    list.push(step);
  }
  return folders;
}

function stepOf(paper: PaperRead): readonly Step[] {
  const own = ownDateOf(paper.reading);
  if (own === undefined || !own.firm || paper.kind === undefined) return [];
  const title = paper.reading.title?.value ?? paper.file.title;
  const topic = withoutKindWords(compactText(title)).replace(/关于|开展|印发|召开|的|情况|工作|会议|\d+|年|月|日/gu, "");
  return [{ paper, kind: paper.kind, date: own.value, topic }];
}

/** So alike that two papers are of one matter: 夏季消防检查方案 and 夏季消防检查总结, but not 春季 and 夏季. */
const alike = 0.7;

function sameChain(a: Step, b: Step): boolean {
  if (a.topic.length < 4 || b.topic.length < 4) return false;
  return similarity(a.topic, b.topic) >= alike && periodWords(a.topic) === periodWords(b.topic);
}

function periodWords(topic: string): string {
  return (topic.match(/[春夏秋冬]|[上下]半|第?[一二三四]季|全会|[一二三四五六七八九十]+次/gu) ?? []).join("");
}
