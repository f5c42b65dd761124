import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clauseId, clauseTitle, evidenceName, makeCriteria } from "./make-criteria.mjs";
import { makeUnits, seededRandom, workspaceYaml } from "./make-workspace.mjs";

/** Raise it when the generator changes: an old tree is then made anew. */
const VERSION = 1;

const places = [
  "河西村",
  "东风社区",
  "新桥市场",
  "石坪组",
  "南岭工业园",
  "金塘水库",
  "老街",
  "北山林场",
  "湖口码头",
  "开元小区",
  "上坝",
  "青杠林",
];
const firms = [
  "宏达建材厂",
  "佳美超市",
  "顺通物流公司",
  "永兴加油站",
  "金源宾馆",
  "东盛机械厂",
  "百味园饭店",
  "天和医药公司",
  "绿源农机合作社",
];
const people = ["带班领导", "网格员", "驻点干部", "执法人员", "值班长", "片区负责人", "联络员", "技术人员", "专家组", "村支书"];
const deeds = [
  "查看了",
  "复核了",
  "登记了",
  "督促整改了",
  "更换了",
  "清点了",
  "检修了",
  "拍照留存了",
  "约谈了有关人员并处理了",
  "现场演示了",
];
const things = [
  "配电箱和临时线路",
  "灭火器与应急灯",
  "安全出口的指示标志",
  "值班交接的记录",
  "防火隔离带",
  "仓库里的堆码",
  "员工培训的签到",
  "锅炉房的压力表",
  "电梯的检验标志",
  "校车的安全带",
  "河堤上的警示牌",
  "脚手架的连墙件",
  "厨房排烟管道",
  "装卸区的防撞墩",
  "防汛沙袋和编织袋",
  "液化气瓶的合格证",
  "监控的存储时长",
  "宿舍内的充电插座",
];
const ends = [
  "当场改好",
  "限三日内办结",
  "没有发现问题",
  "已经列入清单",
  "由本单位派人跟进",
  "下月再看一次",
  "要求写出书面说明",
  "费用从年度经费里列支",
  "已向群众说明",
  "照片另存",
];

/**
 * A workspace of text papers that say what they are, no two alike: names tell the clause of one third, folders of another, and the rest
 * are called 扫描件00001 in folders that tell nothing, so that only the content can be asked.
 */
export function makePapers(work, { name, clauses, units, files }) {
  const root = join(work, name);
  const recipe = JSON.stringify({ VERSION, clauses, units, files });
  const stamp = join(root, ".recipe.json");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === recipe) return root;
  rmSync(root, { recursive: true, force: true });
  const list = makeUnits(units);
  mkdirSync(join(root, "criteria"), { recursive: true });
  writeFileSync(join(root, "criteria", "2024.yaml"), makeCriteria(clauses, list));
  writeFileSync(join(root, "yingkao.yaml"), workspaceYaml(list));
  const random = seededRandom(20241211);
  for (let n = 0; n < files; n += 1) {
    const [clause, turn] = [n % clauses, Math.floor(n / clauses)];
    const unit = list[clause % list.length];
    const title = evidenceName(clause, turn);
    const told = [`资料${(n % 40) + 1}`, `${clauseId(clause)} ${clauseTitle(clause)}`, `资料${(n % 40) + 1}`][n % 3];
    const folder = join(root, "evidence", unit.folder, told);
    mkdirSync(folder, { recursive: true });
    const file = n % 3 === 0 ? `${title}-${n}` : `扫描件${String(n).padStart(5, "0")}`;
    writeFileSync(join(folder, `${file}.txt`), paper(title, unit.name, clauseTitle(clause), random));
  }
  writeFileSync(stamp, recipe);
  return root;
}

function paper(title, unit, topic, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const day = (most) => 1 + Math.floor(random() * most);
  const lines = Array.from({ length: 12 + day(8) }, () => {
    const parts = Array.from({ length: 2 + day(3) }, () => `${pick(people)}在${pick(places)}${pick(firms)}${pick(deeds)}${pick(things)}`);
    return `${day(12)}月${day(28)}日，${parts.join("，")}，${pick(ends)}。`;
  });
  const opening = `按照上级要求，现将${topic}的有关情况记录如下。`;
  return [title, "", `各镇人民政府、区直有关部门：`, opening, ...lines, unit, `2024年${day(12)}月${day(28)}日`, ""].join("\n");
}
