import { makeDate } from "../../model/dates.ts";
import type { PersonalData, TextPlace } from "../../model/reading.ts";
import type { Line, Paper } from "./paper-lines.ts";

const figures = /(?<![\dA-Za-z])\d[\d\s-]{9,30}[\dXx](?![\dA-Za-z])/gu;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const bankWord = /卡号|帐号|账号|账户|帐户|银行|开户/u;

/** 身份证号, mobile numbers, bank cards: counted, never kept. Undefined when there are none. */
export function countPersonal({ lines, margins }: Paper): PersonalData | undefined {
  const counts = { idNumbers: 0, phones: 0, bankCards: 0 };
  let first: TextPlace | undefined;
  for (const line of [...lines, ...margins]) {
    if (!/\d[\d\s-]{9}/u.test(line.text)) continue;
    for (const kind of numbersIn(line)) {
      counts[kind]++;
      first ??= line.at;
    }
  }
  return first === undefined ? undefined : { ...counts, first };
}

function numbersIn({ text }: Line): readonly ("idNumbers" | "phones" | "bankCards")[] {
  const found: ("idNumbers" | "phones" | "bankCards")[] = [];
  for (const match of text.matchAll(figures)) {
    const whole = match[0].replace(/[\s-]/gu, "");
    const near = bankWord.test(text.slice(Math.max(0, match.index - 30), match.index));
    const parts = kindOf(whole, near) === undefined ? match[0].split(/\s+/u).map((part) => part.replaceAll("-", "")) : [whole];
    for (const part of parts) {
      const kind = kindOf(part, near);
      if (kind !== undefined) found.push(kind);
    }
  }
  return found;
}

function kindOf(digits: string, nearBank: boolean): "idNumbers" | "phones" | "bankCards" | undefined {
  if (/^1[3-9]\d{9}$/u.test(digits)) return "phones";
  if (/^[1-9]\d{16}[\dXx]$/u.test(digits) && isIdNumber(digits)) return "idNumbers";
  return nearBank && /^\d{16,19}$/u.test(digits) && passesLuhn(digits) ? "bankCards" : undefined;
}

/** GB 11643: a day of birth that exists, and the check digit of ISO 7064 MOD 11-2. */
function isIdNumber(digits: string): boolean {
  if (makeDate(Number(digits.slice(6, 10)), Number(digits.slice(10, 12)), Number(digits.slice(12, 14))) === undefined) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return "10X98765432"[sum % 11] === digits[17]?.toUpperCase();
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
