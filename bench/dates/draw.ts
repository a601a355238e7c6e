/**
 * Draws dates without a year from news reports, to be read one by one. Prints the place, the report's
 * day, the value and the words around; nothing is stored.
 *   node bench/dates/draw.ts [--seed 1] [--count 200] [--far DAYS]
 * `--far`: only values at least so many days from the report's own.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { loadDateFinder } from "../../src/app/load/language-data.ts";
import { indexDataFolder, projectFolder } from "../../src/app/paths.ts";
import { dayRange } from "../../src/domain/dates.ts";
import { randomFrom } from "../../tools/train/random.ts";

const Report = z.object({
	id: z.string(),
	published: z.string().nullable(),
	title: z.string(),
	text: z.string(),
});
const around = 110;
const dayMs = 86_400_000;

const { values: options } = parseArgs({
	options: {
		seed: { type: "string", default: "1" },
		count: { type: "string", default: "200" },
		far: { type: "string", default: "0" },
	},
});

type Drawn = { place: string; published: string; value: string; context: string; order: number };

const folder = join(projectFolder, "../shared/bench/news-ar");
const finder = await loadDateFinder(indexDataFolder);
const random = randomFrom(Number(options.seed));
const drawn: Drawn[] = [];
for (const name of readdirSync(folder).sort())
	for (const row of readFileSync(join(folder, name), "utf8").split("\n").filter(Boolean))
		drawn.push(...yearless(Report.parse(JSON.parse(row))));
drawn.sort((a, b) => a.order - b.order);
console.log(`${drawn.length} dates without a year, seed ${options.seed}`);
for (const [n, one] of drawn.slice(0, Number(options.count)).entries())
	console.log(`${n + 1} ${one.place} ${one.published} => ${one.value} | ${one.context}`);

function yearless({ id, published: day, text }: z.infer<typeof Report>): Drawn[] {
	if (!day) return [];
	const published = { value: day, precision: "day", basis: "given" } as const;
	return text.split("\n").flatMap((line, n) =>
		finder.find(line, { published }).flatMap(({ kind, basis, value, expression, start, end }) => {
			if (basis !== "derived" || value === null || /\p{Nd}{4}/u.test(expression)) return [];
			if (kind !== "date" && kind !== "month" && kind !== "range") return [];
			if (distance(value, day) < Number(options.far)) return [];
			const context = `${line.slice(Math.max(0, start - around), start)}[[${expression}]]${line.slice(end, end + around)}`;
			return [
				{ place: `${id}:${n + 1}:${start}`, published: day, value, context, order: random() },
			];
		}),
	);
}

function distance(value: string, day: string): number {
	const days = dayRange(value);
	if (!days) return 0;
	const at = Date.parse(day);
	const [from, to] = [Date.parse(days.from), Date.parse(days.to)];
	return (at < from ? from - at : at > to ? at - to : 0) / dayMs;
}
