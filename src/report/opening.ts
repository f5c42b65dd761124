import type { Criteria } from "../model/criteria.ts";
import { formatChineseDate, formatChineseRange } from "../model/dates.ts";
import type { FileResult } from "../model/scorecard.ts";
import { type Block, heading, paragraph, type Run } from "./blocks.ts";
import { conclusion } from "./conclusion.ts";
import type { ScopedView } from "./scoped-view.ts";
import { firstFew, sentence } from "./wording.ts";

/** 引言: basis, period, as-of date, how much was looked at, and the conclusion in points. */
export function openingParagraph(scoped: ScopedView): Block {
  const { scorecard } = scoped.view;
  const { criteria, asOf } = scorecard;
  if (handedInNothing(scoped))
    return paragraph(
      `截至${formatChineseDate(asOf)}，${scoped.organization}尚未报送佐证材料和自评表，以下为按未报送情况测算的结果，不代表实际工作情况。` +
        `测算依据为《${bare(criteria.title)}》${editionWords(criteria)}。经测算，${conclusion(scoped)}。现将有关情况报告如下：`,
    );
  return paragraph(
    `根据《${bare(criteria.title)}》${editionWords(criteria)}要求，${scoped.organization}对照${scopeWords(scoped)}评分标准，` +
      `对${formatChineseRange(criteria.period)}的工作情况逐条开展自查。` +
      `本次自查以截至${formatChineseDate(asOf)}的佐证材料为准，${coverage(scoped)}。` +
      `经自查，${conclusion(scoped)}。现将有关情况报告如下：`,
  );
}

/** Such a unit has inspected nothing, and its report must not say that it has. */
function handedInNothing({ scope, units }: ScopedView): boolean {
  const [own] = units;
  return scope.kind === "unit" && own !== undefined && own.fileCount === 0 && !own.hasReturn;
}

function bare(title: string): string {
  return title
    .replace(/^《([^《》]*)》$/, "$1")
    .replaceAll("《", "〈")
    .replaceAll("》", "〉");
}

function editionWords({ title, issuer, edition }: Criteria): string {
  const facts = [issuer ?? "", edition ?? ""].filter((fact) => fact !== "" && !title.includes(fact));
  return facts.length === 0 ? "" : `（${facts.join("，")}）`;
}

function scopeWords({ scope, label }: ScopedView): string {
  switch (scope.kind) {
    case "district":
      return "全部";
    case "field":
      return `${label}领域`;
    case "unit":
      return "本单位承担条款的";
  }
}

function coverage({ files, scope, units }: ScopedView): string {
  const received = files.length === 0 ? "未收到佐证材料" : `共核对佐证材料${String(files.length)}份`;
  return scope.kind === "unit" ? received : `涉及责任单位${String(units.length)}个，${received}`;
}

/** 一、自查工作开展情况: counts that the program knows; who led and how it was done, only people know. */
export function organisationBlocks(scoped: ScopedView): readonly Block[] {
  return [
    heading(2, "（一）组织领导"),
    paragraph(blank("自查工作的组织领导、责任分工和部署情况")),
    heading(2, "（二）自查方式"),
    paragraph(blank("自查的时间安排、方式方法和现场检查情况")),
    heading(2, "（三）材料报送和核对情况"),
    ...(scoped.scope.kind === "unit" ? [] : [paragraph(unitWords(scoped))]),
    paragraph(fileWords(scoped)),
  ];
}

function blank(hint: string): Run {
  return { kind: "blank", hint };
}

function unitWords({ units }: ScopedView): string {
  const names = (pick: (unit: (typeof units)[number]) => boolean): readonly string[] => units.filter(pick).map(({ unit }) => unit.name);
  const [silent, withoutReturn] = [names((unit) => unit.fileCount === 0), names((unit) => !unit.hasReturn)];
  const handedIn = units.length - silent.length;
  return sentence(
    `应报送材料的责任单位${String(units.length)}个，已报送${String(handedIn)}个`,
    silent.length === 0 ? "" : `尚未报送的有${firstFew(silent, 5, "个单位")}`,
    `已填报单位自评表的${String(units.length - withoutReturn.length)}个`,
    withoutReturn.length === 0 ? "" : `尚未填报的有${firstFew(withoutReturn, 5, "个单位")}`,
  );
}

function fileWords({ files, units, scope }: ScopedView): string {
  if (files.length === 0) return "未收到佐证材料。";
  const having = (status: FileResult["mapping"]["status"]): string => String(files.filter((file) => file.mapping.status === status).length);
  const troubled = files.filter((file) => file.problems.length > 0).length;
  const [own] = units;
  return sentence(
    `收到佐证材料${String(files.length)}份，其中已对应到条款的${having("matched")}份，属于哪一条拿不准、待人工确认的${having("ambiguous")}份，未能对应的${having("unclaimed")}份`,
    troubled === 0 ? "" : `日期、归属、重复等方面需要核对的${String(troubled)}份`,
    scope.kind === "unit" && own !== undefined ? `单位自评表${own.hasReturn ? "已填报" : "尚未填报"}` : "",
  );
}
