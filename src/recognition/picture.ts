/** A decoded picture, rows from the top: RGBA with four bytes a pixel, or grey with one. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Bytes a pixel: 4 or 1. Undefined when the data does not fit the size, or there is none. */
export function channelsOf({ width, height, data }: Picture): 1 | 4 | undefined {
  const pixels = width * height;
  if (pixels < 1) return undefined;
  return data.length === pixels * 4 ? 4 : data.length === pixels ? 1 : undefined;
}

/**
 * The red channel as a grey picture: red ink shows as white there, so a seal across the date fades and the date comes back.
 * Grey pictures stay as they are.
 */
export function redChannel(picture: Picture): Picture {
  const { width, height, data } = picture;
  if (channelsOf(picture) !== 4) return picture;
  const red = new Uint8Array(width * height);
  for (let i = 0; i < red.length; i++) red[i] = data[i * 4] ?? 0;
  return { width, height, data: red };
}

/** Turned clockwise by a quarter, grey only. */
export function quarterTurn({ width, height, data }: Picture): Picture {
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) turned[x * height + (height - 1 - y)] = data[y * width + x] ?? 0;
  return { width: height, height: width, data: turned };
}
