import type { SpeakerKind } from "../../../../src/domain/article.ts";
import type { Act } from "../../../../src/domain/sets/acts.ts";

/** One expected statement: `who` is the speaker's words, `he`, `she`, `they`, `same` or `unnamed`. */
export type Expected = {
	who: string;
	act: Act;
	says: string;
	kind?: SpeakerKind;
	name?: string;
	via?: string[];
	direct?: boolean;
	earlier?: boolean;
	standing?: boolean;
};

const asserts = (who: string, says: string, more: Partial<Expected> = {}): Expected => ({
	who,
	act: "asserts",
	says,
	...more,
});
const does = (who: string, act: Act, says: string, more: Partial<Expected> = {}): Expected => ({
	who,
	act,
	says,
	...more,
});

/** Sentence, and what it says that somebody said. */
export const table: Record<string, [string, Expected[]][]> = {
	"subject, verb, clause": [
		[
			"The mayor said that the bridge was closed.",
			[asserts("The mayor", "the bridge was closed", { kind: "person" })],
		],
		["The mayor said the bridge was closed.", [asserts("The mayor", "the bridge was closed")]],
		[
			"Officials said on Monday that the bridge was closed.",
			[asserts("Officials", "the bridge was closed", { kind: "anonymous" })],
		],
		[
			"Officials said Monday the bridge was closed.",
			[asserts("Officials", "the bridge was closed")],
		],
		[
			"The ministry said in a statement late on Friday that exports had resumed.",
			[asserts("The ministry", "exports had resumed", { kind: "organisation" })],
		],
		[
			"Norland's government said it was studying the offer.",
			[asserts("Norland's government", "it was studying the offer", { kind: "state" })],
		],
		[
			"The Iranian government says its ships are safe.",
			[asserts("The Iranian government", "its ships are safe", { kind: "state", standing: true })],
		],
		[
			"Police in Leeds said a man had been arrested.",
			[asserts("Police in Leeds", "a man had been arrested", { kind: "organisation" })],
		],
		[
			"A study by Mill Hill University found that rats prefer jazz.",
			[asserts("A study by Mill Hill University", "rats prefer jazz", { kind: "document" })],
		],
		[
			"A report by the Harbour Trust said fees would double.",
			[
				does("A report by the Harbour Trust", "predicts", "fees would double", {
					kind: "document",
				}),
			],
		],
		[
			"Harbour Times reported that two tankers had sunk.",
			[asserts("Harbour Times", "two tankers had sunk", { kind: "outlet" })],
		],
		[
			"The prosecutor went on to say that the files were missing.",
			[asserts("The prosecutor", "the files were missing")],
		],
		[
			"Dr. Ines Vega, a heart surgeon, explained that the valve had failed.",
			[asserts("Dr. Ines Vega", "the valve had failed", { kind: "person", name: "Ines Vega" })],
		],
		[
			"Lindqvist has repeatedly said that the dam is safe.",
			[asserts("Lindqvist", "the dam is safe")],
		],
		[
			"The minister said, in remarks carried by Tass, that the road was open.",
			[asserts("The minister", "the road was open", { via: ["Tass"] })],
		],
		[
			"The firm's chief executive, Omar Dahl, said about 300 jobs had gone.",
			[
				asserts("The firm's chief executive, Omar Dahl", "about 300 jobs had gone", {
					name: "Omar Dahl",
				}),
			],
		],
	],
	"quotation first, in the middle, last": [
		[
			"“We did all we could,” said Captain Rosa Lind.",
			[asserts("Captain Rosa Lind", "We did all we could", { direct: true, name: "Rosa Lind" })],
		],
		[
			'"We did all we could," Rosa Lind said.',
			[asserts("Rosa Lind", "We did all we could", { direct: true })],
		],
		[
			"‘We did all we could,’ said Rosa Lind, who owns the boat.",
			[asserts("Rosa Lind", "We did all we could", { direct: true })],
		],
		[
			"'We did all we could,' the captain's wife said.",
			[asserts("The captain's wife", "We did all we could", { direct: true })],
		],
		[
			"«We did all we could», said the coach.",
			[asserts("the coach", "We did all we could", { direct: true })],
		],
		[
			"The coach said: “The boys were tired after the trip.”",
			[asserts("The coach", "The boys were tired after the trip", { direct: true })],
		],
		[
			'The coach said, "The boys were tired after the trip."',
			[asserts("The coach", "The boys were tired after the trip", { direct: true })],
		],
		[
			"The coach said the boys were “tired after the trip”.",
			[asserts("The coach", "the boys were “tired after the trip”", { direct: false })],
		],
		[
			"“The boys were tired,” the coach said, “and the pitch was wet.”",
			[
				asserts("the coach", "The boys were tired", { direct: true }),
				asserts("the coach", "and the pitch was wet", { direct: true }),
			],
		],
		["“The boys were tired.”", [asserts("same", "The boys were tired", { direct: true })]],
		[
			"“The boys were tired after the trip. The pitch was as wet as a lake.”",
			[
				asserts("same", "The boys were tired after the trip"),
				asserts("same", "The pitch was as wet as a lake"),
			],
		],
		["“No. The pitch was wet.”", [asserts("same", "No. The pitch was wet")]],
		["“The pitch was wet,” he added.", [asserts("he", "The pitch was wet", { direct: true })]],
		[
			"“We will rebuild the pier,” she told Reuters on Sunday.",
			[does("she", "promises", "We will rebuild the pier", { via: ["Reuters"] })],
		],
		[
			"The plan was “bad for the whole valley,” she said.",
			[asserts("she", "The plan was “bad for the whole valley,”")],
		],
		[
			"Asked about the fee, Lind replied: “Ask the bank.”",
			[asserts("Lind", "Ask the bank", { direct: true })],
		],
	],
	"the clause before its speaker": [
		[
			"The bridge was closed after the storm, officials said.",
			[asserts("officials", "The bridge was closed after the storm")],
		],
		[
			"The bridge was closed, said Rosa Lind, the harbour master.",
			[asserts("Rosa Lind", "The bridge was closed")],
		],
		[
			"But the bridge stayed open, the council said on Tuesday.",
			[asserts("the council", "the bridge stayed open", { kind: "organisation" })],
		],
		[
			"The talks, officials said, would resume in May.",
			[does("officials", "predicts", "The talks, officials said, would resume in May")],
		],
		[
			"Turnover fell by a third, according to the Weavers' Union.",
			[asserts("the Weavers' Union", "Turnover fell by a third", { kind: "organisation" })],
		],
		[
			"According to a survey by the Weavers' Union, turnover fell by a third.",
			[asserts("a survey by the Weavers' Union", "turnover fell by a third", { kind: "document" })],
		],
		[
			"According to Rosa Lind, the harbour master, the crane was old.",
			[asserts("Rosa Lind", "the crane was old", { kind: "person" })],
		],
		[
			"The crane was old and should have been scrapped, as one docker put it.",
			[asserts("one docker", "The crane was old and should have been scrapped")],
		],
		[
			"As the minister said last year, the crane is old.",
			[asserts("the minister", "the crane is old", { earlier: true })],
		],
		[
			"In an interview with CNN on Sunday, Lind said the crane was old.",
			[asserts("Lind", "the crane was old", { via: ["CNN"] })],
		],
	],
	"chains of those who relay": [
		[
			"Two officials familiar with the matter told Reuters that the sale was off.",
			[
				asserts("Two officials familiar with the matter", "the sale was off", {
					kind: "anonymous",
					via: ["Reuters"],
				}),
			],
		],
		[
			"A source told Reuters that the minister had said the sale was off.",
			[asserts("the minister", "the sale was off", { via: ["A source", "Reuters"] })],
		],
		[
			"Reuters, citing two bankers, said the sale was off.",
			[asserts("two bankers", "the sale was off", { kind: "anonymous", via: ["Reuters"] })],
		],
		[
			"The sale was off, Bloomberg reported, citing people briefed on the talks.",
			[asserts("people briefed on the talks", "The sale was off", { via: ["Bloomberg"] })],
		],
		[
			"Tass quoted the envoy as saying that the border was quiet.",
			[asserts("the envoy", "the border was quiet", { via: ["Tass"] })],
		],
		[
			"The envoy was quoted by Tass as saying the border was quiet.",
			[asserts("The envoy", "the border was quiet", { via: ["Tass"] })],
		],
		[
			"Iran has attacked no one, the envoy said, according to Tass.",
			[asserts("the envoy", "Iran has attacked no one", { via: ["Tass"] })],
		],
		[
			"The army denied the raid, Tass reported.",
			[does("The army", "denies", "the raid", { via: ["Tass"] })],
		],
		[
			"The envoy told a news conference in Vienna that the border was quiet.",
			[asserts("The envoy", "the border was quiet", { via: [] })],
		],
		[
			"A resident contacted by XNA said the market had burned down.",
			[asserts("A resident", "the market had burned down", { kind: "anonymous", via: ["XNA"] })],
		],
		[
			"Lind told the BBC’s morning programme that the crane was old.",
			[asserts("Lind", "the crane was old", { via: ["BBC"] })],
		],
		[
			"The bank said it expected growth of two percent.",
			[does("The bank", "predicts", "growth of two percent")],
		],
		[
			"Washington said Moscow had accused it of spying.",
			[does("Moscow", "accuses", "it of spying", { via: ["Washington"] })],
		],
	],
	"acts by their verb": [
		[
			"Kenya accused the rebels of burning crops.",
			[does("Kenya", "accuses", "the rebels of burning crops", { kind: "state" })],
		],
		[
			"The union blamed the fire on faulty wires.",
			[does("The union", "accuses", "the fire on faulty wires")],
		],
		[
			"Amnesty International condemned the arrests.",
			[does("Amnesty International", "accuses", "the arrests", { kind: "organisation" })],
		],
		[
			"The company denied that it had sold the data.",
			[does("The company", "denies", "it had sold the data")],
		],
		["The company denied selling the data.", [does("The company", "denies", "selling the data")]],
		["The company denied any wrongdoing.", [does("The company", "denies", "any wrongdoing")]],
		[
			"The ministry rejected as false reports that soldiers had fled.",
			[does("The ministry", "denies", "reports that soldiers had fled")],
		],
		[
			"The Kremlin dismissed the allegations as nonsense.",
			[does("The Kremlin", "denies", "the allegations as nonsense")],
		],
		[
			"The agency warned of floods in the delta.",
			[does("The agency", "warns", "floods in the delta")],
		],
		[
			"The agency warned travellers against crossing the delta.",
			[does("The agency", "warns", "travellers against crossing the delta")],
		],
		[
			"The agency warned that the delta would flood.",
			[does("The agency", "warns", "the delta would flood")],
		],
		[
			"The bishop urged both sides to lay down their arms.",
			[does("The bishop", "calls_for", "both sides to lay down their arms")],
		],
		[
			"Ghana called on its neighbours to open the border.",
			[does("Ghana", "calls_for", "its neighbours to open the border")],
		],
		[
			"The opposition called for an early election.",
			[does("The opposition", "calls_for", "an early election")],
		],
		[
			"The premier vowed to resign if the vote failed.",
			[does("The premier", "promises", "to resign if the vote failed")],
		],
		[
			"The airline promised refunds to all passengers.",
			[does("The airline", "promises", "refunds to all passengers")],
		],
		[
			"Analysts estimate the cost at $3 billion.",
			[does("Analysts", "estimates", "the cost at $3 billion", { standing: true })],
		],
		[
			"Relief workers put the number of dead at 40.",
			[does("Relief workers", "estimates", "the number of dead at 40", { kind: "anonymous" })],
		],
		["Economists expect prices to rise.", [does("Economists", "predicts", "prices to rise")]],
		[
			"The harbour master admitted that the crane was old.",
			[does("The harbour master", "confirms", "the crane was old")],
		],
		[
			"Spokeswoman Ana Ruiz confirmed the sale.",
			[does("Spokeswoman Ana Ruiz", "confirms", "the sale", { name: "Ana Ruiz" })],
		],
		[
			"Lawyers for the family alleged that files had vanished.",
			[does("Lawyers for the family", "alleges", "files had vanished", { kind: "anonymous" })],
		],
		["The union called the offer “an insult”.", [asserts("The union", "an insult")]],
		[
			"The finance minister described the budget as painful.",
			[asserts("The finance minister", "the budget as painful")],
		],
	],
	"acts by what is said": [
		["The company said it would appeal.", [does("The company", "promises", "it would appeal")]],
		["The company said prices would fall.", [does("The company", "predicts", "prices would fall")]],
		[
			"The army said the blast was probably an accident.",
			[does("The army", "estimates", "the blast was probably an accident")],
		],
		[
			"The army said the blast may have been an accident.",
			[asserts("The army", "the blast may have been an accident")],
		],
		[
			"“I will never sell this farm,” Dahl said.",
			[does("Dahl", "promises", "I will never sell this farm")],
		],
		[
			"The company said it would have closed without aid.",
			[asserts("The company", "it would have closed without aid")],
		],
	],
	"nobody is named": [
		[
			"The general is believed to be in exile.",
			[
				does("unnamed", "estimates", "The general is believed to be in exile", {
					kind: "anonymous",
				}),
			],
		],
		[
			"The visit was described as a success.",
			[asserts("unnamed", "The visit was described as a success")],
		],
		[
			"Norland has been accused of hiding the deaths.",
			[does("unnamed", "accuses", "Norland has been accused of hiding the deaths")],
		],
		[
			"It is alleged that the vote was rigged.",
			[does("unnamed", "alleges", "the vote was rigged")],
		],
		["It was reported that the vote was rigged.", [asserts("unnamed", "the vote was rigged")]],
		[
			"Rumours that the bank is broke have spread.",
			[does("unnamed", "alleges", "the bank is broke")],
		],
		[
			"There is speculation that the king will abdicate.",
			[does("unnamed", "predicts", "the king will abdicate")],
		],
		[
			"Norland has been accused by Kenya of hiding the deaths.",
			[does("Kenya", "accuses", "Norland has been accused by Kenya of hiding the deaths")],
		],
		[
			"The talks stalled after US accusations that Norland had hidden the deaths.",
			[does("US", "accuses", "Norland had hidden the deaths", { kind: "state" })],
		],
		[
			"The talks stalled over Chinese claims that the reef was theirs.",
			[does("Chinese", "alleges", "the reef was theirs", { kind: "state", name: "China" })],
		],
		[
			"Nothing supports Dahl's claim that the vote was rigged.",
			[does("Dahl", "alleges", "the vote was rigged")],
		],
	],
	"pronouns and subjects left out": [
		["He said the road was closed.", [asserts("he", "the road was closed")]],
		["She denied that the road was closed.", [does("she", "denies", "the road was closed")]],
		["They have warned that the road is closed.", [does("they", "warns", "the road is closed")]],
		["It said the road was closed.", [asserts("same", "the road was closed")]],
		[
			"Dahl said the road was closed, adding that it would reopen in June.",
			[asserts("Dahl", "the road was closed"), does("same", "promises", "it would reopen in June")],
		],
		[
			"Dahl said the road was closed and denied blocking it.",
			[asserts("Dahl", "the road was closed"), does("Dahl", "denies", "blocking it")],
		],
		[
			"Dahl said that the road was closed and that trucks were waiting.",
			[asserts("Dahl", "the road was closed"), asserts("Dahl", "trucks were waiting")],
		],
		[
			"The army issued a statement saying that the road was closed.",
			[asserts("The army", "the road was closed")],
		],
		[
			"The firm denied the leak, but did not say who had caused it.",
			[does("The firm", "denies", "the leak")],
		],
		[
			"Norland says Kenya shells its villages, a charge Kenya denies.",
			[
				asserts("Norland", "Kenya shells its villages"),
				does("Kenya", "denies", "a charge Kenya denies"),
			],
		],
		[
			"The army said 30 had died, while aid workers put the toll at 50.",
			[asserts("The army", "30 had died"), does("aid workers", "estimates", "the toll at 50")],
		],
	],
	"sentences of several clauses": [
		[
			"The bank shut two branches in May and said more would follow.",
			[does("The bank", "predicts", "more would follow")],
		],
		[
			"Dahl told state news agency ZNA that the road was closed.",
			[asserts("Dahl", "the road was closed", { via: ["state news agency ZNA"] })],
		],
		[
			"Records reviewed by Reuters show that nine ships changed flags.",
			[asserts("Records", "nine ships changed flags", { kind: "document", via: ["Reuters"] })],
		],
		[
			"Kenya closed the border, with its envoy saying that gangs had crossed it.",
			[asserts("its envoy", "gangs had crossed it")],
		],
		[
			"Norland said it had fired first; Kenya denied having lost a post.",
			[asserts("Norland", "it had fired first"), does("Kenya", "denies", "having lost a post")],
		],
		[
			"The claim that the dam broke is disputed by engineers.",
			[does("unnamed", "alleges", "the dam broke")],
		],
		[
			"“It is over,” one said; another called it “a farce”.",
			[asserts("one", "It is over"), asserts("another", "a farce")],
		],
		["Farmers say that is not enough.", [asserts("Farmers", "that is not enough")]],
	],
	"speakers as the text has them": [
		[
			"Energy minister Sara Holm said the grid was stable.",
			[
				asserts("Energy minister Sara Holm", "the grid was stable", {
					kind: "person",
					name: "Sara Holm",
				}),
			],
		],
		[
			"Sara Holm, the energy minister, said the grid was stable.",
			[asserts("Sara Holm", "the grid was stable", { name: "Sara Holm" })],
		],
		[
			"A spokesman for the ministry, Ali Reza, said the grid was stable.",
			[
				asserts("A spokesman for the ministry, Ali Reza", "the grid was stable", {
					name: "Ali Reza",
					kind: "person",
				}),
			],
		],
		[
			"A spokesman for the ministry said the grid was stable.",
			[asserts("A spokesman for the ministry", "the grid was stable", { kind: "state" })],
		],
		[
			"A spokeswoman for the company said the grid was stable.",
			[asserts("A spokeswoman for the company", "the grid was stable", { kind: "organisation" })],
		],
		[
			"A US State Department spokesperson said the grid was stable.",
			[asserts("A US State Department spokesperson", "the grid was stable", { kind: "state" })],
		],
		[
			"Beijing said the grid was stable.",
			[asserts("Beijing", "the grid was stable", { kind: "state" })],
		],
		[
			"State television said the grid was stable.",
			[asserts("State television", "the grid was stable", { kind: "outlet" })],
		],
		[
			"Residents of the old town said the grid was stable.",
			[asserts("Residents of the old town", "the grid was stable", { kind: "anonymous" })],
		],
		[
			"The Norland Institute for Peace and Law said the grid was stable.",
			[
				asserts("The Norland Institute for Peace and Law", "the grid was stable", {
					kind: "organisation",
				}),
			],
		],
		[
			"France and Germany said the grid was stable.",
			[asserts("France and Germany", "the grid was stable", { kind: "state" })],
		],
		[
			"An official who asked not to be named said the grid was stable.",
			[asserts("An official", "the grid was stable", { kind: "anonymous" })],
		],
		[
			"Shopkeepers said the grid was stable.",
			[asserts("Shopkeepers", "the grid was stable", { kind: "anonymous" })],
		],
		[
			"The president of the Norland Chess Union, Karl Bo, said the hall was cold.",
			[
				asserts("The president of the Norland Chess Union, Karl Bo", "the hall was cold", {
					name: "Karl Bo",
				}),
			],
		],
	],
	"no statement": [
		["The ministry declined to comment.", []],
		["The company did not respond to a request for comment.", []],
		["France has not condemned the raid.", []],
		["Dahl did not say whether the road was closed.", []],
		["The premier will announce a new cabinet on Monday.", []],
		["The warnings and reports were filed in a drawer.", []],
		["The so-called caliphate collapsed in spring.", []],
		["A judge denied bail to the driver.", []],
		["No one said the road was closed.", []],
		["There is no evidence that the road was closed.", []],
		["What did the minister say about the road?", []],
		["If officials say the road is closed, take the ferry.", []],
		["The man accused of arson fled to Norland.", []],
		["He wants to say goodbye.", []],
		["The road was closed in March and reopened in June.", []],
		["The committee called a meeting for Thursday.", []],
		["Prices could rise, and claims for damages may follow.", []],
	],
};
