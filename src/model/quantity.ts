/** A figure from a 细则 or a return (98.5 %, 12 起) as an integer number of thousandths: exact, like Points, but not points. */
export type Quantity = number & { readonly __unit: "thousandths" };

export function quantity(thousandthsValue: number): Quantity {
  return Math.round(thousandthsValue) as Quantity;
}

/** Reads a decimal as written, at most three decimals; a trailing % is allowed and means percent points. Undefined for anything else. */
export function parseQuantity(text: string): Quantity | undefined {
  const match = /^([+-]?)(\d{1,12})(?:\.(\d{1,3}))?[%％]?$/.exec(text.trim());
  if (match === null) return undefined;
  const value = Number(match[2]) * 1000 + Number((match[3] ?? "").padEnd(3, "0"));
  return quantity(match[1] === "-" ? -value : value);
}

export function formatQuantity(value: Quantity): string {
  const size = Math.abs(value);
  const fraction = String(size % 1000)
    .padStart(3, "0")
    .replace(/0+$/, "");
  return `${value < 0 ? "-" : ""}${Math.trunc(size / 1000)}${fraction === "" ? "" : `.${fraction}`}`;
}

export function quantityToNumber(value: Quantity): number {
  return value / 1000;
}
