import { describe, expect, it } from "vitest";
import { IsnadError } from "../../../src/domain/errors.ts";
import { Reach } from "../../../src/storage/postgres/reach.ts";

const away = new IsnadError("store_unavailable", "The database x cannot be reached.");

function watched() {
	const told: string[] = [];
	const reach = new Reach(
		(level, msg) => void told.push(`${level} ${msg}`),
		() => 0,
	);
	return { reach, told };
}

describe("an absence of the database", () => {
	it("is told once, and once that it is over", () => {
		const { reach, told } = watched();
		reach.attempt().answered();
		for (let n = 0; n < 3; n++) reach.attempt().failed(away);
		for (let n = 0; n < 3; n++) reach.attempt().answered();
		expect(told).toEqual([
			"error The database x cannot be reached.",
			"info The database is there again.",
		]);
	});

	it("is not over with the answer to what was asked before it", () => {
		const { reach, told } = watched();
		const underWay = reach.attempt();
		reach.failed(away);
		underWay.answered();
		reach.attempt().failed(away);
		expect(told).toEqual(["error The database x cannot be reached."]);
	});

	it("does not begin anew with the refusal of what was asked while it lasted", () => {
		const { reach, told } = watched();
		reach.failed(away);
		const underWay = reach.attempt();
		reach.attempt().answered();
		underWay.failed(away);
		reach.attempt().answered();
		expect(told).toHaveLength(2);
	});

	it("is a new one where what is asked afterwards fails", () => {
		const { reach, told } = watched();
		reach.failed(away);
		reach.attempt().answered();
		reach.attempt().failed(away);
		expect(told.filter((line) => line.startsWith("error"))).toHaveLength(2);
	});

	it("is none where the database answers with something else that is wrong", () => {
		const { reach, told } = watched();
		reach.attempt().failed(new IsnadError("store_busy", "The database x is busy."));
		expect(told).toEqual([]);
	});
});
