import type { StandardReading } from "./draft.ts";

/** A veto: one question for a person (有无……), and what it does as far as the text says. */
export function vetoReading(text: string, grades: readonly string[], heading = ""): StandardReading {
  const name = questionOf(text);
  const inputs = [{ id: "happened", name, type: "yesno" }];
  const rule = (effect: Readonly<Record<string, string>>) => ({ kind: "veto", input: "happened", is: true, ...effect, text });
  const capped = grades.find((grade) =>
    new RegExp(`(?:判定?为|评定?为|定为|不得?高于|不得评为.{0,6}以上|降为|直接)\\s*“?${literally(grade)}`, "u").test(`${heading} ${text}`),
  );
  if (capped !== undefined) return { rules: [rule({ scope: "grade", gradeAtMost: capped })], inputs, evidence: [], notes: [] };
  if (/本(?:项|条|项目)?[^，。；]{0,6}(?:不得分|[计得为]?\s*[零0０]分|按\s*[0零０]\s*分)/u.test(text) && !/总/u.test(text)) {
    return { rules: [rule({ scope: "clause" })], inputs, evidence: [], notes: [] };
  }
  const total =
    /总(?:得)?(?:成绩|分|评)[^，。；]{0,8}(?:[零0０]\s*分|为零|清零)|(?:年度)?考核(?:总)?(?:得分|成绩)[^，。；]{0,6}(?:[零0０]\s*分|为零)/u.test(
      text,
    );
  return { rules: [rule({ scope: "total" })], inputs, evidence: [], notes: total ? [] : [{ code: "veto-scope", text }] };
}

/** 发生较大事故的，一票否决 → 是否发生较大事故. */
function questionOf(text: string): string {
  const head = text.split(/[，,；;。]/u)[0] ?? text;
  const bare = head.replace(/^[\d（(一二三四五六七八九十)）、.．\s]+/u, "").replace(/的$/u, "");
  return `是否${bare.replace(/^(?:凡|对|如|若)/u, "")}`;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
