import type { PictureShape } from "../../../src/domain/picture.ts";
import type { PictureContent } from "../content.ts";

/** The shapes that are tried, the first that holds it. */
export type DrawAsked = { id: number; content: PictureContent; shapes: PictureShape[] };
/** `png` is null where the words have no room on any. */
export type Drawn = { png: Uint8Array; width: number; height: number } | { png: null };
export type DrawTold = { id: number } & (({ ok: true } & Drawn) | { ok: false; says: string });
