/** What of the DOM is used here; linkedom's own types are looser than this. */
export type DomNode = {
	nodeType: number;
	nodeName: string;
	textContent: string | null;
	firstChild: DomNode | null;
	nextSibling: DomNode | null;
	previousSibling: DomNode | null;
	parentNode: DomNode | null;
	getAttribute?(name: string): string | null;
	removeAttribute?(name: string): void;
	remove?(): void;
	replaceWith?(text: string): void;
	querySelectorAll?(selector: string): Iterable<DomNode>;
};

export type DomDocument = DomNode & {
	querySelector(selector: string): DomNode | null;
	querySelectorAll(selector: string): Iterable<DomNode>;
};

export const textNode = 3;
export const elementNode = 1;

/** What a page's blocks of linked data (JSON-LD) hold. A damaged block is common, and the meta tags say the same. */
export function linkedBlocks(document: DomDocument): unknown[] {
	const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
	return scripts.flatMap((script): unknown[] => {
		try {
			return [JSON.parse(script.textContent ?? "")];
		} catch {
			return [];
		}
	});
}

/** The node that comes next in the document when this one's children are passed over; null at the end of `root`. */
export function nodeBehind(node: DomNode, root: DomNode): DomNode | null {
	let at: DomNode | null = node;
	while (at && at !== root) {
		if (at.nextSibling) return at.nextSibling;
		at = at.parentNode;
	}
	return null;
}
