import { expect, it } from "vitest";
import { run } from "../doubles.ts";

it("batch reads what editors of other systems write: a byte-order mark, CRLF, an empty line", async () => {
	const line = (id: number) => JSON.stringify({ id, command: "claims", text: "china drones" });
	const input = `\ufeff${line(1)}\r\n\r\n\ufeff${line(2)}\r\n`;
	const { status, stdout } = await run(["batch"], { input });
	const answers = stdout.trim().split("\n");
	expect(answers.map((text) => JSON.parse(text))).toMatchObject([
		{ id: 1, answered: true },
		{ id: 2, answered: true },
	]);
	expect(status).toBe(0);
});
