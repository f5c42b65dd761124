import type { LinkReason } from "../model/mapping.ts";
import { visibleName } from "../model/visible-name.ts";

/** One reason of a link as a sentence without a full stop. */
export function describeReason(reason: LinkReason): string {
  switch (reason.code) {
    case "pinned":
      return `人工指定（mapping.yaml 中的「${visibleName(reason.pin)}」${reason.note === undefined ? "" : `，备注：${reason.note}`}）`;
    case "folder-number":
      return `文件夹「${visibleName(reason.folder)}」的编号对应 ${reason.label}`;
    case "folder-title":
      return `文件夹「${visibleName(reason.folder)}」与条款名称「${reason.title}」相符`;
    case "folder-section":
      return `上级文件夹「${visibleName(reason.folder)}」属于考核项目「${reason.section}」`;
    case "folder-evidence":
      return `文件夹「${visibleName(reason.folder)}」与材料要求「${reason.evidence}」相符`;
    case "name-number":
      return `文件名中的编号是 ${reason.label}`;
    case "name-title":
      return `文件名与「${reason.title}」相符`;
    case "name-keywords":
      return `文件名或文件夹中有关键词：${reason.keywords.join("、")}`;
    case "name-kind":
      return `材料种类是${reason.kind}`;
    case "only-requirement":
      return `该条款只要求「${reason.evidence}」，但名称没有写明就是它`;
    case "unit-owes":
      return `${reason.unit}是该条款的责任单位`;
    case "unit-does-not-owe":
      return `${reason.unit}不是该条款的责任单位`;
    case "number-title-disagree":
      return `编号 ${reason.label} 指向「${reason.title}」，文件夹的名称却指向别的条款，可能用的是旧版编号`;
    case "folder-name-disagree":
      return `所在文件夹${reason.folder === "" ? "" : `「${visibleName(reason.folder)}」`}与文件名指向不同的条款`;
  }
}
