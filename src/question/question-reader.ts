export type { QuestionType } from "./question-data.ts";
export type { QuestionReading } from "./read-question.ts";
