import { findEvents } from "./find-events.ts";
import { type Item, readSentence, type SentenceReading, unreadSentence } from "./items.ts";
import { laidOut } from "./lay-out.ts";
import { withShares } from "./own-points.ts";
import type { ParsedStandard, StandardClause, StandardSurroundings } from "./parsed-standard.ts";
import { beyondParts, headingLength, type Part, partsOf } from "./parts.ts";
import { bearsOnOthers } from "./plain-words.ts";
import type { Desk } from "./propose.ts";
import { readFormula } from "./read-formula.ts";
import { externalSource } from "./read-others.ts";
import { type Piece, readPieces } from "./read-pieces.ts";
import { isPlausible } from "./reader.ts";
import { isNotApplicable, isSourceRemark, saysUsual } from "./remarks.ts";
import { part, spell } from "./spelled.ts";
import { type Sentence, splitSentences } from "./split-sentences.ts";
import { usualWords } from "./usual-words.ts";
import { wholeLosses } from "./whole-loss.ts";

/**
 * Reads the 评分标准 of a clause as rules of the contract. Nothing is guessed: a sentence that is not understood whole becomes a
 * manual rule bounded by the clause's points, and a note. Documents are proposals, marked as such; the text is never altered.
 */
export function readStandard(standard: string, clause: StandardClause, around: StandardSurroundings = {}): ParsedStandard {
  const sentences = splitSentences(usualWords(spell(standard)));
  const points = Number.isFinite(Number(clause.points)) ? Number(clause.points) : 0;
  const parts = partsOf(sentences, points);
  // Each round gives at least one more sentence up to a person, so there are at most as many rounds as sentences.
  const doubtful = new Set<number>();
  for (;;) {
    const desk: Desk = { evidence: [], inputs: [], title: clause.title };
    const context = { points, desk, clause, around, whole: standard, rules: [] };
    const pieces = piecesOf(sentences, doubtful, points, standard, parts);
    const drawn = drawnIn(pieces);
    if (drawn.length > 0) {
      for (const index of drawn) doubtful.add(index);
      continue;
    }
    const result = readPieces(pieces, context);
    const over = result.kind === "read" ? beyondParts(result.rules, parts, points, owedBy(desk)) : [];
    if (over.length > 0 && over.some((index) => !doubtful.has(index))) {
      for (const index of over) doubtful.add(index);
      continue;
    }
    if (result.kind === "read") return laidOut(standard, desk, wholeLosses(result.rules, points), result.manual);
    for (const index of result.doubtful) doubtful.add(index);
    if (result.doubtful.every((index) => index < 0)) for (const index of sentences.keys()) doubtful.add(index);
  }
}

function owedBy({
  evidence,
}: Desk): (id: string) => { readonly per: "month" | "quarter" | "half" | "year" | "none"; readonly count: number } {
  return (id) => {
    const found = evidence.find((each) => each.id === id);
    return { per: found?.per ?? "none", count: found?.count ?? 1 };
  };
}

function withoutHeading(sentence: Sentence, parts: readonly Part[]): Sentence {
  const length = headingLength(sentence, parts);
  return length === 0 ? sentence : { ...sentence, ...part(sentence, length, sentence.text.length) };
}

/** 本项满分3分，……; ……（3分）每少1次: the clause's points said again. */
function withoutOwnPoints(sentence: Sentence, points: number): Sentence {
  const whole =
    /，(?:(?:以上|上述)(?:各项|两项|三项)?|两项|三项|四项|各项)(?:合计|累计|总计|共计)(?:最高|最多)?(?:扣|得|加|计)?(?:分)?(?:最高|最多|不超过)(?:扣|得|加|计)?(\d+(?:\.\d+)?)分$/u.exec(
      sentence.text,
    );
  // 两项合计最高得2分 of a clause of 2: limits nothing.
  if (whole !== null && Number(whole[1]) === points) return { ...sentence, ...part(sentence, 0, whole.index) };
  const said =
    /^(?:本项|该项|此项)?(?:满分|分值|基本分|基础分|标准分|总分)(?:为)?(\d+(?:\.\d+)?)分(?:[，：]|$)|(?<=，)(\d+(?:\.\d+)?)分，/u.exec(
      sentence.text,
    );
  if (said === null || Number(said[1] ?? said[2]) !== points) return sentence;
  const [before, behind] = [part(sentence, 0, said.index), part(sentence, said.index + said[0].length, sentence.text.length)];
  return { ...sentence, text: before.text + behind.text, at: [...before.at, ...behind.at] };
}

