import { compactText } from "./chinese-text.ts";

/** Names that a scanner, a telephone, an office program or haste gives: 扫描0001, IMG_20240315, 新建文档, 微信图片_2024, 1. They say nothing. */
const generic = new RegExp(
  `^(?:${[
    "扫描(?:全能王|王|件|文件|文档|图片|图像)?",
    "(?:微信|qq)(?:图片|截图|视频|文件|浏览器)?",
    "(?:新建|未命名|无标题|临时)?(?:microsoft|ms|wps)?(?:office)?(?:word|excel|powerpoint|docx?|xlsx?|pptx?|txt|pdf|文本|文字|表格|演示)?(?:文稿|文档|文件夹|文件|工作簿|工作表|演示文稿|文字文稿|压缩)?",
    "(?:img|dsc|dscn|dscf|pic|photo|image|mmexport|mvimg|pxl|screenshot|scan|scanner|camscanner|doc|docx|document|file|book|sheet|untitled|new|copy|wps|hp|scn|kdoc|tmp|page)+",
    "(?:屏幕)?截图|截屏|图片|照片|影印件|复印件|电子版|打印|传真|附件|材料|资料|佐证材料?|文件|文档|正文|定稿|终稿|最终版?|正式稿?|盖章版?|副本|复件|新|红头文件?|备份|发文|收文|汇总|最新版?|修改稿|修改版|原件|电子档|[a-z]",
  ].join("|")})$`,
  "u",
);

/** Tells whether a file name (or its words) says nothing about the document. */
export function isGenericName(name: string): boolean {
  return generic.test(compactText(name).replace(/[\d〇一二三四五六七八九十]+|[上下午时分秒年月日号页第份张版v]/gu, ""));
}

/** Names that a telephone, a chat program, a screen or a scanner gives: the figures in them are the moment of taking, saving or scanning. */
const deviceName =
  /^(?:微信(?:图片|截图|视频)|qq图片|mmexport|wx_?camera|img|dsc[nf]?|pic|photo|mvimg|pxl|screenshot|(?:屏幕)?截图|scan|camscanner|扫描(?:全能王|件|文件)?|ccf|scn)[\s_-]*\d/iu;

/** Tells whether a name comes from a telephone, a chat program, a screen or a scanner, so that nobody chose the figures in it. */
export function isDeviceName(name: string): boolean {
  return deviceName.test(name);
}
