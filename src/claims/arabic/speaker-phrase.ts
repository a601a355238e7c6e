import type { SpeakerKind } from "../../domain/article.ts";
import type { SpeakerPhrase } from "../phrase.ts";
import type { Unit } from "../units.ts";
import { closeOf } from "./frames.ts";
import type { ArabicGrammar } from "./grammar.ts";

/** A noun phrase longer than this is no speaker: something else was read as one. */
const longest = 16;
const longestName = 5;

/**
 * Reads the noun phrase at `at` as a speaker: a name, a title with or without a name, a body, a
 * document, an outlet, unnamed people. Undefined where it is none of these.
 */
export function speakerPhrase(
	g: ArabicGrammar,
	us: readonly Unit[],
	at: number,
	end: number,
): SpeakerPhrase | undefined {
	return new PhraseReader(g, us, at, Math.min(end, at + longest + 8)).read();
}

class PhraseReader {
	readonly #g: ArabicGrammar;
	readonly #us: readonly Unit[];
	readonly #words: string[];
	readonly #end: number;
	readonly #from: number;
	#at: number;
	#kind: SpeakerKind | undefined;
	#spokesperson = false;
	#plural = false;
	#definite = false;
	#head = "";
	#nameFrom = -1;
	#nameTo = -1;
	#outlet: string | undefined;
	#feminine: boolean | undefined;
	#weakName = false;
	#confides = false;

	constructor(g: ArabicGrammar, us: readonly Unit[], at: number, end: number) {
		this.#g = g;
		this.#us = us;
		this.#from = at;
		this.#at = at;
		this.#end = Math.min(end, us.length);
		this.#words = us.slice(0, this.#end).map((u) => u.text);
	}

