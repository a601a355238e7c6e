/** Lines of one generation; the one before it is kept as well. */
const mostLines = 2_000;
const mostCharacters = 150_000;

/**
 * What `make` gives for a line, remembered for the lines asked for last: the passages of an article
 * are read for claims, for events and for figures. What is remembered must not be changed. Bounded by
 * the lines and by their length: a longer line is worked out each time.
 */
export function remembered<V>(make: (line: string) => V): (line: string) => V {
	let young = new Map<string, V>();
	let old = new Map<string, V>();
	let characters = 0;
	return (line) => {
		const known = young.get(line);
		if (known !== undefined) return known;
		const made = old.get(line) ?? make(line);
		if (line.length > mostCharacters) return made;
		characters += line.length;
		if (characters > mostCharacters || young.size >= mostLines) {
			old = young;
			young = new Map();
			characters = line.length;
		}
		young.set(line, made);
		return made;
	};
}

const mostWords = 20_000;
const longestWord = 40;

/** What `make` gives for a word: words recur. Bounded in number and length; forgets all when full. */
export function rememberedWord<V>(make: (word: string) => V): (word: string) => V {
	const known = new Map<string, V>();
	return (word) => {
		const found = known.get(word);
		if (found !== undefined) return found;
		const made = make(word);
		if (word.length > longestWord) return made;
		if (known.size >= mostWords) known.clear();
		known.set(word, made);
		return made;
	};
}

const mostThings = 4_000;

/**
 * What was made for a thing, remembered for those asked for last, as long as the thing is there; bounded by
 * their number. A passage that was remembered for good would hold the text of its article.
 */
export function rememberedOf<V>(): (of: object, make: () => V) => V {
	let young = new WeakMap<object, V>();
	let old = new WeakMap<object, V>();
	let count = 0;
	return (of, make) => {
		const known = young.get(of);
		if (known !== undefined) return known;
		const made = old.get(of) ?? make();
		if (count >= mostThings) {
			old = young;
			young = new WeakMap();
			count = 0;
		}
		count++;
		young.set(of, made);
		return made;
	};
}

/** What `make` gives, made when it is first asked for. */
export function onDemand<V extends object>(make: () => V): () => V {
	let made: V | undefined;
	return () => {
		made ??= make();
		return made;
	};
}
