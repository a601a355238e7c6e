/** Days as Arabic and Persian keyboards type them: ٢٠٢٣ and ۲۰۲۳ are 2023. */
export function westernDigits(text: string): string {
	return text
		.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
