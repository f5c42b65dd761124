import type { PaperFacts } from "./paper.ts";

/** The text of a paper in reading order, without its title. */
export interface Letter {
  readonly opening: string;
  readonly paragraphs: readonly string[];
}

type Composer = (paper: PaperFacts) => Letter;

/** By the last word of the title that names a kind; the first rule that fits. */
const composers: readonly (readonly [RegExp, Composer])[] = [
  [/纪要|会议记录|研究记录/u, minutes],
  [/责任书|承诺书/u, pledge],
  [/检查记录|排查记录|巡护记录|生产记录|值班记录|复查记录/u, inspection],
  [/演练|培训|宣传|学习记录/u, activity],
  [/总结|报告|通报/u, account],
  [/通知|方案|意见|要点|计划|预案|办法|制度|规程|公告|公示|批复/u, notice],
];

/** A plausible short paper of its kind. Everything that it states is the demo's own and stands for no real unit. */
export function composeLetter(paper: PaperFacts): Letter {
  const found = composers.find(([pattern]) => pattern.test(lastWords(paper.title)))?.[1] ?? account;
  return found(paper);
}

/** 2024年3月15日; empty for an empty date. */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split("-");
  return day === undefined ? "" : `${year ?? ""}年${Number(month)}月${Number(day)}日`;
}

function lastWords(title: string): string {
  return /方案|总结|报告|预案|通报/u.exec(title.slice(-6))?.[0] ?? title;
}

function minutes(paper: PaperFacts): Letter {
  return {
    opening: `${chineseDate(paper.date)}，${paper.issuer}召开会议，现将会议研究事项纪要如下：`,
    paragraphs: [
      ...number(paper.says, "会议听取前一阶段工作情况，分析形势，研究部署下一步工作。"),
      "会议要求，各责任单位按照分工抓好落实，每月底前报送进展情况。",
      "出席：各成员单位分管负责同志。请假：无。记录：办公室。",
    ],
  };
}

function pledge(paper: PaperFacts): Letter {
  return {
    opening: "为落实工作责任，签订本责任书，双方共同遵守。",
    paragraphs: [
      ...number(paper.says, "责任单位主要负责人为第一责任人，对本辖区、本单位工作负总责。"),
      "本责任书一式两份，双方各执一份，自签订之日起生效。",
      `签订日期：${chineseDate(paper.date)}`,
    ],
  };
}

function inspection(paper: PaperFacts): Letter {
  return {
    opening: `时间：${chineseDate(paper.date)}　地点：辖区有关单位和场所　检查人员：工作人员2名以上`,
    paragraphs: [
      ...number(paper.says, "现场查看制度、台账和重点部位，未发现重大隐患。"),
      "处理结果：能够当场整改的已当场整改，其余限期整改，已复查合格。",
    ],
  };
}

function activity(paper: PaperFacts): Letter {
  return {
    opening: `活动时间：${chineseDate(paper.date)}　组织单位：${paper.issuer}`,
    paragraphs: [...number(paper.says, "活动按照方案组织，参加人员签到，过程留有影像资料。"), "活动结束后进行了讲评，资料已归档。"],
  };
}

function account(paper: PaperFacts): Letter {
  return {
    opening: "现将有关情况报告如下：",
    paragraphs: [...number(paper.says, "各项工作按照计划推进，责任到人、措施到位。"), "下一步，对照要求查漏补缺，巩固工作成效。"],
  };
}

function notice(paper: PaperFacts): Letter {
  return {
    opening: addressees(paper),
    paragraphs: [
      ...number(paper.says, "明确工作目标、重点任务和责任分工，确保各项措施落到实处。"),
      "各单位要加强组织领导，压实工作责任，严格督促检查，确保取得实效。",
    ],
  };
}

function addressees(paper: PaperFacts): string {
  if (/公告|公示|预案|规程|制度/u.test(paper.title)) return "根据有关规定，结合实际，明确如下：";
  if (/批复/u.test(paper.title)) return "你单位请示收悉，经研究，批复如下：";
  return /公司$/u.test(paper.issuer) ? "各部门、各班组：" : "各乡镇（街道），各有关单位：";
}

/** One point stands without a number. */
function number(says: readonly string[], fallback: string): readonly string[] {
  if (says.length <= 1) return [says[0] ?? fallback];
  const ordinals = ["一、", "二、", "三、", "四、", "五、"];
  return says.map((text, index) => `${ordinals[index] ?? ""}${text}`);
}
