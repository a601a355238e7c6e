import { describe, expect, it } from "vitest";
import { Lexicon } from "../../../../src/language/lexicon/lexicon.ts";
import { Thesaurus } from "../../../../src/language/lexicon/thesaurus.ts";
import { createPassageSearch } from "../../../../src/search/passage-search.ts";
import { article, smallData } from "../../search/doubles.ts";

const lexicon = new Lexicon([
	"n\tstrike\tضربة|غارة\nn\tstrike\tإضراب\nn\traid\tغارة|مداهمة\nn\twalkout\tإضراب\nv\traid\tأغار|يغير\n",
]);
const [strikeOfArms, strikeOfWorkers, raid, walkout, toRaid] = [0, 1, 2, 3, 4];

describe("the thesaurus", () => {
	it("takes of a word's senses those that share an Arabic word with the rest of the line", () => {
		const thesaurus = new Thesaurus(["# arms\nn\traid|strike\n", "n\twalkout|strike\n"], lexicon);
		expect([...thesaurus.mates(strikeOfArms)]).toEqual([raid]);
		expect([...thesaurus.mates(strikeOfWorkers)]).toEqual([walkout]);
		expect([...thesaurus.mates(raid)]).toEqual([strikeOfArms]);
	});

	it("keeps to the part of speech, and joins nothing to a word that the lexicon lacks", () => {
		const thesaurus = new Thesaurus(["n\traid|strike|onslaught\n"], lexicon);
		expect(thesaurus.mates(toRaid).size).toBe(0);
		expect([...thesaurus.mates(raid)]).toEqual([strikeOfArms]);
	});

	it("finds a passage by another word of the field, behind one that has the very word", async () => {
		const lines = ["وقعت مداهمة في المدينة", "وقعت ضربة في المدينة", "وقع إضراب في المدينة"];
		const search = await createPassageSearch([article("a", lines)], smallData());
		const lookUp = async (text: string) => {
			const { hits } = await search.search({ text, language: "ar", limit: 5 });
			return hits.map(({ passage }) => passage.source.line);
		};
		// A raid and a strike of arms are one field; a strike of workers is another's.
		expect(await lookUp("مداهمة")).toEqual([1, 2]);
	});
});
