import type { types } from "@slack/bolt";
import { type Html, html } from "../../../adapters/web/markup/html.ts";
import { richText } from "./rich-text.ts";

type Table = types.TableBlock | types.DataTableBlock;
type Cell = Table["rows"][number][number];

/**
 * A table in its frame; its first row is the head. Of a data table one page is shown, under its
 * caption. On a phone a table is as wide as its words need and is moved sideways.
 */
export function table(block: Table): Html {
	const [head = [], ...rows] = block.rows;
	const shown = block.type === "data_table" ? rows.slice(0, block.page_size ?? 5) : rows;
	const settings = block.type === "table" ? (block.column_settings ?? []) : [];
	const cell = (name: "th" | "td") => (each: Cell, at: number) => {
		const { align = "start", is_wrapped: isWrapped = block.type === "data_table" } =
			settings[at] ?? {};
		const kind = `${align} ${isWrapped ? "wrapped" : "straight"}`;
		return name === "th"
			? html`<th class="${kind}" dir="auto">${words(each)}</th>`
			: html`<td class="${kind}" dir="auto">${words(each)}</td>`;
	};
	return html`${block.type === "data_table" && html`<div class="caption" dir="auto">${block.caption}</div>`}<div class="frame"><table>
<tr>${head.map(cell("th"))}</tr>${shown.map((row) => html`<tr>${row.map(cell("td"))}</tr>`)}</table></div>${
		shown.length < rows.length &&
		html`<div class="pages">1–${shown.length} / ${rows.length} ‹ ›</div>`
	}`;
}

function words(cell: Cell): Html {
	return cell.type === "rich_text" ? richText(cell) : html`${cell.text}`;
}
