import { expect, test } from "vitest";
import { openOle } from "../../../src/reading/formats/ole.ts";
import { type OleProperties, readOleProperties } from "../../../src/reading/formats/ole-properties.ts";
import { oleOf } from "./ole-samples.ts";

/** SummaryInformation with the time of creation (100 ns since 1601, UTC) and the number of pages. */
function propertiesWith(created: bigint, pages: number, type = 0x40): OleProperties {
  const set = Buffer.alloc(48);
  for (const [i, value] of [48, 2, 0x0c, 24, 0x0e, 36, type, 0, 0, 3, pages].entries()) set.writeUInt32LE(value, i * 4);
  set.writeBigUInt64LE(created, 28);
  const head = Buffer.alloc(48);
  head.writeUInt32LE(48, 44);
  const ole = openOle(oleOf({ "\u0005SummaryInformation": Buffer.concat([head, set]) }));
  return ole === undefined ? {} : readOleProperties(ole);
}

const ticks = (utc: string): bigint => (BigInt(Date.parse(utc)) + 11_644_473_600_000n) * 10_000n;

test("旧版 Office 文件的制作日期按北京时间算，页数照读", () => {
  expect(propertiesWith(ticks("2024-03-14T15:59:59Z"), 5)).toEqual({ createdOn: "2024-03-14", pages: 5 });
  expect(propertiesWith(ticks("2024-03-14T16:00:00Z"), 5)).toEqual({ createdOn: "2024-03-15", pages: 5 });
});

test("没有写明或写坏的制作日期、页数不取", () => {
  expect(propertiesWith(0n, 0)).toEqual({});
  expect(propertiesWith(2n ** 63n, 0)).toEqual({});
  expect(propertiesWith(ticks("2024-03-14T15:59:59Z"), 0, 0x1e)).toEqual({});
});
