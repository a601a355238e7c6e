/** The part of lunr 2 that the benchmark uses; the package has no types. */
declare module "lunr" {
	function lunr(configure: (this: lunr.Builder) => void): lunr.Index;
	namespace lunr {
		type Plugin = (this: Builder) => void;
		interface Builder {
			use(plugin: Plugin): void;
			ref(name: string): void;
			field(name: string): void;
			add(document: object): void;
		}
		interface Query {
			term(tokens: readonly object[], options: object): Query;
		}
		interface Index {
			query(fill: (query: Query) => void): { ref: string; score: number }[];
		}
		const Index: { load(json: unknown): Index };
		function tokenizer(text: string): object[];
		function multiLanguage(...languages: string[]): Plugin;
	}
	export = lunr;
}
