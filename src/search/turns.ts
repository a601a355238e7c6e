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
/** So long it rests after each of its turns while somebody waits for an answer. */
const restMs = 8;
let turns = 0;
let isSet = false;
/** Answers that somebody waits for. */
let inHand = 0;
let isResting = false;
/** Whoever was answered so long ago may ask again. */
const recentMs = 1_000;
let recent: NodeJS.Timeout | undefined;

/** The event loop has its turn, and whoever else answers somebody. */
export function breath(): Promise<void> {
	return wait(lines.asked);
}

/** The same for work that nobody waits for: answers go before it. */
export function longBreath(): Promise<void> {
	return wait(lines.unasked);
}

/**
 * Somebody waits for this work, from the question to the reply. It goes through many turns of the event
 * loop in which it asks for none here, at the store and over the network, and would meet a piece of
 * other work in each.
 */
export async function whileAsked<T>(work: () => Promise<T>): Promise<T> {
	inHand++;
	try {
		return await work();
	} finally {
		inHand--;
		noteAnswer();
		if (inHand === 0) setTurn();
	}
}

/** Whether somebody waits for an answer, or was given one within the last second. */
export function isAsked(): boolean {
	return inHand > 0 || recent !== undefined;
}

function noteAnswer(): void {
	clearTimeout(recent);
	recent = setTimeout(() => {
		recent = undefined;
	}, recentMs);
	recent.unref();
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
	if (isSet || !nextLine(turns + 1)) return;
	isSet = true;
	setImmediate(nextTurn);
}

/** Whose turn it is; none where all that waits may rest. */
function nextLine(turn: number): Line | undefined {
	const { asked, unasked } = lines;
	const isDue = inHand > 0 ? !isResting : turn % turnsOfAll === 0;
	if (unasked.length > 0 && isDue) return unasked;
	if (asked.length > 0) return asked;
	return unasked.length > 0 && inHand === 0 ? unasked : undefined;
}

function nextTurn(): void {
	isSet = false;
	turns++;
	const line = nextLine(turns);
	const next = line?.shift();
	if (line === lines.unasked && inHand > 0) rest();
	setTurn();
	next?.();
}

function rest(): void {
	isResting = true;
	setTimeout(() => {
		isResting = false;
		setTurn();
	}, restMs);
}
