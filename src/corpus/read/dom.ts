/** What of the DOM is used here; linkedom's own types are looser than this. */
export type DomNode = {
	nodeType: number;
	nodeName: string;
	textContent: string | null;
	firstChild: DomNode | null;
	nextSibling: DomNode | null;
	parentNode: DomNode | null;
	getAttribute?(name: string): string | null;
};
export type DomDocument = DomNode & {
	querySelector(selector: string): DomNode | null;
	querySelectorAll(selector: string): Iterable<DomNode>;
};
