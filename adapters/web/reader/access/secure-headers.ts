/**
 * What each page tells a browser: nothing but our own stylesheet is loaded, nothing runs, nobody frames
 * it, no address goes on to others, nothing of it is kept, since a correction may take it down.
 */
export const secureHeaders: Readonly<Record<string, string>> = {
	"Content-Security-Policy": [
		"default-src 'none'",
		"style-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
	].join("; "),
	"X-Content-Type-Options": "nosniff",
	"X-Frame-Options": "DENY",
	"Referrer-Policy": "no-referrer",
	"Cross-Origin-Opener-Policy": "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
	"X-Robots-Tag": "noindex, nofollow, noarchive",
	"Cache-Control": "no-store",
};
