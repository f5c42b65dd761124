/** A number as a sheet shows it: value and format code to text. */
export type NumberDisplay = (value: number, format: string) => string;

/** Formats that are shown without help: 0, 0.00, #,##0.0, 0%, 0.0% and the same with words around them. */
const plain = /^(?:"([^"]*)")?(#,##)?0(?:\.(0+))?(%)?(?:"([^"]*)"|([分项次个人件]))?(?:_[ )])?$/;

export function isPlainFormat(format: string): boolean {
  return isGeneral(format) || plain.test(format);
}

/** For plain formats only; any other is shown as the value is stored. */
export function plainNumber(value: number, format: string): string {
  const parts = isGeneral(format) ? null : plain.exec(format);
  if (parts === null) return generalNumber(value);
  const [, before = "", thousands, decimals = "", percent = "", quoted = "", bare = ""] = parts;
  const rounded = rounded15(percent === "" ? value : value * 100, decimals.length);
  return before + (thousands === undefined ? rounded : separated(rounded)) + percent + quoted + bare;
}

function isGeneral(format: string): boolean {
  return format === "" || format === "@" || /^(?:General|G\/通用格式)$/i.test(format);
}

/** A cell of usual width shows eleven signs: ten digits, nine behind "0.". Fifteen digits are all that it keeps. */
function generalNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  return String(Number(value.toPrecision(Math.abs(value) < 1 ? 9 : 10)));
}

/** Rounds as Excel does, by the fifteen decimal digits and half away from zero: 100.05 becomes 100.1, though its binary value is less. */
function rounded15(value: number, decimals: number): string {
  const exact = Math.abs(Number(value.toPrecision(15)));
  if (exact >= 1e15 || exact < 1e-6) return value.toFixed(decimals);
  const shifted = Math.round(Number(`${exact}e${decimals}`));
  const text = Number(`${shifted}e-${decimals}`).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `-${text}` : text;
}

function separated(text: string): string {
  const [whole = "", rest] = text.split(".");
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ",") + (rest === undefined ? "" : `.${rest}`);
}
