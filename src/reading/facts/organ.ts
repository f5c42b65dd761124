const endings =
  "局|委员会|委|办公室|办|政府|厅|部|处|所|站|院|中心|大队|支队|总队|中队|救援站|公司|集团|厂|矿|学校|中学|小学|大学|学院|幼儿园|医院|街道办事处|办事处|居委会|村委会|支部|党组|指挥部|领导小组|工作组|调查组|检查组|督导组|专家组|评审组|专班|协会|联合会|合作社|商会|工会|法院|检察院|银行|支行|村|社区|镇|乡|街道|队|科|室|股|安委会|管委会|纪委监委|监委|组织部|宣传部|县|区|市|林场|车间|班组|项目部";
const organ = new RegExp(`^[\\p{Script=Han}A-Za-z0-9()·"“”、]{1,38}(?:${endings})$`, "u");
const stamp = /\s{0,4}\(?(?:盖章|公章|印章|章|签章|代章)\)?\s{0,2}:?$/u;
/** Words of sentences and titles: 研究部署…工作办公室 may end like an organ and is none. */
const sentence = /\d{5}|关于|[。;!?]|的(?:通知|报告|意见)|^(?:请|各|现|为|由|对|在|按|经|将|和|与)|[一二三四五六七八九十]、/u;

/** The organ that a line of its own names (落款, 版头), without （盖章）; undefined when it is something else. Expects folded text. */
export function organOf(text: string): string | undefined {
  const name = text
    .trim()
    .replace(/^(?:单位|落款|填报单位|报送单位|承诺单位|责任单位|发文单位)(?:\([^)]{0,6}\))?\s{0,4}:\s{0,4}/u, "")
    .replace(stamp, "")
    .trim();
  const tight = name.replace(/\s+/gu, "");
  if (tight.length < 3 || tight.length > 40 || !organ.test(tight) || sentence.test(tight)) return undefined;
  return tight;
}

/** Several organs on one line, apart by wide gaps: joint issue. Undefined when any part is no organ. */
export function organsOf(text: string): readonly string[] | undefined {
  const parts = text.trim().split(/\s{2,}|\|/u);
  const organs = parts.map(organOf).filter((name) => name !== undefined);
  if (organs.length === parts.length) return organs;
  const whole = organOf(text);
  return whole === undefined ? undefined : [whole];
}
