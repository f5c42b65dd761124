import { expect, test } from "vitest";
import { chosenPages } from "../../src/recognition/chosen-pages.ts";

test.each([
  [1, 6, [1]],
  [6, 6, [1, 2, 3, 4, 5, 6]],
  [40, 6, [1, 2, 3, 4, 5, 40]],
  [40, 1, [1]],
  [2, 0, []],
  [0, 6, []],
])("共 %d 页、最多识别 %d 页时取 %j", (pages, cap, chosen) => {
  expect(chosenPages(pages, cap)).toEqual(chosen);
});
