export type Weight = "regular" | "bold";
/** Pixels that a text takes on one line. */
export type Measure = (text: string, size: number, weight: Weight) => number;

export type Style = { size: number; weight: Weight };

/** A text in lines of at most this width, nothing of it left out; a word that is longer is broken. */
export function wrapped(text: string, width: number, style: Style, measure: Measure): string[] {
	const widthOf = (part: string) => measure(part, style.size, style.weight);
	const blank = widthOf(" ");
	const lines: string[] = [];
	let [line, used] = ["", 0];
	const end = () => {
		if (line) lines.push(line);
		[line, used] = ["", 0];
	};
	for (const word of text.split(" ").filter(Boolean)) {
		const pieces = widthOf(word) <= width ? [word] : broken(word, width, widthOf);
		for (const [n, piece] of pieces.entries()) {
			const own = widthOf(piece);
			const isOwnLine = n > 0 || !line || used + blank + own > width;
			if (isOwnLine) end();
			line = line ? `${line} ${piece}` : piece;
			used += own + (isOwnLine ? 0 : blank);
		}
	}
	end();
	return lines;
}

/** As many letters a line as have room, at least one. */
function broken(word: string, width: number, widthOf: (part: string) => number): string[] {
	const out: string[] = [];
	let piece = "";
	for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(word)) {
		if (piece && widthOf(piece + segment) > width) {
			out.push(piece);
			piece = "";
		}
		piece += segment;
	}
	return piece ? [...out, piece] : out;
}
