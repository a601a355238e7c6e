import type { InstallationRow, InstallationRows } from "../../domain/state/installations.ts";

type Kept = InstallationRow & { lease: string | null; leasedUntil: number };

/** See `InstallationRows`. */
export function memoryInstallations(): InstallationRows {
	const all = new Map<string, Kept>();
	const told = ({ lease: _, leasedUntil: __, ...row }: Kept): InstallationRow => ({ ...row });
	return {
		async put(row) {
			const version = (all.get(row.id)?.version ?? 0) + 1;
			all.set(row.id, { ...row, refused: false, version, lease: null, leasedUntil: 0 });
		},
		async meet(row) {
			if (all.has(row.id)) return;
			const nothing = { sealed: "", keyId: "", expiresAt: null, refused: false };
			all.set(row.id, { ...row, ...nothing, version: 1, lease: null, leasedUntil: 0 });
		},
		async get(id) {
			const row = all.get(id);
			return row ? told(row) : null;
		},
		async list() {
			return [...all.values()].map(told).sort((a, b) => (a.id < b.id ? -1 : 1));
		},
		async remove(id) {
			const gone = [...all.values()].filter((row) => row.id === id || row.of === id);
			for (const row of gone) all.delete(row.id);
			return gone.map((row) => row.id).sort();
		},
		async refuse(id, version) {
			const row = all.get(id);
			if (row?.version !== version) return false;
			Object.assign(row, { refused: true, version: version + 1 });
			return true;
		},
		async takeRenewal(id, lease, now, until) {
			const row = all.get(id);
			if (!row || row.refused || row.leasedUntil > now) return false;
			Object.assign(row, { lease, leasedUntil: until });
			return true;
		},
		async endRenewal(id, lease, renewed) {
			const row = all.get(id);
			if (row?.lease !== lease) return false;
			Object.assign(row, { ...renewed, lease: null, leasedUntil: 0 });
			if (renewed) row.version++;
			return true;
		},
	};
}
