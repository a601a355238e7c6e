/** A sentence without the marks and blanks around what was left out of it. */
export function tidy(text: string): string {
	return text
		.replace(/\s+/g, " ")
		.replace(/\s+([.,،:])/g, "$1")
		.replace(/[,،]\s*([.,،])/g, "$1")
		.trim();
}
