/** What is asked of the made corpus: every command that answers, both languages, with filters and without. */
export const questions: [name: string, text: string][] = [
	["claims", "gas terminal"],
	["claims", "rail link by:Brandt stance:warns"],
	["claims", "شحنة القمح"],
	["ask", "What did the harbour master say about the new quay?"],
	["ask", "من حذر من تأخر محطة المياه؟"],
	["timeline", "border crossing"],
	["timeline", "وزير النقل from:2024"],
	["search", "solar field inspected twice"],
	["search", "أقمار صناعية"],
	["ask", "Who announced the fishing treaty in Port Vellin?"],
	["claims", "ceasefire line stance:contested"],
	["ask", "كم شخصا عبر المعبر الحدودي؟"],
];

/** Topics of digests. */
export const topics = ["gas terminal", "شحنة القمح", "harbour master", "محطة المياه", "by:Brandt"];
