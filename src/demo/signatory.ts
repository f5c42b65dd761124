/** Who signs a paper that another body issued: told by the 文号, else by the title. First rule that fits. */
const byNumber: readonly (readonly [RegExp, string])[] = [
  [/^市安委/u, "市安全生产委员会"],
  [/^东安委办/u, "东明区安全生产委员会办公室"],
  [/^东安委/u, "东明区安全生产委员会"],
  [/^东政/u, "东明区人民政府"],
  [/^东财/u, "东明区财政局"],
  [/^东消安/u, "东明区消防安全委员会"],
  [/^东森指/u, "东明区森林防灭火指挥部"],
];
const byTitle: readonly (readonly [RegExp, string])[] = [
  [/安委会/u, "东明区安全生产委员会"],
  [/理论学习中心组/u, "中共东明区委办公室"],
  [/森林防灭火指挥部|森林防火期禁火令|^东明区森林火灾应急预案/u, "东明区森林防灭火指挥部"],
  [/^顺达客运有限公司/u, "顺达客运有限公司"],
  [/安全生产先进|安全生产工作先进/u, "市安全生产委员会"],
  [/^东明区(?:党政领导|部门安全生产责任清单)/u, "东明区安全生产委员会"],
  [/^东明区生产安全事故应急预案/u, "东明区人民政府"],
];

/** The body that signs; the unit itself when nothing says otherwise. */
export function signatoryOf(docNumber: string, title: string, unit: string): string {
  const found = byNumber.find(([pattern]) => pattern.test(docNumber)) ?? byTitle.find(([pattern]) => pattern.test(title));
  return found?.[1] ?? unit;
}
