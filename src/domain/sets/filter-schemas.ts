import { z } from "zod";
import { choicesOf, type FilterKey, type Filters, filterKeys } from "./filters.ts";

type Schemas = { [K in FilterKey]: z.ZodOptional<z.ZodType<NonNullable<Filters[K]>>> };

/** What narrows a question, where a program writes it. Names and days are looked at with the question. */
export const filterSchemas = Object.fromEntries(
	filterKeys.map((key) => [
		key,
		(choicesOf(key) ? z.enum(choicesOf(key) ?? []) : z.string()).optional(),
	]),
) as unknown as Schemas;
