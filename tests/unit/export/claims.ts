import type { ExportedClaim } from "../../../src/domain/exported.ts";

/** A claim with all that can be said of one, and whatever is given. */
export function exportedClaim(more: Partial<ExportedClaim> = {}): ExportedClaim {
	return {
		kind: "claims",
		id: "harbour-c1",
		quote: "the ministry had dumped sludge near the reef",
		rendering: "verbatim",
		gloss: null,
		file: "harbour.txt",
		line: 2,
		start: 10,
		end: 54,
		endLine: 2,
		article: {
			...{ id: "harbour", title: "Sludge", outlet: "Harbour Post", language: "en" },
			...{ url: "https://harbour.example/sludge?a=1&b=2", standing: null },
			published: { value: "2024-03-04", precision: "day", basis: "printed" },
		},
		reader: "https://reader.example/a/harbour?p=.p2&lang=en#cited",
		speaker: {
			...{ name: "Nadia Rahal", kind: "person" },
			label: { en: "Nadia Rahal", ar: "نادية رحال" },
		},
		act: "accuses",
		hedged: true,
		via: ["Coast Daily"],
		saidOn: { value: "2024-03-03", precision: "day", basis: "derived" },
		confidence: 0.87,
		sureness: "sure",
		contradictedBy: [{ id: "harbour-c2", kind: "denial", strength: "direct" }],
		corrected: ["speaker"],
		corrections: [{ quote: "It was silt.", scope: "claim", day: "2024-03-06" }],
		...more,
	};
}
