import { describe, expect, it } from "vitest";
import { readEnglishSentence } from "../../../../src/attribution/english/read-sentence.ts";
import type { Statement } from "../../../../src/attribution/statement.ts";
import { grammar } from "./grammar.ts";
import { type Expected, table } from "./table.ts";

const pronouns: Record<string, Statement["agreement"]> = {
	he: "m",
	she: "f",
	they: "p",
	same: null,
};

/** What a statement came to, in the terms of the expectation and no others. */
function seen(line: string, s: Statement, want: Expected | undefined): Expected {
	const who = s.unnamed
		? "unnamed"
		: s.speaker
			? s.speaker.text
			: (Object.entries(pronouns).find(([, a]) => a === s.agreement)?.[0] ?? "?");
	const same = want && who.toLowerCase() === want.who.toLowerCase();
	return {
		who: same ? want.who : who,
		act: s.act,
		says: line.slice(s.start, s.end),
		...(want?.kind ? { kind: s.unnamed ? "anonymous" : (s.speaker?.kind ?? "person") } : {}),
		...(want?.name === undefined ? {} : { name: s.speaker?.name ?? "" }),
		...(want?.via ? { via: s.via.map((v) => v?.text.replace(/^the /i, "") ?? "?") } : {}),
		...(want?.direct === undefined ? {} : { direct: s.direct }),
		...(want?.earlier === undefined ? {} : { earlier: s.earlier }),
		...(want?.standing === undefined ? {} : { standing: s.standing }),
	};
}

for (const [group, cases] of Object.entries(table)) {
	describe(group, () => {
		it.each(cases)("%s", (line, expected) => {
			const { statements } = readEnglishSentence(grammar, line, 0, line.length);
			expect(statements.map((s, i) => seen(line, s, expected[i]))).toEqual(expected);
		});
	});
}
