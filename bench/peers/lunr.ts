import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import lunr from "lunr";
import arabic from "lunr-languages/lunr.ar.js";
import multi from "lunr-languages/lunr.multi.js";
import stemmerSupport from "lunr-languages/lunr.stemmer.support.js";
import { type Engine, type Index, numbered } from "./engine.ts";

const file = "index.json";
for (const plugIn of [stemmerSupport, multi, arabic]) plugIn(lunr);
const languages = lunr.multiLanguage("en", "ar");

function asIndex(index: lunr.Index): Index {
	return {
		search: (text, _language, limit) => {
			// Words only: it trims no question mark off a question, and a star would match everything.
			const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
			const found = index.query((query) => query.term(lunr.tokenizer(words.join(" ")), {}));
			return found.slice(0, limit).map(({ ref }) => Number(ref));
		},
		save: (folder) => writeFileSync(join(folder, file), JSON.stringify(index)),
	};
}

export const lunrArabic: Engine = {
	title: "lunr",
	setup:
		"with `lunr-languages` for Arabic and English together, punctuation taken off the questions",
	build: (articles) =>
		asIndex(
			lunr(function () {
				this.use(languages);
				this.ref("id");
				this.field("text");
				for (const passage of numbered(articles)) this.add(passage);
			}),
		),
	load: (folder) => asIndex(lunr.Index.load(JSON.parse(readFileSync(join(folder, file), "utf8")))),
};