	read(): SpeakerPhrase | undefined {
		const first = this.#us[this.#at];
		if (first?.kind === "open") return this.#quotedSubject() ? this.#result() : undefined;
		if (!first || first.kind !== "word") return undefined;
		if (this.#isBoundary(this.#at)) return undefined;
		this.#quantifier();
		if (!this.#outletName() && !this.#entity() && !this.#headed() && !this.#bareName()) return undefined;
		this.#conjoined();
		this.#apposition();
		return this.#result();
	}

	/** «أفق موبايل»: a body or an outlet known by its name in quotation marks alone. */
	#quotedSubject(): boolean {
		const close = closeOf(this.#us, this.#at);
		const raw = this.#us[this.#at]?.raw;
		if (raw === "(" || close < 0 || close - this.#at > 4 || close >= this.#end) return false;
		if (this.#us.slice(this.#at + 1, close).some((u) => u.kind !== "word")) return false;
		const outlet = this.#g.outlets.match(this.#words, this.#at + 1);
		if (outlet) this.#outlet = outlet.name;
		this.#name(this.#at + 1, close, outlet ? "outlet" : "organisation");
		this.#at = close + 1;
		return true;
	}

	#word(i: number): string {
		const u = i < this.#end ? this.#us[i] : undefined;
		return u?.kind === "word" ? u.text : "";
	}

	/** عدد من، كثير من، أحد: what follows is spoken of in the plural and unnamed. */
	#quantifier(): void {
		const word = this.#word(this.#at);
		if (!this.#g.quantifiers.has(word)) return;
		let next = this.#at + 1;
		if (this.#word(next) === "من") next++;
		const after = this.#word(next);
		const head = this.#g.heads.get(after);
		if (!head) return;
		this.#at = next;
		this.#plural = true;
		this.#kind = "anonymous";
	}

	#outletName(): boolean {
		const hit = this.#g.outlets.match(this.#words, this.#at);
		if (!hit) return false;
		// رويترز alone, or its noun before it (وكالة رويترز) which the head reads.
		this.#head = this.#g.heads.get(this.#word(this.#at))?.lemma ?? "";
		this.#name(this.#at, this.#at + hit.length, "outlet");
		this.#outlet = hit.name;
		return true;
	}

	#entity(): boolean {
		const hit = this.#g.entities.match(this.#words, this.#at);
		if (!hit) return false;
		this.#name(this.#at, this.#at + hit.length, hit.value.kind);
		// Its adjectives: الحكومة الصينية، الشرطة الفرنسية
		if (hit.value.kind !== "person") while (this.#definiteModifier(this.#at) && /(ي|يه)$/.test(this.#word(this.#at))) this.#at++;
		this.#nameTo = this.#at;
		this.#feminine = hit.value.feminine;
		return true;
	}

	#name(from: number, to: number, kind: SpeakerKind): void {
		this.#nameFrom = from;
		this.#nameTo = to;
		this.#at = to;
		this.#kind ??= kind;
	}

	#headed(): boolean {
		const word = this.#word(this.#at);
		const found = this.#g.heads.get(word) ?? this.#g.heads.get(word.replace(/(ه|ها|هم|نا)$/, ""));
		if (!found) return false;
		const { head } = found;
		this.#head = found.lemma;
		this.#definite = word.startsWith("ال");
		this.#plural ||= found.plural;
		// Groups of things and bodies are feminine for their verb, groups of people are either.
		const ofThings = head.kind !== "person" && head.kind !== "anonymous" && head.kind !== "spokesperson";
		if (/ه$/.test(word) && !/(قضاه|قاده)$/.test(word)) this.#feminine = true;
		else if (found.plural) this.#feminine = ofThings || /ات$/.test(word) ? true : undefined;
		else this.#feminine = false;
		this.#confides = head.confides === true;
		this.#spokesperson = head.kind === "spokesperson";
		this.#kind ??= head.kind === "spokesperson" ? "person" : head.kind;
		this.#at++;
		this.#modifiers(head.title === true, head.kind);
		return true;
	}

	/** Everything that belongs to a head: its idafa, adjectives, body, and the name it introduces. */
	#modifiers(title: boolean, kind: string): void {
		let complete = this.#definite;
		while (this.#at < this.#end && this.#at - this.#from < longest) {
			const u = this.#us[this.#at];
			if (!u) return this.#finish(complete);
			if (u.kind === "open" && this.#quotedName(kind)) continue;
			if (u.kind !== "word") return this.#finish(complete);
			const word = u.text;
			if (/^باسم/.test(word) && this.#nameFrom < 0) {
				// باسم introduces the body that a spokesperson speaks for.
				this.#at++;
				if (word !== "باسم") {
					complete = true;
					continue;
				}
				const body = this.#g.entities.match(this.#words, this.#at);
				if (body) this.#at += body.length;
				else if (this.#word(this.#at)) this.#at++;
				complete = true;
				continue;
			}
			if (this.#linked(kind, complete)) {
				complete = true;
				continue;
			}
			if (this.#isBoundary(this.#at)) return this.#finish(complete);
			const outlet = this.#g.outlets.match(this.#words, this.#at);
			if (outlet && (kind === "outlet" || kind === "anonymous" || kind === "organisation")) {
				this.#outlet = outlet.name;
				if (kind !== "anonymous") this.#name(this.#at, this.#at + outlet.length, "outlet");
				else this.#at += outlet.length;
				if (kind === "organisation") this.#kind = "outlet";
				complete = true;
				continue;
			}
			const entity = this.#g.entities.match(this.#words, this.#at);
			if (entity?.value.kind === "person") {
				if (kind !== "person" && kind !== "spokesperson") return;
				this.#nameFrom = this.#at;
				this.#at += entity.length;
				this.#nameTo = this.#at;
				return;
			}
			if (entity) {
				if (complete && kind !== "person" && kind !== "spokesperson") return;
				this.#at += entity.length;
				complete = true;
				continue;
			}
			if (word.startsWith("ال")) {
				// الصحيفة النفوذ: behind a complete phrase a noun begins the object, an adjective does not.
				const noun = this.#g.words.isNoun(word) && !this.#g.words.isAdjective(word) && !/(ي|يه|يون|يين)$/.test(word);
				if (complete && noun && !this.#g.heads.has(word)) return;
				this.#at++;
				complete = true;
				continue;
			}
			if (this.#particled(this.#at) && !this.#g.heads.has(word)) return this.#finish(complete);
			if (/^(نفسه|نفسها|ذاته|ذاتها|نفسهم)$/.test(word)) {
				this.#at++;
				continue;
			}
			const nameLike = this.#g.insideNames.has(word) || this.#namedTo(this.#at) || !(this.#g.words.isNoun(word) || this.#g.words.isVerb(word)) || this.#nameGoesOn(this.#at + 1);
			if (title && complete && nameLike && this.#personName()) return;
			if (this.#g.heads.has(word) || this.#g.words.isNoun(word)) {
				// An indefinite noun goes on with an idafa; after a complete phrase it begins the object.
				if (complete && !this.#adjectiveOf(word)) return;
				this.#at++;
				continue;
			}
			if (title) {
				// مدير صحة حماة، ماهر: behind an open idafa it may be a place; a name in apposition outdoes it.
				this.#weakName = !complete && this.#personName();
				return this.#finish(complete);
			}
			if (complete && kind !== "anonymous" && kind !== "outlet" && kind !== "organisation") return;
			this.#at++;
			complete = true;
		}
		this.#finish(complete);
	}

	/** "a lawyer who was there": a role without a name and without the article is nobody known. */
	#finish(complete: boolean): void {
		if (this.#kind === "person" && !complete && this.#nameFrom < 0 && !this.#spokesperson) this.#kind = "anonymous";
	}

	/** مسؤولون أمريكيون كبار، مصدر مطلع: indefinite adjectives of an indefinite head. */
	#adjectiveOf(word: string): boolean {
		return !this.#definite && /(يون|يين|يه|ون|ين|ي|ه|ار)$/.test(word) && !this.#g.heads.has(word);
	}

	/** في, من, ل or على that tie a place, a body or a subject to the head. */
	#linked(kind: string, complete: boolean): boolean {
		const word = this.#word(this.#at);
		const next = this.#word(this.#at + 1);
		const inBody =
			this.#g.entities.match(this.#words, this.#at + 1) ??
			(this.#g.heads.get(next)?.head.kind === "organisation" ? { length: 1 } : undefined);
		if ((word === "في" || word === "من" || word === "لدي") && inBody && kind !== "person") {
			this.#at += 1 + inBody.length;
			while (this.#definiteModifier(this.#at)) this.#at++;
			return true;
		}
		if (word === "علي" && kind === "anonymous" && this.#g.heads.size > 0 && next.startsWith("ال")) {
			// مطلع على المناقشات
			this.#at += 2;
			while (this.#definiteModifier(this.#at)) this.#at++;
			return true;
		}
		if (kind === "organisation" && complete && this.#purpose(word, next)) {
			this.#at++;
			while (this.#definiteModifier(this.#at)) this.#at++;
			return true;
		}
		if (/^ل[^ل]?/.test(word) && word.length > 3 && this.#nameFrom < 0 && (kind === "document" || (kind === "person" && complete))) {
			return this.#belonging(word);
		}
		return false;
	}

	/** المركز الوطني للزلازل، الاتحاد السعودي لكرة القدم: what a body is for; not whom it told. */
	#purpose(word: string, next: string): boolean {
		const rest = word.startsWith("لل") ? word.slice(2) : word.slice(1);
		if (!/^ل/.test(word) || rest.length < 3) return false;
		if (this.#g.heads.has(rest) || this.#g.heads.has(`ال${rest}`) || this.#g.outlets.match([rest, next], 0)) return false;
		return word.startsWith("لل") || (this.#g.words.isNoun(rest) && next.startsWith("ال"));
	}

	/** الأمين العام للأمم المتحدة، تقرير لمجلة كذا: the body behind a title or a document. */
	#belonging(word: string): boolean {
		const body = word.startsWith("لل") ? `ال${word.slice(2)}` : word.slice(1);
		const words = [...this.#words];
		words[this.#at] = body;
		const outlet = this.#g.outlets.match(words, this.#at);
		const entity = this.#g.entities.match(words, this.#at);
		const head = this.#g.heads.get(body);
		if (!outlet && !entity && !head && !word.startsWith("لل")) return false;
		if ((outlet || head?.head.kind === "outlet") && this.#kind === "person") return false;
		this.#at += Math.max(1, outlet?.length ?? 0, entity?.length ?? 0);
		if (outlet) this.#outlet = outlet.name;
		if (head?.head.kind === "outlet" && !outlet) {
			const name = this.#g.outlets.match(this.#words, this.#at);
			if (name) {
				this.#outlet = name.name;
				this.#at += name.length;
			} else if (this.#word(this.#at) && !this.#isBoundary(this.#at)) this.#at++;
		}
		const close = this.#us[this.#at]?.kind === "open" ? closeOf(this.#us, this.#at) : -1;
		if (close > 0 && close - this.#at <= 5 && this.#us[this.#at]?.raw !== "(") this.#at = close + 1;
		while (this.#definiteModifier(this.#at)) this.#at++;
		return true;
	}

	/** «بلومبرغ», “أسوشيتد برس”: the name of an outlet or a body in quotation marks. */
	#quotedName(kind: string): boolean {
		if (kind !== "outlet" && kind !== "organisation" && kind !== "anonymous" && kind !== "document") return false;
		for (let i = this.#at + 1; i < Math.min(this.#end, this.#at + 7); i++) {
			const u = this.#us[i];
			if (u?.kind === "close") {
				const outlet = this.#g.outlets.match(this.#words, this.#at + 1);
				if (outlet) this.#outlet = outlet.name;
				if (kind !== "anonymous") {
					this.#nameFrom = this.#at + 1;
					this.#nameTo = i;
					if (outlet) this.#kind = "outlet";
				}
				this.#at = i + 1;
				return true;
			}
			if (u?.kind !== "word") return false;
		}
		return false;
	}

	#bareName(): boolean {
		const word = this.#word(this.#at);
		if (!word || word.length < 2 || /^\p{Nd}/u.test(word)) return false;
		const definite = word.startsWith("ال");
		if (this.#g.words.isNoun(word) && !this.#g.insideNames.has(word)) return false;
		if (this.#g.words.isFunction(word) || this.#g.words.isFunction(word.replace(/(ه|ها|هم|هما)$/, ""))) return false;
		if (this.#g.verbs.has(word) || this.#g.words.isVerb(word)) return false;
		if (definite && (word.length > 9 || /^(الي|من|علي|عن)$/.test(this.#word(this.#at + 1)))) return false;
		if (this.#particled(this.#at)) return false;
		const ok = this.#personName();
		if (ok) this.#kind ??= "person";
		return ok;
	}

	/** Words that are in no word list, one after another; particles of names are passed over. */
	#personName(): boolean {
		const from = this.#at;
		while (this.#at < this.#end && this.#at - from < longestName) {
			const word = this.#word(this.#at);
			if (!word) break;
			if (this.#g.insideNames.has(word) && word !== "باسم" && !word.startsWith("ال")) {
				// أم سليم, بن رحومة: what follows such a particle is part of the name, noun or not.
				this.#at++;
				if (this.#word(this.#at) && !this.#isBoundary(this.#at) && !this.#particled(this.#at)) this.#at++;
				continue;
			}
			if (this.#at > from && this.#g.words.isNoun(word) && !word.startsWith("ال") && !this.#nameGoesOn(this.#at + 1) && !this.#endsPhrase(this.#at + 1) && this.#us[this.#at + 1]?.kind !== "comma") break;
			if (this.#isBoundary(this.#at) || this.#g.verbs.has(word)) break;
			// شريكاً: an accusative is no name.
			if (/(ًا|اً|ً)$/u.test(this.#us[this.#at]?.raw ?? "")) break;
			if (this.#at > from && /^[وف]/.test(word) && word.length > 4 && !this.#endsPhrase(this.#at + 1)) break;
			if (this.#at > from && this.#particled(this.#at)) break;
			if (this.#at > from && this.#g.words.isVerb(word)) break;
			if (this.#g.heads.has(word) && this.#at > from) break;
			this.#at++;
		}
		if (this.#at === from) return false;
		this.#nameFrom = from;
		this.#nameTo = this.#at;
		return true;
	}

	/** الناخب عمر وابري: – up to three plain words between a title and what is said are a name. */
	#namedTo(i: number): boolean {
		for (let k = i; k < i + 4; k++) {
			if (k > i && (k === this.#end || this.#endsPhrase(k))) return true;
			const word = this.#word(k);
			if (!word || (k === i && word.startsWith("ال")) || this.#isBoundary(k) || this.#particled(k) || this.#g.heads.has(word)) return false;
		}
		return false;
	}

	/** A name may begin with و: then the clause goes on right behind it. */
	#endsPhrase(i: number): boolean {
		const u = this.#us[i];
		return u?.kind === "colon" || u?.kind === "open" || (u?.kind === "word" && this.#g.complementisers.has(u.text));
	}

	/** شي جين بينغ: a part of a name that is also a noun stands before another part of it. */
	#nameGoesOn(i: number): boolean {
		const word = this.#word(i);
		return (
			word.length > 2 &&
			!word.startsWith("ال") &&
			!/^[وف]/.test(word) &&
			!this.#isBoundary(i) &&
			!this.#particled(i) &&
			!this.#g.heads.has(word) &&
			!this.#g.words.isNoun(word) &&
			!this.#g.words.isVerb(word) &&
			!this.#g.entities.match(this.#words, i)
		);
	}

	/** لوزير، لشبكة، بالصين: a particle in front of a word that is known. */
	#particled(i: number): boolean {
		const word = this.#word(i);
		if (!/^[لبك]./.test(word) || word.length < 4) return false;
		if (/^(لل|بال|كال)/.test(word) && word.length > 4) return true;
		const rest = word.slice(1);
		return (
			this.#g.heads.has(rest) ||
			this.#g.entities.match([rest, this.#word(i + 1)], 0) !== undefined ||
			this.#g.outlets.match([rest, this.#word(i + 1), this.#word(i + 2)], 0) !== undefined ||
			((rest.length > 3 || (rest.length === 3 && !word.startsWith("ك") && !this.#endsPhrase(i + 1))) && this.#g.words.isNoun(rest))
		);
	}

	/** بوتين وشي، الصين وروسيا */
	#conjoined(): void {
		const word = this.#word(this.#at);
		if (!word.startsWith("و") || word.length < 4) return;
		const rest = word.slice(1);
		// المسؤولون الأمريكيون والأوروبيون
		if (/^ال\p{L}+(ي|يه|يون|يين)$/u.test(rest) && this.#word(this.#at - 1).startsWith("ال") && !this.#g.heads.has(rest)) {
			this.#at++;
			return;
		}
		const words = [...this.#words];
		words[this.#at] = rest;
		if (this.#g.verbs.has(word) || this.#g.verbs.has(rest)) return;
		const entity = this.#g.entities.match(words, this.#at);
		const head = this.#g.heads.get(rest);
		if (entity) this.#at += entity.length;
		else if (head) {
			this.#at++;
			this.#modifiers(head.head.title === true, head.head.kind);
		} else if (this.#kind === "person" && this.#nameFrom >= 0 && !this.#g.words.isNoun(rest) && !this.#g.words.isVerb(rest) && !this.#g.stops.has(word) && !this.#g.complementisers.has(rest) && !this.#g.coordinators.has(word)) {
			const next = this.#us[this.#at + 1];
			if (next?.kind === "word" && this.#isBoundary(this.#at + 1) === false && this.#g.words.isNoun(next.text)) return;
			this.#at++;
		} else return;
		this.#plural = true;
		this.#nameTo = this.#nameFrom >= 0 ? this.#at : -1;
	}

	/** وزير الخارجية، فلان، / الجانبان، الصيني والروسي، / فلان، وزير كذا، */
	#apposition(): void {
		if (this.#us[this.#at]?.kind === "open" && this.#us[this.#at]?.raw === "(") {
			const close = closeOf(this.#us, this.#at);
			if (close > 0 && close - this.#at <= 10) this.#at = close + 1;
		}
		if (this.#us[this.#at]?.kind !== "comma") return;
		const from = this.#at + 1;
		if (this.#isBoundary(from)) return;
		const stop = Math.min(this.#end, from + 9);
		for (let i = from; i < stop; i++) {
			const u = this.#us[i];
			if (u?.kind === "comma" || (i > from && this.#endsPhrase(i))) {
				const next = u?.kind === "comma" ? this.#us[i + 1] : undefined;
				// The second comma must close the apposition: what follows goes on with the clause.
				if (next && next.kind === "word" && !this.#continues(i + 1)) return;
				const inner = new PhraseReader(this.#g, this.#us, from, i).read();
				const adjectives = this.#word(from).startsWith("ال") && (/(ي|يه)$/.test(this.#word(from)) || this.#g.words.isAdjective(this.#word(from)));
				const named = this.#kind === "person" && (this.#nameFrom < 0 || this.#weakName) && i - from <= 4 && !adjectives;
				if (!inner && !adjectives && !named) return;
				if (named && (!inner || inner.kind !== "person" || inner.head === "")) {
					this.#nameFrom = from;
					this.#nameTo = i;
				}
				if ((this.#nameFrom < 0 || this.#weakName) && inner && inner.name && inner.kind === "person") {
					this.#nameFrom = from;
					this.#nameTo = inner.to;
				}
				this.#at = u?.kind === "comma" ? i + 1 : i;
				return;
			}
			if (u?.kind !== "word" || this.#isBoundary(i)) return;
		}
	}

	#continues(i: number): boolean {
		const word = this.#word(i);
		return (
			this.#g.complementisers.has(word) ||
			this.#g.prepositions.has(word) ||
			this.#g.stops.has(word) ||
			this.#g.verbs.has(word) ||
			this.#g.words.isVerb(word) ||
			/^[بلو]/.test(word)
			|| word.startsWith("ال") || this.#g.heads.has(word) || this.#g.entities.match(this.#words, i) !== undefined
		);
	}

	#definiteModifier(i: number): boolean {
		const word = this.#word(i);
		return (
			word.startsWith("ال") &&
			word.length > 3 &&
			!this.#g.stops.has(word) &&
			!this.#g.entities.match(this.#words, i)
			&& !this.#g.heads.has(word)
		);
	}

	#isBoundary(i: number): boolean {
		const u = this.#us[i];
		if (!u || i >= this.#end || u.kind !== "word") return true;
		const word = u.text;
		if (/^\p{Nd}/u.test(word)) return true;
		if (/^[وف]/.test(word) && word.length > 3) {
			const rest = word.slice(1);
			if (this.#g.prepositions.has(rest) || this.#g.complementisers.has(rest) || this.#g.accordingTo.has(rest)) return true;
		}
		// على is a preposition, علي a name; folding makes them one word.
		if (word === "علي" && u.raw.endsWith("ي") && this.#nameFrom >= 0) return false;
		return (
			this.#g.prepositions.has(word) ||
			this.#g.stops.has(word) ||
			this.#g.complementisers.has(word) ||
			this.#g.coordinators.has(word) ||
			this.#g.accordingTo.has(word) ||
			(this.#g.verbs.get(word)?.some((f) => !(f.form === "participle" && this.#g.words.isNoun(word))) === true &&
				!this.#g.heads.has(word) &&
				!word.startsWith("ال"))
		);
	}

	#result(): SpeakerPhrase | undefined {
		const first = this.#us[this.#from];
		const last = this.#us[this.#at - 1];
		if (!first || !last || this.#at <= this.#from || !this.#kind) return undefined;
		const textOf = (from: number, to: number) => withoutAsides(this.#us.slice(from, to)).map((u) => u.raw);
		const join = (parts: string[]) =>
			parts
				.filter((p) => !/^["«»“”()]$/u.test(p))
				.join(" ")
				.replace(/ ،$/u, "")
				.replace(/ ،/gu, "،");
		const name = this.#nameFrom >= 0 ? join(textOf(this.#nameFrom, this.#nameTo)) : "";
		const whole = join(textOf(this.#from, this.#at));
		return {
			from: this.#from,
			to: this.#at,
			text: whole,
			name,
			title: this.#head ? join(textOf(this.#from, this.#nameFrom > this.#from ? this.#nameFrom : this.#at)) : "",
			head: this.#head,
			kind: this.#spokesperson && !name ? bodyKind(whole) : documentOf(this.#kind, this.#outlet),
			spokesperson: this.#spokesperson,
			plural: this.#plural,
			definite: this.#definite,
			...(this.#confides ? { confides: true } : {}),
			...(this.#feminine === undefined ? {} : { feminine: this.#feminine }),
			...(this.#outlet ? { outlet: this.#outlet } : {}),
		};
	}
}

/** A report of a newspaper is the newspaper speaking. */
function documentOf(kind: SpeakerKind, outlet: string | undefined): SpeakerKind {
	return kind === "document" && outlet ? "outlet" : kind;
}

/** An unnamed spokesperson of a foreign ministry or a government speaks for the state. */
function bodyKind(text: string): SpeakerKind {
	return /خارجية|الحكومة|رئاسة|الرئاسة/u.test(text) ? "state" : "organisation";
}

/** Without what stands in round brackets: another name, an acronym. */
function withoutAsides(us: readonly Unit[]): Unit[] {
	const out: Unit[] = [];
	for (let i = 0; i < us.length; i++) {
		const u = us[i];
		if (!u) break;
		const close = u.raw === "(" ? closeOf(us, i) : -1;
		if (close > i) i = close;
		else out.push(u);
	}
	return out;
}
