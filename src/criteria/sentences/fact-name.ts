/** 不超过0.8‰，超过: what is asked for and that it was missed; the question is only whether it was. */
const againstLimit = /^(.*?)不(?:得|应|能)?(超过|高于|大于|多于|低于|少于|小于)([\d.]+\D{0,4}?)，\2(?:\3|的)?$/u;

/** The name of a fact as a question that a clerk can answer: without the points of what is asked for before it (…（12分）), without 每人 behind it. */
export function factName(words: string): string {
  const own = words.replace(againstLimit, "$1$2$3").replace(/^.*[\d.]+分，(?=.{2})/u, "");
  const bare = own.replace(/[，的]+每[人家处个项]$/u, "");
  return bare.length < 2 ? own : bare;
}

/** What is counted, by the words in front of 扣: 缺1次 → 缺的次数; 队员少于30人 → how many are lacking, not how many there are. */
export function countName(written: string, unit: string, missed: boolean): string {
  const words = written.replace(/[，：、的]+$/u, "");
  if (unit === "") return words;
  const number = `${unit.replace(/^个/u, "")}数`;
  const single = new RegExp(`^(?:(.*)，)?([^，]+?)[1一](?:个?${unit}|个([^，\\d]{1,6}))$`, "u").exec(words);
  if (single !== null) {
    const [, before = "", own = "", noun] = single;
    return `${before === "" ? "" : `${before}，`}${own.replace(/每(?=.)/u, "")}的${noun === undefined ? number : `${noun}数`}`;
  }
  const short = missed && new RegExp(`(?:少于|不足|低于|未达到|达不到|不到)[\\d.]+${unit}$`, "u").test(words);
  return short ? `${words.slice(words.lastIndexOf("，") + 1)}，少的${number}` : words;
}
