import { expect, it } from "vitest";
import { answererOf, article, claim } from "./doubles.ts";

/** The key words of an Arabic line for an English reader, where this person speaks in it. */
async function keyWords(name: string) {
	const of = article("of", [`قال ${name} إن الصين غائبة`]);
	claim(of, 1, "الصين غائبة", { speaker: { name, kind: "person" } });
	const answerer = answererOf([of], { language: "en" });
	const [item] = (await answerer.answer({ command: "search", text: "الصين" })).items;
	return item?.kind === "passage" ? item.keyWords : undefined;
}

it("the words of a name that nobody spells in the other language say nothing, whatever they mean", async () => {
	expect(await keyWords("سالم الحداد")).toMatchObject({ words: ["China"] });
	// By itself the word is a term like others: مسؤول, official.
	expect(await keyWords("مسؤول")).toMatchObject({ words: ["official", "China"] });
	expect(await keyWords("مسؤول الحداد")).toMatchObject({ words: ["China"] });
});
