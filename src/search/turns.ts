/**
 * Gives the event loop its turn after so much work. Work is counted and not timed, so that a search
 * takes the same turns every time.
 */
export class TurnPace {
	readonly #most: number;
	readonly #turn: () => Promise<void>;
	#spent = 0;

	/** `most`: units of work between two turns. */
	constructor(most: number, turn: () => Promise<void> = breath) {
		this.#most = most;
		this.#turn = turn;
	}

	/** A turn to wait for, or none where too little has been done: waiting itself costs time. */
	spend(work: number): Promise<void> | undefined {
		this.#spent += work;
		if (this.#spent < this.#most) return undefined;
		this.#spent = 0;
		return this.#turn();
	}
}

type Line = (() => void)[];

/** What somebody waits for, and what may take its time: digests, articles that come in. */
const lines: Record<"asked" | "unasked", Line> = { asked: [], unasked: [] };
/** One turn of so many is for what may take its time, however much is asked. */
const turnsOfAll = 4;
let turns = 0;
let isSet = false;

/** The event loop has its turn, and whoever else answers somebody. */
export function breath(): Promise<void> {
	return wait(lines.asked);
}

/** The same for work that nobody waits for: answers go before it. */
export function longBreath(): Promise<void> {
	return wait(lines.unasked);
}

/**
 * One piece of work a turn: where each had its own, all that wait would go on in the same turn of the
 * loop, and whatever came in meanwhile would wait for all of them.
 */
function wait(line: Line): Promise<void> {
	return new Promise((resolve) => {
		line.push(resolve);
		setTurn();
	});
}

function setTurn(): void {
	if (isSet) return;
	isSet = true;
	setImmediate(nextTurn);
}

function nextTurn(): void {
	isSet = false;
	const { asked, unasked } = lines;
	turns++;
	const first = turns % turnsOfAll === 0 ? [unasked, asked] : [asked, unasked];
	const next = first.find((line) => line.length > 0)?.shift();
	if (asked.length + unasked.length > 0) setTurn();
	next?.();
}
