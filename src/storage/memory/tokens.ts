import type { TokenStore } from "../../domain/tokens.ts";
import { readable } from "../readable.ts";
import { type MemoryTables, reads } from "./tables.ts";

export function memoryTokens({ tokens }: Pick<MemoryTables, "tokens">): TokenStore {
	const all = () =>
		[...tokens.values()]
			.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
			.map(reads.token);
	return {
		async add(token) {
			const isHeld = [...tokens.values()].some(
				({ name, revokedAt }) => name === token.name && revokedAt === null,
			);
			if (tokens.has(token.id) || (isHeld && token.revokedAt === null)) return false;
			tokens.set(token.id, { ...token });
			return true;
		},
		async get(id) {
			const token = tokens.get(id);
			return token ? structuredClone(readable([reads.token(token)])[0] ?? null) : null;
		},
		list: async () => structuredClone(readable(all())),
		any: async () => tokens.size > 0,
		async revoke(id, at) {
			const token = tokens.get(id);
			if (!token || token.revokedAt !== null) return false;
			tokens.set(id, { ...token, revokedAt: at });
			return true;
		},
		async used(id, day) {
			const token = tokens.get(id);
			if (token && (token.lastUsed === null || token.lastUsed < day))
				tokens.set(id, { ...token, lastUsed: day });
		},
	};
}
