/** One thing that doctor looked at; `says` tells how to mend it where it is not right. */
export type Finding = { check: string; ok: boolean; says: string };
