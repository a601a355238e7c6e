import { userInfo } from "node:os";
import {
	type KeptCorrection,
	keepCorrection,
	readCorrections,
	undoCorrection,
} from "../../../corrections/correction-files.ts";
import { type AskedCorrection, makeCorrection, namesPeople } from "../../../corrections/make.ts";
import { type Target, targetOf } from "../../../corrections/targets.ts";
import { toldCorrection } from "../../../corrections/told.ts";
import { type CorrectionVerb, verbKeys, verbs } from "../../../corrections/verbs.ts";
import { correctionWords } from "../../../corrections/words.ts";
import type { Article } from "../../../domain/article.ts";
import { IsnadError } from "../../../domain/errors.ts";
import { isoDayOf } from "../../../domain/iso-day.ts";
import { write, writeJson } from "../../io.ts";
import { growingFolder, openServed, storedArticles } from "../../live/served.ts";
import { loadMessages } from "../../load/messages.ts";
import { openWho } from "../../load/who.ts";
import { indexDataFolder } from "../../paths.ts";
import { printableLine } from "../../printable.ts";
import type { Call } from "../call.ts";
import { textOption } from "../options.ts";

/** An operator's word over what was read: kept beside the corpus, and in the next answer. */
export async function run(call: Call): Promise<number> {
	const { io, config, options, positionals } = call;
	const [name = "", ...texts] = positionals;
	const verb = verbKeys.find((known) => known === name);
	const [least, most] = verb ? verbs[verb].texts : [0, 0];
	if (!verb || texts.length < least || texts.length > most) throw misused(verb);
	const folder = growingFolder(config);
	if (verb === "list") return list(call, folder);
	const { by, why } = signed(call);
	if (verb === "undo") {
		const { undone: _, ...taken } = await undoCorrection(folder, texts[0] ?? "", {
			...{ at: io.now(), by, why },
		});
		if (options.json) await writeJson(io.stdout, { undone: taken });
		else await write(io.stdout, line(`Taken back: ${toldCorrection(taken)}`));
		return 0;
	}
	const served = await openServed(config);
	const articles = storedArticles(served);
	const asked = askedFor(verb, texts, articles);
	const parts = {
		who: namesPeople(asked.kind) ? await openWho(served) : null,
		words: correctionWords(await loadMessages(indexDataFolder)),
	};
	const speakerKind = textOption(options, "kind");
	const made = makeCorrection({ ...asked, speakerKind, by, why }, parts);
	const kept = await keepCorrection(folder, made, io.now);
	if (options.json) await writeJson(io.stdout, { correction: kept });
	else await write(io.stdout, line(`${kept.id}: ${toldCorrection(kept)}`));
	return 0;
}

/** Who says it, and why. Errors: `usage`. */
export function signed({ options }: Pick<Call, "options">): { by: string; why: string } {
	const why = textOption(options, "why");
	if (why === undefined)
		throw new IsnadError("usage", "There is no reason: say with --why TEXT why it is so.");
	return { by: (textOption(options, "who") ?? loginName()).slice(0, 100), why };
}

/** Of whoever runs the program; some systems give processes users without a name. */
function loginName(): string {
	try {
		return userInfo().username || "operator";
	} catch {
		return "operator";
	}
}

function askedFor(
	verb: Exclude<CorrectionVerb, "list" | "undo">,
	[first = "", second = ""]: readonly string[],
	articles: readonly Article[],
): Omit<AskedCorrection, "by" | "why"> {
	switch (verb) {
		case "hide": {
			const target = targetOf(first, articles);
			return { kind: hidden(target), target, value: "" };
		}
		case "unpair": {
			const [target, other] = [targetOf(first, articles), targetOf(second, articles)];
			return { kind: verb, target, other, value: "" };
		}
		case "merge":
		case "alias":
			return { kind: verb, target: null, name: first, value: second };
		case "split": {
			const target = second ? targetOf(second, articles) : null;
			return { kind: verb, target, name: first, value: "" };
		}
		default:
			return { kind: verb, target: targetOf(first, articles), value: second };
	}
}

function hidden({ claim, passage }: Target): AskedCorrection["kind"] {
	if (claim) return "hide_claim";
	return passage ? "hide_passage" : "hide_article";
}

async function list({ io, options }: Call, folder: string): Promise<number> {
	const { all, problems } = await readCorrections(folder);
	const shown = all.filter(({ undone }) => options.all === true || undone === null);
	if (options.json) await writeJson(io.stdout, { corrections: shown, problems });
	else {
		const lines = shown.flatMap(toldLines);
		if (lines.length === 0) lines.push("Nothing is corrected.");
		await write(io.stdout, lines.map(line).join(""));
		for (const { says } of problems) io.stderr.write(line(says));
	}
	return 0;
}

function toldLines(each: KeptCorrection): string[] {
	const { id, at, by, why, undone } = each;
	const out = [`${id} ${toldCorrection(each)}`, `  ${isoDayOf(at)}, ${by}: ${why}`];
	if (undone) out.push(`  taken back ${isoDayOf(undone.at)}, ${undone.by}: ${undone.why}`);
	return out;
}

function line(text: string): string {
	return `${printableLine(text)}\n`;
}

function misused(verb: CorrectionVerb | undefined): IsnadError {
	const all = (verb ? [verb] : verbKeys).map((key) => `${key} ${verbs[key].takes}`.trim());
	return new IsnadError(
		"usage",
		`correct takes ${all.join(", ")}: write for example isnad correct speaker story.txt:4 "Janet Yellen" --why "named in line 2".`,
	);
}
