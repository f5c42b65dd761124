import { nearest } from "./nearest.ts";

/** Keys that people write in Chinese because the column of the 细则 is called so. */
const chinese: Readonly<Record<string, readonly string[]>> = {
  标题: ["title"],
  名称: ["name", "title"],
  考核单位: ["scorer", "issuer"],
  评分单位: ["scorer"],
  版本: ["edition"],
  考核年度: ["period"],
  总分: ["total"],
  等次: ["grades"],
  领域: ["fields", "field"],
  考核项目: ["sections"],
  条款: ["clauses", "clause"],
  编号: ["label", "id"],
  序号: ["label", "id"],
  代号: ["id"],
  分值: ["points"],
  分数: ["points"],
  考核内容: ["requirement"],
  评分标准: ["standard"],
  责任单位: ["units"],
  牵头单位: ["lead"],
  配合单位: ["with"],
  佐证材料: ["evidence"],
  材料: ["evidence"],
  关键词: ["keywords"],
  规则: ["rules"],
  评分规则: ["rules"],
  加分: ["bonus"],
  单位: ["unit", "units"],
  别名: ["aliases"],
  文件夹: ["folder"],
  截止日期: ["deadline", "due"],
  期限: ["due", "deadline", "by"],
  行业: ["industry"],
  主管部门: ["supervisors"],
  自评分: ["claimed"],
  情况说明: ["statement"],
  不涉及: ["notApplicable"],
  整改: ["remedy"],
  备注: ["note"],
  日期: ["date"],
  路径: ["path"],
};

/** The key that was probably meant. */
export function nearestKey(key: string, known: readonly string[]): string | undefined {
  const meant = Object.hasOwn(chinese, key.trim()) ? chinese[key.trim()] : undefined;
  return meant?.find((candidate) => known.includes(candidate)) ?? nearest(key, known);
}
