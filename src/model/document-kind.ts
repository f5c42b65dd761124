import { compactText } from "./chinese-text.ts";
import { type EvidenceKind, evidenceKinds } from "./evidence-kind.ts";

/** How people name each kind in file and folder names; frequent misspellings included (记要, 台帐, 纪录). */
export const kindWords = {
  会议纪要: ["会议纪要", "会议记要", "纪要", "记要"],
  会议记录: ["会议记录", "会议纪录", "会议记录本", "研究记录"],
  签到表: ["签到表", "签到册", "签到簿", "签到", "签名表", "到会名单"],
  会议通知: ["会议通知", "会议的通知", "参会通知", "开会通知"],
  通知: ["通知", "函"],
  方案: ["方案", "实施意见方案"],
  计划: ["计划", "工作安排", "规划"],
  要点: ["要点"],
  意见: ["意见"],
  制度: ["制度", "办法", "规定", "规程", "细则", "职责清单", "章程"],
  文件: ["文件", "红头文件", "发文"],
  通报: ["通报", "情况通报"],
  总结: ["总结", "小结"],
  报告: ["报告", "汇报", "专报", "述职"],
  检查记录: ["检查记录", "检查纪录", "检查表", "检查单", "巡查记录", "排查记录", "巡查台账", "督查记录", "检查台账"],
  整改通知: ["整改通知", "整改通知书", "责令限期整改", "责令整改", "整改指令书", "督办函", "交办单"],
  整改: ["整改", "整改情况", "整改报告", "整改回复", "闭环"],
  复查: ["复查", "复核", "复查意见书", "销号"],
  责任书: ["责任书", "责任状", "目标责任书"],
  预案: ["预案"],
  演练: ["演练", "演习"],
  培训: ["培训", "授课", "讲座"],
  试卷: ["试卷", "考卷", "考试卷", "答卷", "试题"],
  课件: ["课件", "讲稿", "教案"],
  照片: ["照片", "图片", "合影", "相片", "影像照片", "现场图"],
  影像: ["影像", "视频", "录像", "录音"],
  台账: ["台账", "台帐"],
  花名册: ["花名册", "名册", "名单", "人员名单", "通讯录"],
  清单: ["清单", "明细", "一览表", "目录"],
  执法文书: ["执法文书", "处罚决定书", "行政处罚", "现场检查笔录", "询问笔录", "送达回证", "案卷", "决定书", "执法记录"],
  表彰: ["表彰", "表扬", "嘉奖", "奖状", "荣誉"],
  数据: ["数据", "统计表", "报表", "统计"],
  说明: ["说明", "情况说明"],
  宣传: ["宣传", "宣教", "标语", "展板", "横幅", "海报"],
  预算: ["预算", "拨付", "拨款", "经费"],
  批示: ["批示", "批阅", "阅批", "圈阅"],
  学习记录: ["学习记录", "学习纪录", "学习笔记", "中心组学习", "传达学习"],
  值班记录: ["值班记录", "值班纪录", "值班表", "值守记录", "值班日志", "交接班记录"],
  承诺书: ["承诺书", "承诺"],
  公示: ["公示", "公告"],
  合同: ["合同", "协议", "协议书"],
  证书: ["证书", "资格证", "上岗证", "合格证", "证件"],
} satisfies Record<EvidenceKind, readonly string[]>;

/** Kinds between which a name does not tell reliably; a file of one is not refused for another of the same family. */
const families: readonly (readonly EvidenceKind[])[] = [
  ["会议纪要", "会议记录", "学习记录"],
  ["会议通知", "通知", "文件"],
  ["方案", "计划", "要点", "意见", "制度", "文件", "通知", "预案"],
  ["总结", "报告", "说明", "通报", "文件"],
  ["检查记录", "整改通知", "整改", "复查", "执法文书", "台账"],
  ["照片", "影像"],
  ["台账", "清单", "花名册", "数据", "签到表"],
  ["培训", "课件", "试卷", "学习记录", "宣传"],
  ["演练", "预案"],
  ["责任书", "承诺书", "合同"],
  ["表彰", "通报", "文件", "证书"],
  ["预算", "文件", "数据", "合同"],
  ["公示", "通知", "宣传"],
];
/** What an activity leaves behind is told by its last word: 演练照片 is a photograph, but it speaks of the 演练. */
const activities: readonly EvidenceKind[] = ["整改", "复查", "演练", "培训", "宣传", "表彰", "批示", "预算", "公示"];

