/** Platforms whose messages can be drawn. */
export const faces = ["slack", "discord"] as const;
export type Face = (typeof faces)[number];
