import type { LinkReason } from "../model/mapping.ts";
import type { TextPlace } from "../model/reading.ts";
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
    case "content-title":
      return `文内标题「${short(reason.quote)}」（${placeWords(reason.at)}）与「${reason.title}」相符`;
    case "content-keywords":
      return `正文中有关键词：${reason.keywords.join("、")}（${placeWords(reason.at)}「${short(reason.quote)}」）`;
    case "content-kind":
      return `从内容看，材料种类是${reason.kind}（${placeWords(reason.at)}「${short(reason.quote)}」）`;
    case "content-issuer":
      return `文件由${reason.issuer}制发（${placeWords(reason.at)}「${short(reason.quote)}」）`;
    case "content-alike":
      return `正文用词与「${reason.evidence}」相近（其用词的 ${reason.share}% 见于正文）`;
    case "content-recognised":
      return "文字由图片识别得来，不单独作准";
    case "name-content-disagree":
      return `文件名与内容不符：${placeWords(reason.at)}写的是「${short(reason.quote)}」`;
    case "folder-content-disagree":
      return `所在文件夹${reason.folder === "" ? "" : `「${visibleName(reason.folder)}」`}与内容不符：${placeWords(reason.at)}写的是「${short(reason.quote)}」`;
  }
}

/** 第3段, 第2页, 表「台账」A1: where in the document something stands. */
export function placeWords(at: TextPlace): string {
  switch (at.kind) {
    case "paragraph":
      return `第${at.paragraph}段`;
    case "page":
      return `第${at.page}页`;
    case "cell":
      return `表「${visibleName(at.sheet)}」${at.cell}`;
    case "slide":
      return `第${at.slide}张幻灯片`;
    case "line":
      return `第${at.line}行`;
    case "mail":
      return `邮件的${visibleName(at.part)}`;
    case "properties":
      return `文件属性${visibleName(at.property)}`;
  }
}

const quoteMost = 40;

function short(text: string): string {
  const shown = visibleName(text);
  const letters = Array.from(shown);
  return letters.length > quoteMost ? `${letters.slice(0, quoteMost).join("")}…` : shown;
}
