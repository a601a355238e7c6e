import { ComponentType, type ModalSubmitComponent } from "discord.js";

/** What was chosen or typed in the fields of these names of a form that was sent. */
export function enteredIn<K extends string>(
	components: readonly unknown[],
	names: readonly K[],
): Partial<Record<K, string>> {
	const out: Partial<Record<K, string>> = {};
	for (const row of components as { component?: ModalSubmitComponent }[]) {
		const field = row.component;
		const name = names.find((each) => each === field?.custom_id);
		if (!field || !name) continue;
		if (field.type === ComponentType.StringSelect) out[name] = field.values[0] ?? "";
		if (field.type === ComponentType.TextInput) out[name] = field.value.trim();
	}
	return out;
}
