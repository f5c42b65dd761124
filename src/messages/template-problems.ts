import type { TemplateProblem } from "../model/template-problem.ts";
import { choices, meant, type Wording } from "./wording.ts";

export const templateWording: Wording<TemplateProblem> = {
  "template-missing": ({ name }) => ({
    what: `模板文件夹里没有「${name}」。`,
    next: "从自带的模板里复制一份，或者去掉 yingkao.yaml 的 templates。",
  }),
  "template-not-docx": ({ detail }) => ({ what: `模板不是能读的 .docx 文件：${detail}。`, next: "用 WPS 或者 Word 打开，另存为 .docx。" }),
  "unknown-placeholder": ({ name, nearest, known, paragraph }) => ({
    what: `模板里有不认识的占位符「${name}」，在「${paragraph}」一段。`,
    next: meant(nearest, choices("可以用：", known, "删去它。")),
  }),
  "unclosed-placeholder": ({ text, paragraph }) => ({
    what: `模板里的占位符「${text}」没有写完整，在「${paragraph}」一段。`,
    next: "补上缺少的括号，整个占位符一次录入、格式一致。",
  }),
  "missing-placeholder": ({ name }) => ({ what: `模板里缺少占位符「${name}」，文书会少一部分内容。`, next: "在模板里合适的地方补上。" }),
  "misplaced-placeholder": ({ name, paragraph }) => ({
    what: `占位符「${name}」应单独成段，现在在「${paragraph}」一段里。`,
    next: "让它独占一段。",
  }),
};
