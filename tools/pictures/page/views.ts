/**
 * How wide a picture is, in CSS pixels, and how many pixels of it one of them is. A phone of today is
 * 390 wide; on a desktop about 760 are left for the words of a message beside its picture.
 */
export const views = {
	phone: { width: 390, scale: 2 },
	desktop: { width: 844, scale: 1 },
} as const;

export type View = keyof typeof views;
export const viewNames = Object.keys(views) as View[];

export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Heights are told in screens of such a phone, in CSS pixels. */
export const screenHeight = 844;