const wordTable = buildTable();

export interface KindsRead {
  /** What the document is: the last kind named, as Chinese titles put it; 关于印发…方案的通知 is a 方案. */
  readonly main?: EvidenceKind;
  /** Every kind named anywhere. */
  readonly all: ReadonlySet<EvidenceKind>;
}

/** Reads the kinds from words; longer words win over the shorter ones inside them. */
export function kindsIn(words: string): KindsRead {
  const text = compactText(words);
  const all = new Set<EvidenceKind>();
  const order: EvidenceKind[] = [];
  for (let at = 0; at < text.length; ) {
    const entry = kindWordAt(text, at);
    if (entry === undefined) {
      at++;
      continue;
    }
    all.add(entry.kind);
    order.push(entry.kind);
    at += entry.word.length;
  }
  const main = forwarded(text, order) ?? order.at(-1);
  return { ...(main === undefined ? {} : { main }), all };
}

/** Nobody would hand in the one for the other: 照片 for 会议纪要. */
export function kindsClash(found: KindsRead, wanted: EvidenceKind): boolean {
  const { main } = found;
  if (main === undefined || main === wanted || found.all.has(wanted)) return false;
  if (activities.includes(wanted) || activities.includes(main)) return false;
  return !families.some((family) => family.includes(main) && family.includes(wanted));
}

/** Something that is done, not a sheet of paper: it can be a document's topic. */
export function isActivity(kind: EvidenceKind): boolean {
  return activities.includes(kind);
}

/** Names the document an activity that the requirement knows nothing of? 燃气安全宣传总结 is no summary of the 专项整治. */
export function hasStrayActivity(found: KindsRead, known: ReadonlySet<EvidenceKind>): boolean {
  for (const kind of found.all) if (activities.includes(kind) && !known.has(kind)) return true;
  return false;
}

/** Takes every word that names a kind out of a compact text. */
export function withoutKindWords(compact: string): string {
  let rest = "";
  let from = 0;
  for (let at = 0; at < compact.length; ) {
    const entry = kindWordAt(compact, at);
    if (entry === undefined) {
      at++;
      continue;
    }
    rest += compact.slice(from, at);
    at += entry.word.length;
    from = at;
  }
  return from === 0 ? compact : rest + compact.slice(from);
}

interface KindWord {
  readonly word: string;
  readonly kind: EvidenceKind;
}

/** The longest word of a kind that begins here. */
function kindWordAt(text: string, at: number): KindWord | undefined {
  const entries = wordTable.get(text.charCodeAt(at));
  if (entries !== undefined) for (const entry of entries) if (text.startsWith(entry.word, at)) return entry;
  return undefined;
}

/** 关于印发《…方案》的通知, 关于下达…预算的通知: the 通知 only carries it. */
function forwarded(text: string, order: readonly EvidenceKind[]): EvidenceKind | undefined {
  if (order.at(-1) !== "通知" || !/印发|转发|下发|发布|下达|拨付|批转|公布/u.test(text)) return undefined;
  return order.at(-2);
}

/** The words by the code of their first character, longest first. */
function buildTable(): ReadonlyMap<number, readonly KindWord[]> {
  const table = new Map<number, KindWord[]>();
  for (const kind of evidenceKinds) {
    for (const word of kindWords[kind]) table.set(word.charCodeAt(0), [...(table.get(word.charCodeAt(0)) ?? []), { word, kind }]);
  }
  for (const entries of table.values()) entries.sort((a, b) => b.word.length - a.word.length);
  return table;
}
