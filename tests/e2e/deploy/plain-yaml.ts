/** What a file of plain YAML holds. */
export type Yaml = string | boolean | Yaml[] | { [key: string]: Yaml };

type Line = { indent: number; text: string };

/** Reads the part of YAML that our own files use: maps and lists in blocks, scalars on one line. Throws for all else. */
export function readYaml(text: string): Yaml {
	const lines = text.split("\n").flatMap((line): Line[] => {
		const bare = line.replace(/(^|\s)#.*$/, "").trimEnd();
		return bare ? [{ indent: bare.length - bare.trimStart().length, text: bare.trim() }] : [];
	});
	const read = block(lines, 0);
	if (lines.length > 0) throw new Error(`not read: ${lines[0]?.text}`);
	return read;
}

function block(lines: Line[], indent: number): Yaml {
	const list: Yaml[] = [];
	const map: { [key: string]: Yaml } = {};
	for (let [line] = lines; line?.indent === indent; [line] = lines) {
		lines.shift();
		const [, item] = /^- (.+)$/.exec(line.text) ?? [];
		const [, key, value] = /^([\w.-]+):(?: (.+))?$/.exec(line.text) ?? [];
		if (item !== undefined) list.push(scalar(item));
		else if (key === undefined || key in map) throw new Error(`not read: ${line.text}`);
		else map[key] = value === undefined ? below(lines, indent) : scalar(value);
	}
	return list.length > 0 ? list : map;
}

function below(lines: Line[], indent: number): Yaml {
	const next = lines[0]?.indent ?? 0;
	return next > indent ? block(lines, next) : "";
}

function scalar(text: string): Yaml {
	if (text.startsWith("[") || text.startsWith('"')) return JSON.parse(text) as Yaml;
	return text === "true" || text === "false" ? text === "true" : text;
}
