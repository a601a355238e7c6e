import type { Json } from "./world.ts";

/** A fault of a body, as Discord names it: where, its code, its words. */
export type Fault = { path: string; code: string; message: string };

/** An answer of Discord's that is an error. */
export type Refusal = { status: number; body: Json };

export const refusal = (status: number, code: number, message: string): Refusal => ({
	status,
	body: { message, code },
});

/** 50035 with its tree of faults. */
export function invalidForm(faults: readonly Fault[]): Refusal {
	const errors: Json = {};
	for (const { path, code, message } of faults) {
		let at = errors;
		for (const step of path.split(".")) {
			at[step] ??= {};
			at = at[step] as Json;
		}
		at._errors = [...((at._errors as unknown[] | undefined) ?? []), { code, message }];
	}
	return { status: 400, body: { message: "Invalid Form Body", code: 50_035, errors } };
}

/** Collects faults at paths. */
export class Form {
	readonly faults: Fault[] = [];

	length(path: string, value: unknown, least: number, most: number): void {
		if (typeof value !== "string") {
			this.add(path, "BASE_TYPE_REQUIRED", "This field is required");
			return;
		}
		const length = [...value].length;
		if (length < least || length > most)
			this.add(
				path,
				length > most ? "BASE_TYPE_MAX_LENGTH" : "BASE_TYPE_MIN_LENGTH",
				`Must be between ${least} and ${most} in length.`,
			);
	}

	/** The same for a field that may be absent. */
	optional(path: string, value: unknown, most: number): void {
		if (value !== undefined && value !== null) this.length(path, value, 0, most);
	}

	count(path: string, list: readonly unknown[], least: number, most: number): void {
		if (list.length < least || list.length > most)
			this.add(path, "BASE_TYPE_BAD_LENGTH", `Must be between ${least} and ${most} in length.`);
	}

	add(path: string, code: string, message: string): void {
		this.faults.push({ path, code, message });
	}
}

export function list(value: unknown): Json[] {
	return Array.isArray(value) ? (value as Json[]) : [];
}
