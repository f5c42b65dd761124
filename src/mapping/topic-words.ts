import { bigramsOf } from "../model/chinese-text.ts";
import { withoutKindWords } from "../model/document-kind.ts";

/** Words that every package uses for everything: they carry no topic. Longest first, so that 佐证材料 goes before 材料. */
const filler =
  /佐证材料|支撑材料|证明材料|相关材料|备查资料|完成情况|落实情况|工作情况|关于|印发|转发|佐证|材料|资料|证明|支撑|相关|有关|其他|其它|附件|工作|情况|落实|开展|汇总|考核|自查|迎检|迎考|省考|年度|全年|扫描|图片|微信|新建|文件夹|及其|[及和与的等第份]/gu;
/** Words of the whole trade: they narrow nothing down when they stand alone. */
const broad =
  /安全生产|消防安全|森林防火|森林防灭火|应急管理|党政领导|企业|单位|部门|乡镇|街道|领导|安全|生产|消防|防火|应急|隐患|排查|检查|督查|责任|会议|专项|专题|整治|部署|学习|传达|活动|党委|政府|全区|我区|全县|我县|全市|我市|区级|县级|重点|行业|领域|系统|加强|推进|进一步|做好|人员|管理|治理|体系|建设|召开|研究|定期|组织/gu;

/** 安全生产 in two titles does not make them alike. */
export const broadPairs: ReadonlySet<string> = new Set(broad.source.split("|").flatMap((word) => [...bigramsOf(word)]));

/** The topic of a compact text: without filler; what is left may still be broad. */
export function coreOf(compact: string): string {
  return compact.replace(filler, "");
}

/** The part of a compact text that can tell one clause from another: no filler, no kinds, no words of the whole trade. */
export function specificOf(compact: string): string {
  return withoutKindWords(coreOf(compact)).replace(broad, "");
}