/** Opens a sentence that goes on with the one before: 其中……, 2人……, 情节严重的……. */
const goesOn =
  /^(?:(?:虽|已|有|虽已|虽有)[^，；]{1,16}，?(?:但|而|却)|其中|情节|性质|造成|导致|引发|仍|再次|屡|第[二三四五六2-6]|同时|连续|(?:其余|其他|其它|剩余)(?:的|情况|情形|各档|得|扣|不|，)|超过|超出|逾期超|超额|在此|在上|达到|不足|低于|每增|每多|每再|每继续|再|另|如|若|[2-9二三四五六两]\d*(?:人|次|起|处|个|项|家|件|名|户)|(?:发现|发生|出现|缺少?|少)(?:[2-9二三四五六两]\d*)(?:人|次|起|处|个|项|家|件|名|户))/u;

/** Sentences that have been understood by themselves, but not the one behind them that goes on with them. */
function drawnIn(pieces: readonly Piece[]): readonly number[] {
  // 同类问题合并计算: it has no amount of its own, so it changes those of the others.
  const changesAll = pieces.some(
    ({ reading, sentence: { text } }) =>
      reading.kind === "unknown" &&
      bearsOnOthers(text) &&
      !/\d分/u.test(text) &&
      (!/扣分|得分|计分/u.test(text) || /同一|上述|以上|重复|就高|最高/u.test(text)),
  );
  if (changesAll) return pieces.flatMap(({ reading, index }) => (reading.kind === "items" ? [index] : []));
  // 已备案得0.5分；已演练得0.5分；缺项不得分 (not understood): of which of them, or of all?
  const zeros = pieces.some(
    ({ reading, sentence: { text } }) => reading.kind === "unknown" && /不得分|[得计记]0分|零分/u.test(text) && !/\d分/u.test(text),
  );
  const awards = pieces.flatMap(({ reading, index }) =>
    reading.kind === "items" && reading.items.some(({ mode, kind }) => mode === "award" && kind === "award") ? [index] : [],
  );
  if (zeros && awards.length > 0) return awards;
  return pieces.flatMap((piece, at) => {
    const before = pieces[at - 1];
    const lost = piece.reading.kind === "unknown" && goesOn.test(piece.sentence.text);
    if (lost && before?.reading.kind === "items") return [before.index];
    // ……得1分（读不懂）；未召开的不得分: of what, only the sentence before says.
    const zero = piece.reading.kind === "items" && piece.reading.items.every(({ kind }) => kind === "zero");
    const given = before?.reading.kind === "unknown" && /[得加计记]\d/u.test(before.sentence.text);
    return zero && given ? [piece.index] : [];
  });
}

function piecesOf(
  sentences: readonly Sentence[],
  doubtful: ReadonlySet<number>,
  points: number,
  standard: string,
  parts: readonly Part[],
): readonly Piece[] {
  let lead = "";
  return sentences.map((whole, index): Piece => {
    const sentence = withShares(withoutOwnPoints(withoutHeading(whole, parts), points), points, standard);
    const reading = doubtful.has(index)
      ? unreadSentence(sentence)
      : isNotApplicable(sentence.text) || saysUsual(sentence.text) || (sentences.length > 1 && isSourceRemark(sentence.text))
        ? ({ kind: "statement" } as const)
        : (readFormula(sentence, index, points) ?? externalReading(sentence) ?? plausible(readSentence(sentence, index, lead), points));
    lead = reading.kind === "statement" ? sentence.text.replace(/[，。；：]+$/u, "") : "";
    return { sentence, index, reading, standard };
  });
}

function plausible(reading: SentenceReading, points: number): SentenceReading {
  if (reading.kind !== "items") return reading;
  return reading.items.every((item: Item) => isPlausible(item, points)) ? reading : { kind: "unknown", caps: [] };
}

/** 以……数据为准扣分，最多扣2分: no amount but a limit. */
function externalReading({ text, start, end }: Sentence): SentenceReading | undefined {
  const events = findEvents(text).filter(({ kind }) => kind !== "remark" && kind !== "floor");
  const scaled = /(?:结果|成绩|得分|评分)(?:按比例|的比例)折算/u.test(text);
  if (events.some(({ kind }) => kind !== "cap" && !(scaled && kind === "ratio"))) return undefined;
  const [cap, more] = events.filter(({ kind }) => kind === "cap");
  if (more !== undefined) return undefined;
  const source = externalSource(cap === undefined ? text : text.slice(0, cap.start));
  const max = cap?.amounts[0];
  return source === undefined
    ? undefined
    : { kind: "external", source, mode: /扣/u.test(text) ? "deduct" : "award", ...(max === undefined ? {} : { max }), start, end };
}
